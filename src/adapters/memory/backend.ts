import {
  AdapterError,
  type Body,
  type Call,
  type Comment,
  type CommentId,
  type DiscussionInfo,
  type ErrorInfo,
  type ErrorKind,
  type Features,
  type Posting,
  type Viewer,
} from '../../model/adapter.js';
import { Broadcast, type BroadcastMessage } from './events.js';
import type { MemoryMethod, MemoryOptions, OptionalMethod } from './options.js';
import {
  accountKey,
  createdAt,
  discussionEntries,
  isListed,
  isPublic,
  isReadable,
  RecordStore,
  type DiscussionRecord,
  type Entry,
  type StoredBan,
  type StoredComment,
} from './records.js';
import { discussionState, type DiscussionTimes } from '../../model/rules.js';

/** The error for a call that is refused before anything is stored. */
export const refusal = (kind: ErrorKind, message: string, info?: ErrorInfo): AdapterError =>
  new AdapterError(kind, message, { stored: 'no', ...info });

export const commentNotFound = (): AdapterError => refusal('not-found', 'There is no such comment.');

/** The state that all calls of one adapter share: options, records, viewer and subscribers. */
export class MemoryBackend {
  readonly options: MemoryOptions;
  readonly info: Partial<DiscussionInfo>;
  readonly features: Features;
  viewer: Viewer;
  /** How often a viewer has signed out, which makes the next guest another viewer. */
  signOuts = 0;
  readonly #records: RecordStore;
  readonly #broadcast: Broadcast;
  readonly #seeds = new Map<string, readonly Comment[]>();

  constructor(options: MemoryOptions) {
    const { info = {}, storage, channel } = options;
    this.options = options;
    this.info = info;
    this.features = {
      sorts: ['oldest', 'newest', 'top'],
      paging: 'pages',
      nesting: 'tree',
      input: 'text',
      idempotency: 'key',
      votes: this.has('vote') ? 'like' : 'none',
      report: { detail: true },
      ...options.features,
    };
    this.viewer = options.viewer ?? info.viewer ?? { state: 'anonymous' };
    this.#records = new RecordStore(storage);
    // Without a shared storage, other tabs have discussions of their own.
    this.#broadcast = new Broadcast(storage && channel);
  }

  has(method: OptionalMethod): boolean {
    return !this.options.without?.includes(method);
  }

  /** The key of the current viewer. All guests without an author id are the same viewer until they sign out. */
  get viewerKey(): string {
    const { state, author } = this.viewer;
    return author && (state === 'signed-in' || author.id !== undefined) ? accountKey(author) : `guest${this.signOuts}`;
  }

  /** Whether the viewer decides about held comments. */
  get seesHeld(): boolean {
    return Boolean(this.viewer.moderator) && this.has('approve');
  }

  /** The viewer as checked before posting. A warning that cannot be acknowledged is ignored. */
  get writer(): Viewer {
    return this.has('acknowledgeWarning') ? this.viewer : { ...this.viewer, warning: undefined };
  }

  /** The rules for posting, which refuse a viewer who is banned in this discussion. */
  posting(key: string): Posting {
    const { posting = {} } = this.info;
    const ban = this.ban(key, this.viewerKey);
    return ban ? { ...posting, refusal: { reason: 'banned', ...ban } } : posting;
  }

  /** The ban of a viewer in this discussion, until it ends. */
  ban(key: string, viewerKey = ''): StoredBan | undefined {
    const ban = this.record(key).banned?.[viewerKey];
    return Date.parse(ban?.until ?? '') <= this.now ? undefined : ban;
  }

  get now(): number {
    return (this.options.now ?? Date.now)();
  }

  timestamp(): string {
    return new Date(this.now).toISOString();
  }

  record(key: string): DiscussionRecord {
    return this.#records.read(key);
  }

  entries(key: string): readonly Entry[] {
    return discussionEntries(this.#seed(key), this.record(key));
  }

  state(key: string): DiscussionTimes {
    return discussionState(this.info, { now: this.now, manual: this.record(key) });
  }

  total(key: string): number {
    return this.state(key).state === 'missing' ? 0 : this.entries(key).filter(isPublic).length;
  }

  /** @throws AdapterError unless the discussion is open. */
  requireOpen(key: string): void {
    const { state } = this.state(key);
    if (state === 'missing') throw refusal('not-found', 'There is no such discussion.');
    if (state !== 'open') throw refusal(state, this.info.stateMessage ?? `The discussion is ${state}.`);
  }

  /** @throws AdapterError unless the viewer is a moderator. */
  requireModerator(): void {
    if (!this.viewer.moderator) throw refusal('forbidden', 'You are not a moderator.');
  }

  /** The comment with this id, even if the viewer does not see it. */
  find(key: string, id: CommentId): Entry {
    const entry = this.entries(key).find(({ comment }) => comment.id === id);
    if (!entry) throw commentNotFound();
    return entry;
  }

  /** The comment with this id, if the viewer sees it at all, even if only as a tombstone. */
  findListed(key: string, id: CommentId): Entry {
    const entry = this.find(key, id);
    if (!isListed(entry, this)) throw commentNotFound();
    return entry;
  }

  /** The comment with this id, if the viewer can read it. */
  findReadable(key: string, id: CommentId): Entry {
    const entry = this.findListed(key, id);
    if (!isReadable(entry.comment)) throw refusal('not-found', 'This comment has already been removed.');
    return entry;
  }

  update(key: string, changes: Partial<DiscussionRecord>): void {
    this.#records.write(key, { ...this.record(key), ...changes });
  }

  /** Stores a comment, in place of the one with its id if there is one, and notifies the subscribers. */
  put(key: string, { number: _number, ...item }: StoredComment & { readonly number?: number }): StoredComment {
    const { comments } = this.record(key);
    const index = comments.findIndex(({ comment }) => comment.id === item.comment.id);
    this.update(key, { comments: index < 0 ? [...comments, item] : comments.with(index, item) });
    this.#broadcast.send({ key, item });
    return item;
  }

  /** Stores changes of a comment. */
  change(key: string, item: StoredComment, changes: Partial<Comment>): StoredComment {
    return this.put(key, { ...item, comment: { ...item.comment, ...changes } });
  }

  setClosed(key: string, closed: boolean): void {
    const at = this.timestamp();
    this.update(key, closed ? { closedAt: at } : { closedAt: undefined, reopenedAt: at });
    this.#broadcast.send({ key, state: this.state(key) });
  }

  /** The editors' message. */
  message(key: string): Body | undefined {
    const { message = this.info.message } = this.record(key);
    return message ?? undefined;
  }

  setMessage(key: string, message: Body | undefined): void {
    this.update(key, { message: message ?? null });
    this.#broadcast.send({ key, state: this.state(key), message });
  }

  listen(onMessage: (message: BroadcastMessage) => void, signal: AbortSignal): void {
    this.#broadcast.listen(onMessage, signal);
  }

  #seed(key: string): readonly Comment[] {
    const { comments } = this.options;
    const known = this.#seeds.get(key);
    if (known) return known;
    const given = (typeof comments === 'function' ? comments(key) : comments) ?? [];
    // Comments with the same time keep their order: the sort is stable.
    const seed = [...given].sort((a, b) => createdAt(a) - createdAt(b));
    this.#seeds.set(key, seed);
    return seed;
  }
}

/** Responds to one call with the result of `work`. */
export type Responder = <T>(method: MemoryMethod, args: readonly unknown[], call: Call, work: () => T) => Promise<T>;

/**
 * Creates the function that every call goes through. It counts calls, injects faults and delays, and handles aborts.
 */
export function createResponder({ delay = 0, faults }: Pick<MemoryOptions, 'delay' | 'faults'>): Responder {
  const attempts = new Map<MemoryMethod, number>();
  return async (method, args, { signal }, work) => {
    try {
      signal.throwIfAborted();
      const attempt = (attempts.get(method) ?? 0) + 1;
      attempts.set(method, attempt);
      const fault = faults?.({ method, attempt, args });
      await wait(typeof delay === 'number' ? delay : delay(method), signal);
      // Also without a delay: an abort right after the call still takes effect.
      signal.throwIfAborted();
      if (typeof fault === 'object') throw fault;
      const result = work();
      if (fault === 'lost-answer') throw new AdapterError('timeout', 'There is no response.', { stored: 'maybe' });
      return result;
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      // Checked by name, because two copies of this package on a page have a class each.
      if (error instanceof Error && error.name === 'AdapterError') throw error;
      // The contract allows only `AdapterError`, but the storage or a function in the options may throw other errors.
      throw refusal('unavailable', error instanceof Error ? error.message : String(error), { cause: error });
    }
  };
}

/** Resolves after `milliseconds` or on abort, and leaves no timer behind. */
async function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (milliseconds <= 0) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
