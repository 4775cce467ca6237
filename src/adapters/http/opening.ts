import type { CommentPage, DiscussionInfo, DiscussionRef, ListQuery } from '../../model/adapter.js';
import { opened, page, type Opened } from './answers.js';
import type { Query } from './address.js';
import { until } from './deadline.js';
import { fetchLater } from './fetch-later.js';
import type { Requests } from './request.js';
import { Shared } from './shared.js';

/** Most comments of the top level that one request may ask for. */
const MOST = 100;

/** The questions about one discussion that one request is to answer. */
interface Round {
  opener?: DiscussionRef;
  query?: ListQuery;
  readonly answer: Shared<Partial<Opened>>;
}

/** The backend's clock when it answered, where the page may read it. A cached answer is older by its `Age`. */
export function nowIn({ headers }: Response): Pick<DiscussionInfo, 'now'> {
  const now = Date.parse(headers.get('date') ?? '') + 1000 * (Number(headers.get('age')) || 0);
  return now > 0 ? { now: new Date(now).toISOString() } : {};
}

/** The discussion as the backend is told of it. What is longer than it takes, it can do without. */
export function refOf({ key, url, title }: DiscussionRef): DiscussionRef {
  return { key, url: url.slice(0, 2000), title: title?.slice(0, 500) };
}

/** Opens and lists. The two questions that a page begins with come at the same moment, and one request answers both. */
export class Opening {
  readonly #requests: Requests;
  readonly #onOpened: (key: string, answer: Opened) => void;
  /** What has been asked and not been sent yet, by the key of the discussion. */
  readonly #rounds = new Map<string, Round>();

  /** `onOpened` hears of each answer before those do who asked. */
  constructor(requests: Requests, onOpened: (key: string, answer: Opened) => void) {
    this.#requests = requests;
    this.#onOpened = onOpened;
  }

  async open(discussion: DiscussionRef, signal: AbortSignal): Promise<DiscussionInfo> {
    signal.throwIfAborted();
    const round = this.#round(discussion.key);
    round.opener ??= discussion;
    return (await round.answer.join(signal)).discussion!;
  }

  async list(query: ListQuery, signal: AbortSignal): Promise<CommentPage> {
    signal.throwIfAborted();
    const isFirst = query.cursor === undefined && query.parentId === undefined;
    const found = await (isFirst ? this.#firstPage(query, signal) : this.#page(query, signal));
    if (found.next === undefined || query.limit <= MOST) return found;
    return (await until(signal, fetchLater())).readOn(found, query, (wanted) => this.#page(wanted, signal));
  }

  async #firstPage(query: ListQuery, signal: AbortSignal): Promise<CommentPage> {
    const round = this.#round(query.discussion.key);
    round.query ??= query;
    // Two lists of the same moment may want different orders.
    if (round.query.sort !== query.sort || round.query.limit !== query.limit) return this.#page(query, signal);
    return (await round.answer.join(signal)).page!;
  }

  #round(key: string): Round {
    const round = this.#rounds.get(key) ?? { answer: new Shared((signal) => this.#ask(key, signal)) };
    this.#rounds.set(key, round);
    return round;
  }

  async #ask(key: string, signal: AbortSignal): Promise<Partial<Opened>> {
    // Whoever asks before this goes on is part of the round.
    await Promise.resolve();
    const { opener, query } = this.#rounds.get(key)!;
    this.#rounds.delete(key);
    if (!opener) return { page: await this.#page(query!, signal) };
    const { url, title } = refOf(opener);
    // Who wants the state alone is sent as little else as there can be.
    const wanted = { discussion: key, url: url || undefined, title, ...(query ? first(query) : { limit: 1 }) };
    return this.#requests.ask({ path: '/discussion', query: wanted }, signal, (value, place, response) => {
      const answer = opened(value, place);
      this.#onOpened(key, answer);
      return { ...answer, discussion: { ...answer.discussion, ...nowIn(response) } };
    });
  }

  #page(query: ListQuery, signal: AbortSignal): Promise<CommentPage> {
    const { discussion, cursor, parentId } = query;
    const wanted = { discussion: discussion.key, ...first(query), cursor, parent: parentId };
    return this.#requests.ask({ path: '/comments', query: wanted }, signal, page);
  }
}

const first = ({ sort, limit }: ListQuery): Query => ({ sort, limit: Math.min(Math.max(Math.floor(limit), 1), MOST) });
