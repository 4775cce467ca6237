/**
 * A backend in the reader's own browser that implements the whole contract: for demos, for tests, and as the reference
 * for backend authors. Nothing leaves the page.
 */
import {
  AdapterError,
  type Body,
  type Comment,
  type CommentId,
  type CommentsAdapter,
  type Decision,
  type DecisionReasons,
  type DiscussionInfo,
  type DiscussionRef,
  type ModerationCall,
  type Viewer,
  type Warning,
} from '../model/adapter.js';
import { createResponder, MemoryBackend } from './memory/backend.js';
import { featuredTotal, listPage, precedingIn, repliesElsewhere } from './memory/list.js';
import { applyBan, applyDecision, applyFeature, applyHide, applyPin, review } from './memory/moderation.js';
import type { MemoryMethod, MemoryOptions, StoredReport } from './memory/options.js';
import { changeListener, presenter } from './memory/present.js';
import { type Entry, imported, type StoredComment } from './memory/records.js';
import {
  applyDraft,
  applyEdit,
  applyRemoval,
  applyReport,
  applyVote,
  undoRemoval,
  withdrawReport,
} from './memory/writes.js';
import type { Connection } from './shared/connection.js';
import { fetchText, READ_TIMEOUT } from './shared/fetch-text.js';

export type {
  MemoryCall,
  MemoryMethod,
  MemoryOptions,
  MemoryStorage,
  Moderation,
  OptionalMethod,
  StoredReport,
} from './memory/options.js';

/**
 * The adapter, with extra methods that act as other readers and the editors. They take effect at once, without delay or
 * faults.
 */
export interface MemoryAdapter extends CommentsAdapter {
  /** The comments that `submit` accepted, held and invisible ones included, in the order of arrival. */
  posted(key: string): readonly Comment[];
  /** The reports that have not been withdrawn, in the order of arrival. */
  reports(key: string): readonly StoredReport[];
  /** Adds a comment, as if another viewer had just posted it. Replaces the comment with the same id, if there is one. */
  add(key: string, comment: Comment): void;
  /** Removes a comment without a tombstone, as if the editors had. Its replies stay. */
  drop(key: string, id: CommentId): void;
  /**
   * Restricts a comment, as if the editors had, with a statement of reasons for its author. The measure determines whether the
   * comment is hidden or rejected; with `kept`, it stays.
   */
  decide(key: string, id: CommentId, decision: Decision): void;
  /** Closes the discussion, as if the editors had. */
  close(key: string): void;
  /** Sets the editors' message, or clears it, as if the editors had. */
  setMessage(key: string, message: Body | undefined): void;
  /** Warns the viewer, as if the editors had. */
  warn(warning: Warning): void;
}

/** Creates an adapter that is its own backend. Does nothing until a method is called, and does not need a browser. */
export function memoryAdapter(options: MemoryOptions = {}): MemoryAdapter {
  const { account } = options;
  const respond = createResponder(options);
  const backend = new MemoryBackend(options);
  const viewerListeners = new Set<(viewer: Viewer) => void>();

  type Work<Argument, Result> = (
    backend: MemoryBackend,
    key: string,
    argument: Argument,
    reasons: DecisionReasons | undefined,
  ) => Result;
  /** A method that takes a discussion and an argument, such as the id of a comment. */
  const on =
    <Argument, Result>(method: MemoryMethod, work: Work<Argument, Result>) =>
    (discussion: DiscussionRef, argument: Argument, call: ModerationCall): Promise<Result> =>
      respond(method, [discussion, argument], call, () => work(backend, discussion.key, argument, call.decision));
  /** One that returns a comment. */
  const onComment = <Argument>(method: MemoryMethod, work: Work<Argument, StoredComment>) =>
    on<Argument, Comment>(method, (_backend, key, ...rest) => presenter(backend, key)(work(backend, key, ...rest)));

  function infoOf(key: string): DiscussionInfo {
    const {
      closedAt: _closedAt,
      closesAt: _closesAt,
      opensAt: _opensAt,
      message: _message,
      decisions,
      ...info
    } = backend.info;
    const { viewer } = backend;
    const message = backend.message(key);
    return {
      total: backend.total(key),
      ...(viewer.moderator && backend.has('setClosed') && { can: { close: true } }),
      ...(viewer.moderator && { decisions }),
      ...info,
      ...backend.state(key),
      posting: { who: 'anyone', ...backend.posting(key) },
      ...(message && { message }),
      viewer,
      now: backend.timestamp(),
    };
  }

  function setClosed(_backend: MemoryBackend, key: string, closed: boolean): DiscussionInfo {
    backend.requireModerator();
    // Moderators cannot open a missing or disabled discussion.
    if (backend.state(key).state !== 'closed') backend.requireOpen(key);
    backend.setClosed(key, closed);
    return infoOf(key);
  }

  function changeViewer(next: Viewer): Viewer {
    backend.viewer = next;
    // A microtask for each listener, so that one that throws stops neither the others nor the caller.
    for (const listener of viewerListeners) queueMicrotask(() => viewerListeners.has(listener) && listener(next));
    return next;
  }

  const adapter: MemoryAdapter = {
    name: 'memory',
    features: backend.features,
    open: (discussion, call) => respond('open', [discussion], call, () => infoOf(discussion.key)),
    list: (query, call) =>
      respond('list', [query], call, () => {
        const { key } = query.discussion;
        if (backend.state(key).state === 'missing') return { items: [], total: 0, totalCounts: 'all' };
        const { items, ...rest } = listPage(backend, query);
        const toComment = presenter(backend, key);
        return {
          items: items.map(({ entry, replies }) => ({ ...toComment(entry), ...(replies && { replies }) })),
          ...rest,
          // In a page of replies, the total would be the number of replies.
          ...(query.parentId === undefined && {
            total: query.filter ? featuredTotal(backend, key) : backend.total(key),
            totalCounts: 'all' as const,
          }),
        };
      }),
    submit: (draft, call) => respond('submit', [draft], call, () => applyDraft(backend, draft)),
    get: on('get', (_backend, key, id: CommentId) => ({
      ...presenter(backend, key)(backend.findListed(key, id)),
      ...repliesElsewhere(backend, key, id),
      ...precedingIn(backend, key, id),
    })),
    edit: onComment('edit', applyEdit),
    remove: on('remove', applyRemoval),
    restore: onComment('restore', undoRemoval),
    vote: on('vote', applyVote),
    report: on('report', applyReport),
    withdrawReport: on('withdrawReport', withdrawReport),
    pin: onComment('pin', applyPin),
    approve: onComment('approve', review('visible')),
    reject: onComment('reject', review('rejected')),
    hold: onComment('hold', review('pending')),
    feature: onComment('feature', applyFeature),
    hide: onComment('hide', applyHide),
    ban: on('ban', applyBan),
    acknowledgeWarning: on('acknowledgeWarning', (_backend, _key, id: string) => {
      if (backend.viewer.warning?.id === id) backend.viewer = { ...backend.viewer, warning: undefined };
    }),
    setClosed: on('setClosed', setClosed),
    counts: (discussions, call) =>
      respond('counts', [discussions], call, () => {
        const isMissing = (key: string): boolean => backend.state(key).state === 'missing';
        return new Map(discussions.flatMap(({ key }) => (isMissing(key) ? [] : [[key, backend.total(key)]])));
      }),
    subscribe: ({ key }, onChange, { signal }) => backend.listen(changeListener(backend, key, onChange), signal),
    signOut: (call) =>
      respond('signOut', [], call, () => {
        backend.signOuts++;
        changeViewer({ state: 'anonymous' });
      }),
    onViewerChange(onChange) {
      viewerListeners.add(onChange);
      return () => viewerListeners.delete(onChange);
    },
    posted: (key) =>
      backend
        .record(key)
        .comments.filter(({ submission, gone }) => submission && submission.outcome !== 'rejected' && !gone)
        .map(({ comment }) => comment),
    reports: (key) => backend.record(key).reports.filter(({ withdrawn }) => !withdrawn),
    add(key, comment) {
      const before: Partial<Entry> = backend.entries(key).find((entry) => entry.comment.id === comment.id) ?? {};
      const { gone: _gone, removed: _removed, ...known } = before;
      backend.put(key, { ...known, ...imported(comment) });
    },
    drop(key, id) {
      const { removed: _removed, ...entry } = backend.find(key, id);
      backend.put(key, { ...entry, gone: true });
    },
    decide: (key, id, decision) => applyDecision(backend, key, id, decision),
    close: (key) => backend.setClosed(key, true),
    setMessage: (key, message) => backend.setMessage(key, message),
    warn: (warning) => void changeViewer({ ...backend.viewer, warning }),
  };
  if (account) {
    adapter.signIn = (call) => respond('signIn', [], call, () => changeViewer({ state: 'signed-in', author: account }));
  }
  for (const method of options.without ?? []) delete adapter[method];
  return adapter;
}

/** @deprecated Use `memoryAdapter`. This name is kept for one version. */
export const createMemoryAdapter = memoryAdapter;

/**
 * Creates the adapter from the attributes of an element: stored in this browser, shared by its tabs, with sign-in as
 * "You". The JSON file at `src`, or else the JSON text inside the element, holds further options.
 */
export async function connect({ src, data, token, note }: Connection): Promise<MemoryAdapter> {
  if (token) note?.('backend="memory" takes no token. Leave the property token out.');
  const text = src === undefined ? (data ?? '{}') : await readOptions(src);
  let options: MemoryOptions;
  try {
    options = JSON.parse(text) as MemoryOptions;
  } catch (cause) {
    throw new AdapterError(
      'invalid',
      `${src ?? 'The script inside the element'} is not JSON, such as {"comments": []}.`,
      { cause },
    );
  }
  return memoryAdapter({
    storage: localStorage,
    channel: 'article-comments',
    account: { id: 'you', name: 'You' },
    ...options,
  });
}

async function readOptions(src: string): Promise<string> {
  // Nothing aborts the set-up of an adapter.
  const { signal } = new AbortController();
  const { ok, status, text } = await fetchText(src, {}, { signal, timeout: READ_TIMEOUT });
  if (ok) return text;
  const audience = status < 500 ? 'developer' : 'support';
  throw new AdapterError('not-found', `${src} returned status ${status}: set src to the URL of a JSON file.`, {
    audience,
  });
}
