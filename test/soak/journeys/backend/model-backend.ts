/**
 * The backend of a journey: the project's own memory backend, three discussions in one storage, with an adapter for each reader.
 * Knows who is signed in at each tab, lets calls fail as it was told to, and remembers every comment that was sent to it.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { memoryAdapter, type MemoryAdapter, type Moderation } from '../../../../src/adapters/memory.js';
import {
  AdapterError,
  type CommentsAdapter,
  type DiscussionRef,
  type Draft,
  type ErrorInfo,
  type ErrorKind,
  type Features,
  type ListQuery,
  type Report,
} from '../../../../src/model/adapter.js';
import { ARTICLES, type Article, NAMES, postingAt, type Reader, seedsOf, type TabId, TABS, viewerOf } from '../cast.js';
import { type Fault, type FaultyMethod, NONSENSE } from './fault.js';

/** What a page gets for a call. */
export type Answer =
  | { readonly value?: unknown }
  | { readonly error: { readonly kind: ErrorKind; readonly message: string; readonly info: ErrorInfo } }
  | { readonly thrown: string }
  /** The page waits until `ModelBackend.release` answers the call with this number. */
  | { readonly held: number }
  /** The connection breaks. */
  | 'cut';

/** A comment that came to be stored, and the request that brought it. */
export interface Delivery {
  readonly tab: TabId;
  readonly as: Reader;
  readonly draft: Draft;
  /** The comment's id; two deliveries may have led to the same comment. */
  readonly id: string;
}

/** A comment that the backend holds. */
export interface StoredText {
  readonly id: string;
  readonly article: Article;
  readonly parent: string | null;
  /** An account, or the name that a guest gave. */
  readonly author: { readonly reader: Reader; readonly name: string };
  readonly text: string;
  readonly status: string;
}

interface HeldCall {
  readonly tab: TabId;
  readonly finish: () => Promise<Answer>;
}

let journeys = 0;

export class ModelBackend {
  readonly features: Features;
  readonly deliveries: Delivery[] = [];
  /** Every comment that was sent, whatever became of it. */
  readonly attempts: Omit<Delivery, 'id'>[] = [];
  /** Who the backend knows at each tab. */
  readonly sessions = new Map<TabId, Reader>(TABS.map((tab) => [tab, 'guest']));
  /** Who signs in at the tab's next sign-in. */
  readonly nextToSignIn = new Map<TabId, Reader>();
  readonly #channel = `journey-${process.pid}-${++journeys}`;
  readonly #records = new Map<string, string>();
  readonly #adapters = new Map<string, MemoryAdapter>();
  readonly #armed = new Map<string, Fault>();
  readonly #held = new Map<number, HeldCall>();
  readonly #startedAt = Date.now();
  #moderation: Moderation | undefined;
  #heldCalls = 0;

  constructor(idempotency: Features['idempotency']) {
    this.features = { idempotency, sorts: ['oldest', 'newest'], votes: 'none', pollEvery: 0 };
  }

  /** The next call of this method from this tab goes wrong in this way. */
  arm(tab: TabId, method: FaultyMethod, fault: Fault): void {
    this.#armed.set(`${tab} ${method}`, fault);
  }

  /** No call goes wrong any more. */
  disarm(): void {
    this.#armed.clear();
  }

  get held(): readonly { readonly number: number; readonly tab: TabId }[] {
    return [...this.#held].map(([number, { tab }]) => ({ number, tab }));
  }

  /** Does what a held call asked for, if that was not done at once, and returns the response. */
  async release(number: number): Promise<Answer> {
    const held = this.#held.get(number);
    if (!held) throw new Error(`No call with the number ${number} is held.`);
    this.#held.delete(number);
    return held.finish();
  }

  /** A call from a page. `as`: whom it is signed with. */
  async call(tab: TabId, method: string, { as, args }: { as: Reader; args: readonly unknown[] }): Promise<Answer> {
    const fault = this.#armed.get(`${tab} ${method}`);
    this.#armed.delete(`${tab} ${method}`);
    const work = (): Promise<Answer> => this.#answer(() => this.#carryOut(tab, method, as, args));
    switch (fault?.type) {
      case undefined:
        return work();
      case 'late':
        await pause(fault.milliseconds);
        return work();
      case 'refused':
        return failure(fault.kind, { stored: 'no' });
      case 'failed':
        if (fault.isDone) await work();
        return failure(fault.kind);
      case 'cut':
        if (fault.isDone) await work();
        return 'cut';
      case 'thrown':
        if (fault.isDone) await work();
        return { thrown: "Cannot read properties of undefined (reading 'id')" };
      case 'nonsense':
        await work();
        return { value: NONSENSE[fault.nonsense] };
      case 'held':
        return this.#hold(tab, fault.isDone ? await work() : work);
      case 'doubled':
        await work();
        return work();
      case 'moderated':
        this.#moderation = { outcome: fault.outcome };
        return work();
      case 'challenged':
        return failure('confirm', { challenge: { type: 'reconsider', message: 'Is this kind?' } });
    }
  }

  /** Everything that the backend holds, tombstones and refused texts left out. */
  stored(): readonly StoredText[] {
    return ARTICLES.flatMap((article) =>
      this.#adapter('guest', article)
        .posted(article)
        .map(({ id, parentId, author, body, status }) => ({
          id,
          article,
          parent: parentId ?? null,
          author: { reader: (author?.id ?? 'guest') as Reader, name: author?.name ?? '' },
          text: body.value,
          status: status ?? 'visible',
        })),
    );
  }

  /** Somebody elsewhere posts. */
  postElsewhere(article: Article, text: string): void {
    this.#adapter('guest', article).add(article, {
      id: `elsewhere-${text}`,
      author: { id: 'maren', name: 'Maren' },
      body: { format: 'text', value: text },
      createdAt: new Date().toISOString(),
    });
  }

  /** The changes of a discussion as the reader at this tab sees them. */
  subscribe(
    tab: TabId,
    article: Article,
    ...listening: [onChange: (change: unknown) => void, signal: AbortSignal]
  ): void {
    const [onChange, signal] = listening;
    this.#adapter(this.#readerAt(tab), article).subscribe?.({ key: article, url: '' }, onChange, { signal });
  }

  #readerAt(tab: TabId): Reader {
    return this.sessions.get(tab) ?? 'guest';
  }

  #hold(tab: TabId, finish: Answer | (() => Promise<Answer>)): Answer {
    const number = ++this.#heldCalls;
    this.#held.set(number, { tab, finish: typeof finish === 'function' ? finish : async () => finish });
    return { held: number };
  }

  async #answer(work: () => Promise<unknown>): Promise<Answer> {
    try {
      return { value: await work() };
    } catch (thrown) {
      if (!(thrown instanceof AdapterError)) throw thrown;
      const { cause: _cause, ...info } = thrown.info;
      return { error: { kind: thrown.kind, message: thrown.message, info } };
    }
  }

  async #carryOut(tab: TabId, method: string, as: Reader, args: readonly unknown[]): Promise<unknown> {
    const call = { signal: new AbortController().signal };
    const reader = this.#readerAt(tab);
    switch (method) {
      case 'become':
        return void this.sessions.set(tab, args[0] as Reader);
      case 'signIn': {
        const next = this.nextToSignIn.get(tab) ?? 'ann';
        this.sessions.set(tab, next);
        return viewerOf(next);
      }
      case 'signOut':
        return void this.sessions.set(tab, 'guest');
      case 'open': {
        const discussion = args[0] as DiscussionRef;
        return this.#adapterOf(reader, discussion).open(discussion, call);
      }
      case 'list': {
        const query = args[0] as ListQuery;
        return this.#adapterOf(reader, query.discussion).list(query, call);
      }
      case 'get':
        return this.#writer(reader, args[0] as DiscussionRef).get(args[0] as DiscussionRef, args[1] as string, call);
      case 'report': {
        this.#requireSession(tab, as);
        return this.#writer(as, args[0] as DiscussionRef).report(args[0] as DiscussionRef, args[1] as Report, call);
      }
      case 'submit':
        this.attempts.push({ tab, as, draft: args[0] as Draft });
        this.#requireSession(tab, as);
        return this.#submit(tab, as, args[0] as Draft);
      default:
        throw new Error(`The pages call a method ${method} that the backend of the journeys does not have.`);
    }
  }

  async #submit(tab: TabId, as: Reader, draft: Draft): Promise<unknown> {
    const article = draft.discussion.key as Article;
    const adapter = this.#writer(as, draft.discussion);
    const before = new Set(adapter.posted(article).map(({ id }) => id));
    try {
      const result = await adapter.submit(draft, { signal: new AbortController().signal });
      const added = adapter.posted(article).find(({ id, body }) => !before.has(id) && body.value === draft.body);
      if (added) this.deliveries.push({ tab, as, draft, id: added.id });
      return result;
    } finally {
      this.#moderation = undefined;
    }
  }

  /** Whoever is no longer signed in at the tab cannot write with the name that the page still has. */
  #requireSession(tab: TabId, as: Reader): void {
    if (as !== 'guest' && as !== this.#readerAt(tab)) throw new AdapterError('session-expired', '', { stored: 'no' });
  }

  #adapterOf(reader: Reader, { key }: DiscussionRef): MemoryAdapter {
    return this.#adapter(reader, key as Article);
  }

  #writer(reader: Reader, discussion: DiscussionRef): MemoryAdapter & Required<CommentsAdapter> {
    return this.#adapterOf(reader, discussion) as MemoryAdapter & Required<CommentsAdapter>;
  }

  #adapter(reader: Reader, article: Article): MemoryAdapter {
    const name = `${reader} ${article}`;
    const adapter = this.#adapters.get(name) ?? this.#createAdapter(reader, article);
    this.#adapters.set(name, adapter);
    return adapter;
  }

  #createAdapter(reader: Reader, article: Article): MemoryAdapter {
    return memoryAdapter({
      comments: seedsOf(article, this.#startedAt),
      info: { posting: postingAt(article) },
      viewer: viewerOf(reader),
      features: this.features,
      storage: {
        getItem: (key) => this.#records.get(key) ?? null,
        setItem: (key, value) => void this.#records.set(key, value),
      },
      channel: this.#channel,
      moderate: () => this.#moderation ?? { outcome: 'published' },
    });
  }
}

/** The name under which a reader's comments stand; a guest's is their own. */
export const nameOf = (reader: Reader): string | undefined => (reader === 'guest' ? undefined : NAMES[reader]);

const failure = (kind: ErrorKind, info: ErrorInfo = {}): Answer => ({ error: { kind, message: '', info } });
