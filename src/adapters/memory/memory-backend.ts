import type { AdapterError, Comment, CommentId, DiscussionInfo, Features, Viewer } from '../../model/adapter.js';
import { Broadcast, type Notice } from './broadcast.js';
import { accountKey, createdAt, discussionEntries, isListed, isPublic, isReadable, type Entry } from './discussion-entries.js';
import type { DiscussionRecord, StoredComment } from './discussion-record.js';
import { discussionState, type DiscussionTimes } from './discussion-state.js';
import type { MemoryOptions, OptionalMethod } from './memory-options.js';
import { RecordStore } from './record-store.js';
import { refusal } from './refusal.js';

const guestKey = 'guest';

/** What all calls of one adapter share: its options, the record, who reads, and the way to whoever listens. */
export class MemoryBackend {
  readonly options: MemoryOptions;
  readonly info: Partial<DiscussionInfo>;
  readonly features: Features;
  viewer: Viewer;
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
    // Without a common storage the other tabs have another discussion.
    this.#broadcast = new Broadcast(storage && channel);
  }

  has(method: OptionalMethod): boolean {
    return !this.options.without?.includes(method);
  }

  /** The key of whoever reads now. */
  get reader(): string {
    const { state, author } = this.viewer;
    return state === 'signed-in' && author !== undefined ? accountKey(author) : guestKey;
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
    return discussionState(this.info, { now: this.now, byHand: this.record(key) });
  }

  total(key: string): number {
    return this.state(key).state === 'missing' ? 0 : this.entries(key).filter(isPublic).length;
  }

  /** @throws AdapterError when nothing new is taken. */
  requireOpen(key: string): void {
    const { state } = this.state(key);
    if (state === 'missing') throw refusal('not-found', 'There is no such discussion.');
    if (state !== 'open') throw refusal(state, this.info.stateMessage ?? `The discussion is ${state}.`);
  }

  /** @throws AdapterError unless the reader is a moderator. */
  requireModerator(): void {
    if (!this.viewer.moderator) throw refusal('forbidden', 'Only moderators can do this.');
  }

  /** The comment with this id, whoever may see it. */
  find(key: string, id: CommentId): Entry {
    const entry = this.entries(key).find(({ comment }) => comment.id === id);
    if (entry === undefined) throw missing();
    return entry;
  }

  /** The comment with this id, if the reader gets to see it, be it as a tombstone. */
  findListed(key: string, id: CommentId): Entry {
    const entry = this.find(key, id);
    if (!isListed(entry, this.reader)) throw missing();
    return entry;
  }

  /** The comment with this id, if the reader can read it. */
  findReadable(key: string, id: CommentId): Entry {
    const entry = this.findListed(key, id);
    if (!isReadable(entry.comment)) throw refusal('not-found', 'This comment has been removed already.');
    return entry;
  }

  keep(key: string, changes: Partial<DiscussionRecord>): void {
    this.#records.keep(key, { ...this.record(key), ...changes });
  }

  /** Stores a comment, in the place of the one with its id if there is one, and tells whoever listens. */
  put(key: string, { number: _number, ...item }: StoredComment & { readonly number?: number }): StoredComment {
    const { comments } = this.record(key);
    const place = comments.findIndex(({ comment }) => comment.id === item.comment.id);
    this.keep(key, { comments: place < 0 ? [...comments, item] : comments.with(place, item) });
    this.#broadcast.tell({ key, item });
    return item;
  }

  setClosed(key: string, closed: boolean): void {
    const at = this.timestamp();
    this.keep(key, closed ? { closedAt: at } : { closedAt: undefined, reopenedAt: at });
    this.#broadcast.tell({ key, state: this.state(key) });
  }

  listen(onNotice: (notice: Notice) => void, signal: AbortSignal): void {
    this.#broadcast.listen(onNotice, signal);
  }

  #seed(key: string): readonly Comment[] {
    const { comments } = this.options;
    const known = this.#seeds.get(key);
    if (known !== undefined) return known;
    const given = (typeof comments === 'function' ? comments(key) : comments) ?? [];
    // Stable, so that comments of the same moment keep the order they were given in.
    const seed = [...given].sort((a, b) => createdAt(a) - createdAt(b));
    this.#seeds.set(key, seed);
    return seed;
  }
}

const missing = (): AdapterError => refusal('not-found', 'There is no such comment.');
