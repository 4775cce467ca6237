/** A desktop that is on no screen: a display, the buses of a session, and what a screen reader needs to read it. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { createInterface } from 'node:readline';
import { findInPath } from '../support/find-chromium.mjs';
import { skipWithout } from '../support/skip-without.mjs';

/** Debian's Python, which has the bindings to AT-SPI; another one in `PATH` has not. */
export const PYTHON = '/usr/bin/python3';

const BUS_LAUNCHER = '/usr/libexec/at-spi-bus-launcher';

/** The option `skip` of suites that start a desktop. */
export function skipWithoutDesktop(): string | false {
  const packages = 'apt-get install xvfb dbus at-spi2-core python3-pyatspi chromium';
  const programs = ['Xvfb', 'dbus-daemon'].filter((name) => !findInPath([name]));
  if (!existsSync(BUS_LAUNCHER)) programs.push(BUS_LAUNCHER);
  // The browser inside the package has no window.
  if (!process.env['CHROME_PATH'] && !findInPath(['chromium', 'google-chrome'])) programs.push('chromium');
  try {
    execFileSync(PYTHON, ['-c', 'import gi; gi.require_version("Atspi", "2.0")'], { stdio: 'ignore' });
  } catch {
    programs.push('gi for Python');
  }
  return skipWithout(programs.length > 0 && `These are missing: ${programs.join(', ')}. On Debian: ${packages}`);
}

export interface Desktop {
  /** For programs that shall appear on it. */
  readonly environment: Readonly<Record<string, string>>;
  close(): void;
}

export async function startDesktop(): Promise<Desktop> {
  const started: ChildProcess[] = [];
  const close = (): void => started.reverse().forEach((program) => program.kill());
  try {
    // Each prints where it is to be found, once it is.
    const display = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    started.push(display);
    const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address=1'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    started.push(bus);
    const environment = {
      ...(process.env as Record<string, string>),
      DISPLAY: `:${await firstLine(display.stdout)}`,
      DBUS_SESSION_BUS_ADDRESS: await firstLine(bus.stdout),
      ACCESSIBILITY_ENABLED: '1',
    };
    started.push(spawn(BUS_LAUNCHER, ['--launch-immediately'], { env: environment, stdio: 'ignore' }));
    return { environment, close };
  } catch (error) {
    close();
    throw error;
  }
}

async function firstLine(output: Readable): Promise<string> {
  for await (const line of createInterface(output)) return line;
  throw new Error('A program of the desktop has ended without a word.');
}
