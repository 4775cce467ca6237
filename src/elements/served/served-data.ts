import type { CommentPage, DiscussionInfo } from '../../model/adapter.js';
import { quickChecks } from '../../model/contract/quick-check.js';
import type { ServedDiscussion } from '../../model/served-discussion.js';

/** Directly after the section: a script elsewhere in the element may be an archive. */
const SELECTOR = ':scope > section[part~="section"] + script[type="application/json"]';

/** The data beside what a server has rendered. */
export class ServedData {
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
