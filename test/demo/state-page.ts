/** One state of the demo on a page of its own, dressed as the demo dresses it, and what can be found wrong with it. */
import '../../src/cdn.js';
import { mountState } from '../../demo/states/mount-state.js';
import type { DemoState } from '../../demo/states/states.js';
import type { ArticleComments, CommentQuote } from '../../src/index.js';
import { isAtRest } from './at-rest.js';
import { overflow, smallTargets, violations } from './findings.js';

/** How long a state may take to come to rest, in milliseconds. A section without an adapter waits five seconds for one. */
const PATIENCE = 12_000;

interface Manifest {
  readonly modules: readonly {
    readonly declarations: readonly { readonly cssParts?: readonly { readonly name: string }[] }[];
  }[];
}

/** Made by the build. */
const { modules } = (await (await fetch('/dist/custom-elements.json')).json()) as Manifest;
const listedParts = new Set(
  modules.flatMap(({ declarations }) => declarations.flatMap(({ cssParts = [] }) => cssParts.map(({ name }) => name))),
);

/** Whether a style sheet puts a picture on an element, or before or after its text. */
const hasPicture = (element: Element): boolean =>
  [undefined, '::before', '::after'].some((pseudo) => {
    const { backgroundImage, maskImage, borderImageSource, listStyleImage, content } = getComputedStyle(
      element,
      pseudo,
    );
    return [backgroundImage, maskImage, borderImageSource, listStyleImage, content].some((value) =>
      value.includes('url('),
    );
  });

const nextFrame = (): Promise<unknown> => new Promise(requestAnimationFrame);

/** Gives the page of the test runner the look, the title and the language of the demo's page. */
export async function setUpPage(lang: 'en' | 'ar'): Promise<void> {
  const sheets = ['shared/base.css', 'states/page.css'].map(
    (name) =>
      new Promise((resolve, reject) => {
        const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: `/demo/${name}` });
        link.addEventListener('load', resolve);
        link.addEventListener('error', reject);
        document.head.append(link);
      }),
  );
  await Promise.all(sheets);
  document.title ||= 'States';
  document.documentElement.lang = lang;
  document.documentElement.dir = lang === 'ar' ? 'rtl' : 'ltr';
}

export class StatePage {
  readonly #elements: readonly (ArticleComments | CommentQuote)[];

  private constructor(
    readonly state: DemoState,
    readonly main: HTMLElement,
    elements: readonly (ArticleComments | CommentQuote)[],
  ) {
    this.#elements = elements;
  }

  /** Shows a state alone, below the title that its page has, and resolves once it has come to rest. */
  static async open(state: DemoState): Promise<StatePage> {
    const main = document.createElement('main');
    const title = document.createElement('h1');
    title.lang = 'en';
    title.dir = 'ltr';
    title.textContent = state.title;
    const stage = document.createElement('div');
    stage.className = state.dark ? 'stage dark' : 'stage';
    main.append(title, stage);
    document.body.append(main);
    const { elements, acted } = mountState(state, stage, { alone: true, headingLevel: 1 });
    const page = new StatePage(state, main, elements);
    try {
      await page.#done(acted);
      await page.#settled();
    } catch (error) {
      // What is wrong with one state is not the next one's fault.
      page.close();
      throw error;
    }
    return page;
  }

  close(): void {
    this.main.remove();
    localStorage.clear();
    history.replaceState(null, '', location.pathname + location.search);
  }

  /** What axe finds on the whole page, in words. */
  async violations(): Promise<string[]> {
    return (await violations()).map(({ rule, text }) => `${rule}: ${text}`);
  }

  /** How far the page can be pushed sideways, and what sticks out of the sections and quotes. */
  overflow(): string[] {
    return overflow(this.#elements).map(({ text }) => text);
  }

  /** What can be pressed or written in and is too small for a finger. */
  smallTargets(): string[] {
    return smallTargets(this.#elements).map(({ text }) => text);
  }

  /** What is drawn as a picture, where words could be one. Authors' pictures and a backend's captcha are none. */
  pictures(): string[] {
    const drawn = this.#elements.flatMap(({ shadowRoot }) => [
      ...(shadowRoot?.querySelectorAll(':is(section, figure) *') ?? []),
    ]);
    return drawn
      .filter((one) => !one.closest('[part~=avatar], [part~=captcha]'))
      .filter(
        (one) => one.matches('img, svg, canvas, picture, video, object, embed, input[type=image]') || hasPicture(one),
      )
      .map((one) => `${one.localName} ${one.getAttribute('part') ?? one.className}`);
  }

  /** The parts of its sections and quotes that `custom-elements.json` does not list. */
  unlistedParts(): string[] {
    const drawn = this.#elements.flatMap(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll('[part]') ?? [])]);
    return [...new Set(drawn.flatMap(({ part }) => [...part]))].filter(
      (name) => !listedParts.has(name) && !name.startsWith('badge-'),
    );
  }

  /** Resolves when the reader has done everything. One who looks for a button that does not come would look for ever. */
  async #done(acted: Promise<unknown>): Promise<void> {
    let patience: ReturnType<typeof setTimeout> | undefined;
    const outOfPatience = new Promise((_resolve, reject) => {
      patience = setTimeout(() => reject(new Error(`The reader cannot get to "${this.state.name}".`)), PATIENCE);
    });
    await Promise.race([acted, outOfPatience]);
    clearTimeout(patience);
  }

  async #settled(): Promise<void> {
    const end = performance.now() + PATIENCE;
    // What the reader's last press leads to is drawn in the next frame.
    do {
      if (performance.now() > end) throw new Error(`"${this.state.name}" does not come to rest.`);
      await nextFrame();
    } while (!isAtRest(this.state.name, this.#elements));
    await Promise.all(this.#elements.map((element) => element.updateComplete));
  }
}
