/** A page without a content security policy, where discussions say what attackers wrote: whatever gets through would run. */
import type { ArticleComments } from '../../../src/elements/article-comments.js';
import type {
  AdapterError,
  Comment,
  CommentsAdapter,
  DiscussionInfo,
  ErrorInfo,
  ErrorKind,
} from '../../../src/model/adapter.js';
import type { Attack } from './attacks.js';
import { inspect, useLikeAReader, watch, type Findings, type Watch } from './probe.js';
import { waitFor } from '../comments-page.js';
import { FramedPage } from '../framed-page.js';

/** A backend that answers with whatever it is told to. */
export interface Answers {
  readonly info?: Partial<DiscussionInfo>;
  readonly comments?: readonly Comment[];
  readonly more?: Partial<CommentsAdapter>;
}

export function adapter({ info, comments = [], more }: Answers): CommentsAdapter {
  return { open: async () => ({ state: 'open', ...info }), list: async () => ({ items: comments }), ...more };
}

export function comment(id: number, more: Partial<Comment>): Comment {
  return {
    id: String(id),
    author: { name: 'Tom' },
    body: { format: 'text', value: 'Hello.' },
    createdAt: '2026-11-24T10:00:00Z',
    ...more,
  };
}

/** How often hundreds of discussions may take the time that a reader has for one. */
const MOST_ROUNDS = 8;

/** What people and backends wrote is in these parts; all others are the section's own. */
const bodies = '[part~=body], [part~=policy] slot > div';

/** Attributes that the section gives to its own elements; none of them can run or fetch anything, once addresses are checked. */
const ownAttribute =
  /^(aria-[a-z]+|autocomplete|class|d|data-short|datetime|dir|for|href|id|lang|name|novalidate|part|readonly|rel|role|rows|start|tabindex|title|type|value)$/;

/** Elements that the section draws itself. */
const ownElement =
  /^(a|article|article-comments-(composer|report-form|warning)|b|bdi|button|dd|details|div|dl|dt|fieldset|form|h2|header|input|label|legend|li|ol|p|section|slot|span|summary|textarea|time)$/;

/** The discussions that were put on pages: drafts outlast a page. */
let mounted = 0;

export class AttackedPage {
  readonly #watch: Watch;

  private constructor(readonly frame: FramedPage) {
    this.#watch = watch(frame.window);
  }

  static async open(name: 'attacked-module' | 'attacked-classic'): Promise<AttackedPage> {
    return new AttackedPage(await FramedPage.open(name));
  }

  /** An error of the page's own: that of another window is none to its scripts. */
  error(kind: ErrorKind, message: string, info?: ErrorInfo): AdapterError {
    return new this.frame.window.ArticleComments.AdapterError(kind, message, info);
  }

  /** Puts discussions on the page, and resolves when each of them shows `ready`. */
  async mount(adapters: readonly CommentsAdapter[], ready: string): Promise<readonly ArticleComments[]> {
    const elements = adapters.map((one) => {
      const element = this.frame.document.createElement('article-comments');
      // Drafts of one must not be found by another.
      Object.assign(element, { adapter: one, discussion: `attack-${mounted++}`, loading: 'eager' });
      return element;
    });
    this.frame.document.body.replaceChildren(...elements);
    await this.shows(elements, ready);
    return elements;
  }

  /** Resolves when something of this kind is in each of the discussions; answers with what it is, one a discussion. */
  async shows<Found extends HTMLElement>(
    elements: readonly ArticleComments[],
    selector: string,
  ): Promise<readonly Found[]> {
    const look = () =>
      elements.map((element) => {
        const found = element.shadowRoot?.querySelector<Found>(selector);
        if (!found)
          throw new Error(`"${element.discussion}" does not show ${selector}: ${element.shadowRoot?.textContent}`);
        return found;
      });
    // Hundreds at once need more patience than the one discussion of a reader.
    for (let round = 1; round < MOST_ROUNDS; round++) {
      try {
        return await waitFor(look);
      } catch {
        // Said by the last round, if it comes to that.
      }
    }
    return waitFor(look);
  }

  /** One discussion for each attack, all at once. */
  mountEach(
    attacks: readonly Attack[],
    answersTo: (text: string) => Answers,
    ready: string,
  ): Promise<readonly ArticleComments[]> {
    return this.mount(
      attacks.map(({ text }) => adapter(answersTo(text))),
      ready,
    );
  }

  /** Behaves like a reader in the places that `selector` names, and tells what came of it. */
  async findings(elements: readonly ArticleComments[], selector: string): Promise<Findings> {
    const roots = elements.map(({ shadowRoot }) => shadowRoot).filter((root) => root !== null);
    for (const place of roots.flatMap((root) => [...root.querySelectorAll<HTMLElement>(selector)]))
      useLikeAReader(place);
    const forbidden = roots.flatMap((root) => [
      ...[...root.querySelectorAll<HTMLElement>(bodies)].flatMap((body) => this.#inspect(body)),
      ...inspectSection(root),
    ]);
    await this.#watch.settle();
    const { ran, requests } = this.#watch;
    return { ran: [...ran], requests: [...requests], forbidden };
  }

  #inspect(body: HTMLElement): readonly string[] {
    try {
      return inspect(this.frame.window, body);
    } catch (error) {
      // An attack that clobbers an element takes the check's own tools away.
      return [String(error)];
    }
  }
}

/** What the section did not draw itself, outside the bodies. */
function inspectSection(root: ShadowRoot): string[] {
  const forbidden: string[] = [];
  for (const element of root.querySelectorAll('*')) {
    if (element.matches(bodies) || element.closest(bodies)) continue;
    if (element.namespaceURI !== 'http://www.w3.org/1999/xhtml' || !ownElement.test(element.localName))
      forbidden.push(`<${element.localName}>`);
    for (const { name } of element.attributes)
      if (!ownAttribute.test(name)) forbidden.push(`<${element.localName} ${name}>`);
    const href = element.hasAttribute('href') ? (element as HTMLAnchorElement).href : undefined;
    if (href !== undefined && !/^(?:https?:\/\/[^/]|mailto:)/.test(href)) forbidden.push(href);
  }
  return forbidden;
}
