/**
 * The whole contract in the reader's own browser: for demos, for tests, and as the reference of how a backend should
 * behave. Nothing leaves the page.
 */
import {
  AdapterError,
  type Call,
  type Comment,
  type CommentId,
  type CommentsAdapter,
  type DiscussionInfo,
  type DiscussionRef,
  type Edit,
  type Report,
  type Viewer,
  type Vote,
} from '../model/adapter.js';
import { createAnswer } from './memory/create-answer.js';
import { foreign, type Entry } from './memory/discussion-entries.js';
import type { StoredComment, StoredReport } from './memory/discussion-record.js';
import { listPage, repliesElsewhere } from './memory/list-page.js';
import { MemoryBackend } from './memory/memory-backend.js';
import type { MemoryMethod, MemoryOptions } from './memory/memory-options.js';
import { presenter } from './memory/present-comment.js';
import { subscription } from './memory/subscription.js';
import { takeDraft } from './memory/take-draft.js';
import { takeEdit } from './memory/take-edit.js';
import { takePin, type Pin } from './memory/take-pin.js';
import { takeBack, takeRemoval } from './memory/take-removal.js';
import { takeReport, withdrawReport } from './memory/take-report.js';
import { takeVote } from './memory/take-vote.js';

export type { MemoryCall, MemoryMethod, MemoryOptions, MemoryStorage, Moderation, OptionalMethod } from './memory/memory-options.js';
export type { StoredReport } from './memory/discussion-record.js';

/** The adapter, with handles that stand for the rest of the world: other readers, and the editors. They take effect at once and never fail on purpose. */
export interface MemoryAdapter extends CommentsAdapter {
  /** What came in through `submit` and was not rejected, in the order of arrival; held and invisible comments too. */
  posted(key: string): readonly Comment[];
  /** The reports that stand, in the order of arrival. */
  reports(key: string): readonly StoredReport[];
  /** Puts in a comment, as if somebody else had just posted it; one with a known id takes that comment's place. */
  add(key: string, comment: Comment): void;
  /** Takes a comment out without a trace, as if the editors had. Its replies stay. */
  drop(key: string, id: CommentId): void;
  /** Closes the discussion now, as if an editor had. */
  close(key: string): void;
}

/** Creates an adapter whose backend is this object. Does nothing until a method is called, and needs no browser. */
export function createMemoryAdapter(options: MemoryOptions = {}): MemoryAdapter {
  const { account } = options;
  const answer = createAnswer(options);
  const backend = new MemoryBackend(options);
  const viewerListeners = new Set<(viewer: Viewer) => void>();

  /** A method that does something with one discussion, or with one comment of it. */
  const on =
    <Wanted, Result>(method: MemoryMethod, work: (key: string, wanted: Wanted) => Result) =>
    (discussion: DiscussionRef, wanted: Wanted, call: Call): Promise<Result> =>
      answer(method, [discussion, wanted], call, () => work(discussion.key, wanted));
  const present = (key: string, item: StoredComment): Comment => presenter(backend, key)(item);

  function infoOf(key: string): DiscussionInfo {
    const { closedAt: _closedAt, closesAt: _closesAt, opensAt: _opensAt, ...info } = backend.info;
    const { viewer } = backend;
    return {
      total: backend.total(key),
      posting: { who: 'anyone' },
      ...(viewer.moderator && backend.has('setClosed') && { can: { close: true } }),
      ...info,
      ...backend.state(key),
      viewer,
      now: backend.timestamp(),
    };
  }

  function setClosed(key: string, closed: boolean): DiscussionInfo {
    backend.requireModerator();
    // One that is missing or switched off is not this viewer's to open.
    if (backend.state(key).state !== 'closed') backend.requireOpen(key);
    backend.setClosed(key, closed);
    return infoOf(key);
  }

  function becomes(next: Viewer): Viewer {
    backend.viewer = next;
    // Each listener in a microtask of its own, so that one that throws stops neither the others nor the caller.
    for (const listener of viewerListeners) queueMicrotask(() => viewerListeners.has(listener) && listener(next));
    return next;
  }

  const adapter: MemoryAdapter = {
    name: 'memory',
    features: backend.features,
    open: (discussion, call) => answer('open', [discussion], call, () => infoOf(discussion.key)),
    list: (query, call) =>
      answer('list', [query], call, () => {
        const { key } = query.discussion;
        if (backend.state(key).state === 'missing') return { items: [], total: 0, totalCounts: 'all' };
        const { items, ...rest } = listPage(backend, query);
        const toComment = presenter(backend, key);
        return {
          items: items.map(({ entry, replies }) => ({ ...toComment(entry), ...(replies && { replies }) })),
          ...rest,
          total: backend.total(key),
          totalCounts: 'all',
        };
      }),
    submit: (draft, call) => answer('submit', [draft], call, () => takeDraft(backend, draft)),
    get: on('get', (key, id: CommentId) => ({
      ...present(key, backend.findListed(key, id)),
      ...repliesElsewhere(backend, key, id),
    })),
    edit: on('edit', (key, edit: Edit) => present(key, takeEdit(backend, key, edit))),
    remove: on('remove', (key, id: CommentId) => takeRemoval(backend, key, id)),
    restore: on('restore', (key, id: CommentId) => present(key, takeBack(backend, key, id))),
    vote: on('vote', (key, vote: Vote) => takeVote(backend, key, vote)),
    report: on('report', (key, report: Report) => takeReport(backend, key, report)),
    withdrawReport: on('withdrawReport', (key, id: CommentId) => withdrawReport(backend, key, id)),
    pin: on('pin', (key, pin: Pin) => present(key, takePin(backend, key, pin))),
    setClosed: on('setClosed', setClosed),
    counts: (discussions, call) =>
      answer('counts', [discussions], call, () => {
        const known = discussions.filter(({ key }) => backend.state(key).state !== 'missing');
        return new Map(known.map(({ key }) => [key, backend.total(key)]));
      }),
    subscribe: ({ key }, onChange, { signal }) => backend.listen(subscription(backend, key, onChange), signal),
    signOut: (call) => answer('signOut', [], call, () => void becomes({ state: 'anonymous' })),
    onViewerChange(onChange) {
      viewerListeners.add(onChange);
      return () => viewerListeners.delete(onChange);
    },
    posted: (key) =>
      backend
        .record(key)
        .comments.filter(({ submission, gone }) => submission !== undefined && submission.outcome !== 'rejected' && !gone)
        .map(({ comment }) => comment),
    reports: (key) => backend.record(key).reports.filter(({ withdrawn }) => !withdrawn),
    add(key, comment) {
      const before: Partial<Entry> = backend.entries(key).find((entry) => entry.comment.id === comment.id) ?? {};
      const { gone: _gone, removed: _removed, ...known } = before;
      backend.put(key, { ...known, ...foreign(comment) });
    },
    drop(key, id) {
      const { removed: _removed, ...entry } = backend.find(key, id);
      backend.put(key, { ...entry, gone: true });
    },
    close: (key) => backend.setClosed(key, true),
  };
  if (account !== undefined) {
    adapter.signIn = (call) => answer('signIn', [], call, () => becomes({ state: 'signed-in', author: account }));
  }
  for (const method of options.without ?? []) delete adapter[method];
  return adapter;
}

/**
 * The adapter as the attributes of an element ask for it: kept in this browser's storage, shared by its tabs, signing in as "You", and
 * beginning with the options in the JSON file at `src`, else in the JSON text inside the element.
 */
export async function connect({
  src,
  data,
}: {
  readonly src?: string | undefined;
  readonly data?: string | undefined;
}): Promise<MemoryAdapter> {
  const text = src === undefined ? (data ?? '{}') : await fetchText(src);
  let options: MemoryOptions;
  try {
    options = JSON.parse(text) as MemoryOptions;
  } catch (cause) {
    throw new AdapterError(
      'invalid',
      `backend="memory" begins with JSON, such as {"comments": []}, but ${src ?? 'the script inside the element'} holds none.`,
      { cause },
    );
  }
  return createMemoryAdapter({ storage: localStorage, channel: 'article-comments', account: { id: 'you', name: 'You' }, ...options });
}

async function fetchText(src: string): Promise<string> {
  const response = await fetch(src);
  if (!response.ok) throw new AdapterError('not-found', `${src} answered ${response.status}.`);
  return response.text();
}
