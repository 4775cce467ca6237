import type { CommentPage, DiscussionInfo } from '../../model/adapter.js';
import { looks } from '../../model/contract/quick-look.js';
import type { ServedDiscussion } from '../../model/served-discussion.js';
import { LazyModule } from '../lazy-module.js';
import type { Mistake } from '../settings/misconfiguration.js';
import type { Settings } from '../settings/settings.js';
import type { SectionHost } from '../section.js';

/** Directly after the section: a script elsewhere in the element may be an archive. */
const SELECTOR = ':scope > section[part~="section"] + script[type="application/json"]';

/** How long the first paint is waited for, in milliseconds: a browser may put it off while the page is still coming. */
const PAINT_TIMEOUT = 1000;

/** The section that a server has rendered inside the element. It stands on the page until the element has everything to take its place. */
export class ServedSection {
  readonly #host: SectionHost;
  readonly #data: ServedData;
  readonly #takeOver: LazyModule<typeof import('./take-over.js')>;
  /** Brings the reader to where they were. */
  #restoreReader: (() => void) | undefined;
  /** The discussion on the page. */
  #key: string | undefined;
  #isReplaced = false;
  #isWaitingForPaint = false;
  #problem: string | undefined;

  constructor(host: SectionHost) {
    this.#host = host;
    this.#data = new ServedData(host);
    this.#takeOver = new LazyModule(host, () => import('./take-over.js'));
  }

  /** Why its data cannot be used. */
  get mistakes(): readonly Mistake[] {
    const problem = this.#data.problem ?? this.#problem;
    return problem === undefined ? [] : [{ mistake: 'problem', problem }];
  }

  /** Whether it stands in place of the element's own. */
  get isShown(): boolean {
    return !this.#isReplaced && this.#root !== null;
  }

  get #root(): HTMLElement | null {
    return this.#host.querySelector(':scope > section[part~="section"]');
  }

  /**
   * Connects the element once what is shown is painted. With the shadow root the browser lays it out again, and the rest of the start
   * takes as long: readers would see the comments only after that.
   */
  afterPaint(connect: () => void): void {
    if (!this.isShown) return connect();
    if (this.#isWaitingForPaint) return;
    this.#isWaitingForPaint = true;
    void afterPaint().then(() => {
      this.#isWaitingForPaint = false;
      if (this.#host.isConnected) connect();
    });
  }

  /** Whether a reader would lose nothing. Without the code for that, they still get the element. */
  get isReady(): boolean {
    return Boolean(this.#takeOver.request() ?? this.#takeOver.error);
  }

  /** The discussion that was rendered. Undefined where the page does not say, or says it so that it cannot be used. */
  get data(): ServedDiscussion | undefined {
    return this.#data.value;
  }

  /** What the page does not say is as it was rendered: which discussion it is, and how times are written. */
  complete(settings: Settings): Settings {
    const { data } = this;
    if (!data) return settings;
    const isChosen = this.#host.hasAttribute('time-style') || settings.timeStyle === 'absolute';
    return {
      ...settings,
      timeStyle: isChosen ? settings.timeStyle : data.timeStyle,
      timeZone: settings.timeZone ?? data.timeZone,
      discussion: settings.discussion ?? data.discussion,
    };
  }

  /** The element's own section takes its place with the next drawing. */
  replace(): void {
    const root = this.#root;
    if (root) this.#restoreReader = this.#takeOver.module?.keepReader(root, this.#host.renderRoot);
    this.#hide();
  }

  /** Brings the reader to where they were, once the element's own section is drawn. */
  restoreReader(): void {
    this.#restoreReader?.();
    this.#restoreReader = undefined;
  }

  /** Notes which discussion the element shows. If that is not the one that was rendered, its comments do not stay on the page. */
  setDiscussion(key: string): void {
    const isFirst = this.#key === undefined;
    this.#key ??= this.data?.discussion ?? key;
    if (key === this.#key) return;
    if (isFirst && this.isShown) this.#problem = `The server has rendered the discussion "${this.#key}", not "${key}".`;
    this.#hide();
  }

  /** It stays in the page, which it belongs to, in a slot that does not exist. */
  #hide(): void {
    if (this.#root) this.#root.slot = 'replaced';
    this.#isReplaced = true;
  }
}

/** The data beside what a server has rendered. */
class ServedData {
  readonly #element: Element;
  /** As text, and what it was read as. */
  #source: string | undefined;
  #value: ServedDiscussion | undefined;
  #problem: string | undefined;

  constructor(element: Element) {
    this.#element = element;
  }

  /** The discussion that was rendered. Undefined where the page does not say, or says it so that it cannot be used. */
  get value(): ServedDiscussion | undefined {
    const source = this.#element.querySelector(SELECTOR)?.textContent ?? undefined;
    if (source !== this.#source) {
      this.#source = source;
      this.#value = source === undefined ? undefined : this.#read(source);
    }
    return this.#value;
  }

  /** Why it cannot be used. */
  get problem(): string | undefined {
    return this.#problem;
  }

  #read(source: string): ServedDiscussion | undefined {
    this.#problem = undefined;
    try {
      const { version, info, page, ...rest } = JSON.parse(source) as ServedDiscussion;
      if (version === 1 && looks.open(Object(info) as DiscussionInfo) && looks.list(Object(page) as CommentPage))
        return { version, info, page, ...rest };
      this.#problem = 'The data inside the element is not what renderComments() returns.';
    } catch (error) {
      this.#problem = `The data inside the element is no JSON (${(error as Error).message}). Write it with scriptJson().`;
    }
    return undefined;
  }
}

/** Resolves once the browser has painted what is on the page: it is to be seen before the work that replaces it. */
async function afterPaint(): Promise<void> {
  // Such a page is not painted.
  if (document.hidden) return;
  const isBegun = performance.getEntriesByType('paint').length > 0;
  if (!isBegun)
    await new Promise((resolve) => {
      new PerformanceObserver(resolve).observe({ type: 'paint', buffered: true });
      setTimeout(resolve, PAINT_TIMEOUT);
    });
  // What has come since is painted with the next frame.
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
