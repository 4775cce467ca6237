import type { CommentPage, DiscussionInfo } from '../../model/adapter.js';
import { quickChecks } from '../../model/contract/quick-check.js';
import { beginServed } from '../../model/discussion/begin-served.js';
import type { ServedDiscussion } from '../../model/served-discussion.js';
import type { DiscussionSession } from '../../model/state/discussion-session.js';
import type { DiscussionState } from '../../model/state/discussion-state.js';
import type { Mistake } from '../settings/misconfiguration.js';
import type { Settings } from '../settings/settings.js';
import { SERVED_SECTION } from '../page/served.js';
import type { SectionFrame } from '../section-frame.js';
import { captureReader } from './capture-reader.js';

/** Directly after the section. Another script inside the element may be an archive. */
const SELECTOR = `${SERVED_SECTION} + script[type="application/json"]`;

/** Longest wait for the first paint, in milliseconds. Browsers may delay it while the page is loading. */
const PAINT_TIMEOUT = 1000;

/** A discussion that begins with comments in this order. */
export interface Beginning {
  /** The id of the order. */
  readonly sort: string;
  readonly begin: (session: DiscussionSession) => void;
}

const sections = new WeakMap<Element, ServedSection>();

/**
 * The section that a server rendered inside the element. It stays on the page until everything that replaces it is loaded. Loaded only if
 * there is one.
 */
export class ServedSection {
  readonly #host: SectionFrame['host'];
  readonly #data: ServedData;
  /** Restores the reader's position, focus and selection in the element's own section. */
  #restoreReader: (() => void) | undefined;
  /** The key of the discussion that was rendered. */
  #key: string | undefined;
  #isReplaced = false;
  #isWaitingForPaint = false;
  #problem: string | undefined;

  private constructor(host: SectionFrame['host']) {
    this.#host = host;
    this.#data = new ServedData(host);
  }

  /** The served section of an element, whose class may still be loading: always the same object. */
  static of(element: HTMLElement): ServedSection {
    const served = sections.get(element) ?? new ServedSection(element as SectionFrame['host']);
    sections.set(element, served);
    return served;
  }

  /** Why the served data cannot be used. */
  get mistakes(): readonly Mistake[] {
    const problem = this.#data.problem ?? this.#problem;
    return problem === undefined ? [] : [{ mistake: 'problem', problem }];
  }

  /** Whether it is shown instead of the element's own section. */
  get isShown(): boolean {
    return !this.#isReplaced && this.#root !== null;
  }

  get #root(): HTMLElement | null {
    return this.#host.querySelector(SERVED_SECTION);
  }

  /**
   * Calls `connect` once the served comments are painted, otherwise readers would not see them before the element has started: the
   * browser lays out the page again with the shadow root, and the rest of the start takes as long.
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

  /** How the discussion begins with what was rendered. Undefined if that is not shown, or the page has no usable data. */
  get beginning(): Beginning | undefined {
    const data = this.isShown ? this.#data.value : undefined;
    return data && { sort: data.sort, begin: (session) => beginServed(session, data) };
  }

  /** Complements settings with what was rendered: the discussion, and the style and zone of times. */
  complete(settings: Settings): Settings {
    const data = this.#data.value;
    if (!data) return settings;
    const isChosen = this.#host.hasAttribute('time-style') || settings.timeStyle === 'absolute';
    return {
      ...settings,
      timeStyle: isChosen ? settings.timeStyle : data.timeStyle,
      timeZone: settings.timeZone ?? data.timeZone,
      discussion: settings.discussion ?? data.discussion,
    };
  }

  /**
   * Hides the served section, so that the next rendering shows the element's own, as soon as that is complete. `isReadyToDraw`: whether
   * everything is loaded that its comments need.
   */
  takeOver({ info, opening }: DiscussionState, isReadyToDraw: () => boolean): void {
    const root = this.#isReplaced ? null : this.#root;
    const isOpened = info !== undefined || opening.state === 'failed';
    if (!root || !isOpened || !isReadyToDraw()) return;
    this.#restoreReader = captureReader(root, this.#host.renderRoot);
    this.#hide();
  }

  /** Restores the reader's position, focus and selection, once the element's own section is rendered. */
  restoreReader(): void {
    this.#restoreReader?.();
    this.#restoreReader = undefined;
  }

  /** Sets which discussion the element shows. Served comments of another one are hidden. */
  setDiscussion(key: string): void {
    const isFirst = this.#key === undefined;
    this.#key ??= this.#data.value?.discussion ?? key;
    if (key === this.#key) return;
    if (isFirst && this.isShown) this.#problem = `The server has rendered the discussion "${this.#key}", not "${key}".`;
    this.#hide();
  }

  /** Assigns the section to a slot that does not exist. The node belongs to the page, so it is not removed. */
  #hide(): void {
    if (this.#root) this.#root.slot = 'replaced';
    this.#isReplaced = true;
  }
}

/** The data that a server rendered next to the section. */
class ServedData {
  readonly #element: Element;
  /** The text that the value was parsed from. */
  #source: string | undefined;
  #value: ServedDiscussion | undefined;
  #problem: string | undefined;

  constructor(element: Element) {
    this.#element = element;
  }

  /** The discussion that was rendered. Undefined if the page has no usable data. */
  get value(): ServedDiscussion | undefined {
    const source = this.#element.querySelector(SELECTOR)?.textContent ?? undefined;
    if (source !== this.#source) {
      this.#source = source;
      this.#value = source === undefined ? undefined : this.#read(source);
    }
    return this.#value;
  }

  /** Why the data cannot be used. */
  get problem(): string | undefined {
    return this.#problem;
  }

  #read(source: string): ServedDiscussion | undefined {
    this.#problem = undefined;
    try {
      const { version, info, page, ...rest } = JSON.parse(source) as ServedDiscussion;
      if (
        version === 1 &&
        quickChecks.open(Object(info) as DiscussionInfo) &&
        quickChecks.list(Object(page) as CommentPage)
      )
        return { version, info, page, ...rest };
      this.#problem = 'The data inside the element is not what renderComments() returns.';
    } catch (error) {
      this.#problem = `The data inside the element is no JSON (${(error as Error).message}). Write it with scriptJson().`;
    }
    return undefined;
  }
}

/** Resolves once the browser has painted the page as it is now. */
async function afterPaint(): Promise<void> {
  // A hidden page is not painted.
  if (document.hidden) return;
  const isBegun = performance.getEntriesByType('paint').length > 0;
  if (!isBegun)
    await new Promise((resolve) => {
      new PerformanceObserver(resolve).observe({ type: 'paint', buffered: true });
      setTimeout(resolve, PAINT_TIMEOUT);
    });
  // Content added since the first paint is painted with the next frame.
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
