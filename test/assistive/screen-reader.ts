/** What a screen reader gets to know about a page in Chromium, over AT-SPI. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findChromium } from '../support/find-chromium.mjs';
import { type Desktop, PYTHON, startDesktop } from './desktop.js';

export interface AccessibleNode {
  readonly role: string;
  readonly name: string;
  readonly description: string;
  /** Without that of the objects in it. */
  readonly text: string;
  readonly level: string;
  readonly children: readonly AccessibleNode[];
}

type Line =
  | { readonly type: 'ready' }
  | { readonly type: 'focus'; readonly role: string; readonly name: string }
  | { readonly type: 'said'; readonly text: string };

const script = (name: string): string => join(import.meta.dirname, name);

export class ScreenReader {
  /** Everything since the start, in order: `button "Reply"` for what got the focus, `"Saved."` for what was announced. */
  readonly heard: string[] = [];
  readonly #desktop: Desktop;
  readonly #browser: Browser;
  readonly #listener: ChildProcess;

  private constructor(desktop: Desktop, browser: Browser, listener: ChildProcess) {
    this.#desktop = desktop;
    this.#browser = browser;
    this.#listener = listener;
  }

  static async start(): Promise<ScreenReader> {
    const desktop = await startDesktop();
    const env = desktop.environment;
    const { args = [], ...options } = await findChromium();
    const browser = await chromium.launch({
      ...options,
      headless: false,
      env,
      args: [...args, '--force-renderer-accessibility', '--disable-gpu'],
    });
    const listener = spawn(PYTHON, [script('listen.py')], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    const reader = new ScreenReader(desktop, browser, listener);
    const lines = createInterface(listener.stdout);
    await once(lines, 'line');
    lines.on('line', (line) => reader.#take(JSON.parse(line) as Line));
    return reader;
  }

  /** A page of its own, of the width of a phone where that is asked for. */
  open(width = 1000): Promise<Page> {
    return this.#browser.newPage({ viewport: { width, height: 800 } });
  }

  /** The page as it is at this moment; null while there is none. */
  async tree(): Promise<AccessibleNode | null> {
    const env = this.#desktop.environment;
    const { stdout } = await promisify(execFile)(PYTHON, [script('read_tree.py')], { env, maxBuffer: 2 ** 26 });
    return JSON.parse(stdout) as AccessibleNode | null;
  }

  async close(): Promise<void> {
    await this.#browser.close();
    this.#listener.kill();
    this.#desktop.close();
  }

  #take(line: Line): void {
    if (line.type === 'focus') this.heard.push(`${line.role} "${line.name}"`);
    else if (line.type === 'said') this.heard.push(`"${line.text}"`);
  }
}

/** All nodes of these roles below a node, in the order of reading. */
export function allOf(node: AccessibleNode | null, ...roles: readonly string[]): readonly AccessibleNode[] {
  if (!node) return [];
  const below = node.children.flatMap((child) => allOf(child, ...roles));
  return roles.includes(node.role) ? [node, ...below] : below;
}

/** Everything that is read of a node. */
export function wordsOf(node: AccessibleNode): string {
  return [node.text, ...node.children.map(wordsOf)].join(' ').replaceAll(/\s+/g, ' ').trim();
}
