/**
 * The whole contract in the reader's own browser: for demos, for tests, and as the reference of how a backend should
 * behave. Nothing leaves the page.
 */
import {
  AdapterError,
  type Author,
  type Comment,
  type CommentId,
  type CommentsAdapter,
  type DiscussionInfo,
  type Draft,
  type Features,
  type Report,
  type ReportReceipt,
  type SubmitResult,
  type Viewer,
} from '../model/adapter.js';
import { createAnswer } from './memory/create-answer.js';
import { checkDraft } from './memory/check-draft.js';
import { accountKey, discussionEntries, foreign, isListed, isPublic, type Entry } from './memory/discussion-entries.js';
import type { StoredComment, StoredReport } from './memory/discussion-record.js';
import { discussionState } from './memory/discussion-state.js';
import { listPage } from './memory/list-page.js';
import type { MemoryOptions } from './memory/memory-options.js';
import { RecordStore } from './memory/record-store.js';
import { replyPlace } from './memory/reply-place.js';

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

const guestKey = 'guest';

/** Creates an adapter whose backend is this object. Does nothing until a method is called, and needs no browser. */
export function createMemoryAdapter(options: MemoryOptions = {}): MemoryAdapter {
  const { info = {}, account, storage, now = Date.now } = options;
  const answer = createAnswer(options);
  const features: Features = {
    sorts: ['oldest', 'newest'],
    paging: 'pages',
    nesting: 'tree',
    input: 'text',
    idempotency: 'key',
    report: { detail: true },
    ...options.features,
  };
  const records = new RecordStore(storage);
  const seeds = new Map<string, readonly Comment[]>();
  const viewerListeners = new Set<(viewer: Viewer) => void>();
  let viewer: Viewer = options.viewer ?? info.viewer ?? { state: 'anonymous' };

  const viewerKey = () => (viewer.state === 'signed-in' && viewer.author !== undefined ? accountKey(viewer.author) : guestKey);
  const timestamp = () => new Date(now()).toISOString();

  function seedOf(key: string): readonly Comment[] {
    let seed = seeds.get(key);
    if (seed === undefined) {
      const given = (typeof options.comments === 'function' ? options.comments(key) : options.comments) ?? [];
      // Stable, so that comments of the same moment keep the order they were given in; an unreadable time counts as the oldest.
      seed = [...given].sort((a, b) => (Date.parse(a.createdAt) || 0) - (Date.parse(b.createdAt) || 0));
      seeds.set(key, seed);
    }
    return seed;
  }

  const entriesOf = (key: string) => discussionEntries(seedOf(key), records.read(key));
  const stateOf = (key: string) => {
    const { closedAt } = records.read(key);
    return discussionState(info, { now: now(), ...(closedAt === undefined ? {} : { closedByHand: closedAt }) });
  };
  const totalOf = (key: string) => (stateOf(key).state === 'missing' ? 0 : entriesOf(key).filter(isPublic).length);
  const standingReport = (key: string, id: CommentId) =>
    records.read(key).reports.find((report) => report.id === id && report.by === viewerKey() && !report.withdrawn);

  /** Makes comments what this viewer gets of them now; what they share is looked up once, however many they are. */
  function presenter(key: string): (entry: Entry) => Comment {
    const reader = viewerKey();
    const open = stateOf(key).state === 'open' && info.posting?.refusal === undefined;
    const standing = records.read(key).reports.filter((report) => report.by === reader && !report.withdrawn);
    const reported = new Set(standing.map(({ id }) => id));
    return ({ comment, by }) => {
      const status = comment.status ?? 'visible';
      const can = {
        reply: status === 'visible' && open && adapter.submit !== undefined,
        // Without the method it is for the page to say whether reports go anywhere.
        ...(adapter.report && { report: status === 'visible' && by !== reader }),
        ...comment.can,
      };
      return { ...comment, parentId: comment.parentId ?? null, status, can, ...(reported.has(comment.id) ? { reported: true } : {}) };
    };
  }

  /** The comment with this id, if `reader` sees it; without a reader, whoever may see it. */
  function find(key: string, id: CommentId, reader?: string): Entry {
    const entry = entriesOf(key).find(({ comment }) => comment.id === id);
    if (entry === undefined || (reader !== undefined && !isListed(entry, reader))) {
      throw new AdapterError('not-found', 'There is no such comment.', { stored: 'no' });
    }
    return entry;
  }

  function put(key: string, item: StoredComment): void {
    const record = records.read(key);
    const place = record.comments.findIndex(({ comment }) => comment.id === item.comment.id);
    records.keep(key, {
      ...record,
      comments: place < 0 ? [...record.comments, item] : record.comments.map((old, index) => (index === place ? item : old)),
    });
  }

  /** An id that neither the seed nor an earlier comment has. */
  function nextId(key: string): CommentId {
    const taken = new Set(entriesOf(key).map(({ comment }) => comment.id));
    let number = records.read(key).comments.length + 1;
    while (taken.has(`c${number}`)) number++;
    return `c${number}`;
  }

  function authorOf({ guest }: Draft): Author | null {
    if (viewer.state === 'signed-in') return viewer.author ?? null;
    const name = guest?.name?.trim() ?? '';
    const url = guest?.website?.trim() ?? '';
    return name === '' ? null : { name, ...(url === '' ? {} : { url }), badges: ['guest'] };
  }

  function resultOf(key: string, { comment, submission }: StoredComment): SubmitResult {
    const { outcome, reason } = submission ?? { outcome: 'published' };
    const entry =
      outcome === 'published' || outcome === 'pending'
        ? entriesOf(key).find((candidate) => candidate.comment.id === comment.id && !candidate.gone)
        : undefined;
    return { outcome, ...(reason === undefined ? {} : { reason }), ...(entry === undefined ? {} : { comment: presenter(key)(entry) }) };
  }

  function takeDraft(draft: Draft): SubmitResult {
    const { key } = draft.discussion;
    const first = records.read(key).comments.find(({ submission }) => submission?.key === draft.submitKey);
    // Before all other checks: what has been stored is not refused afterwards because the discussion closed meanwhile.
    if (first !== undefined && features.idempotency === 'key') return resultOf(key, first);
    if (first !== undefined && features.idempotency === 'detects-duplicates') {
      throw new AdapterError('duplicate', 'This has been posted already.', { stored: 'no' });
    }

    const { state } = stateOf(key);
    if (state === 'missing') throw new AdapterError('not-found', 'There is no such discussion.', { stored: 'no' });
    if (state !== 'open') throw new AdapterError(state, info.stateMessage ?? `The discussion is ${state}.`, { stored: 'no' });
    const posting = info.posting ?? {};
    checkDraft(draft, posting, viewer);
    const place = replyPlace(entriesOf(key), draft.parentId, features);

    const { outcome, reason } = options.moderate?.(draft) ?? { outcome: posting.premoderated ? 'pending' : 'published' };
    const item: StoredComment = {
      comment: {
        id: nextId(key),
        ...place,
        author: authorOf(draft),
        body: { format: features.input ?? 'text', value: draft.body },
        createdAt: timestamp(),
        status: outcome === 'published' ? 'visible' : outcome === 'invisible' ? 'hidden' : outcome,
      },
      by: viewerKey(),
      submission: { key: draft.submitKey, outcome, ...(reason === undefined ? {} : { reason }) },
    };
    put(key, item);
    return resultOf(key, item);
  }

  function takeReport(key: string, { id, reason, detail, revision }: Report): ReportReceipt {
    const entry = find(key, id, viewerKey());
    if (entry.by === viewerKey()) throw new AdapterError('forbidden', 'You cannot report your own comment.', { stored: 'no' });
    const standing = standingReport(key, id);
    if (standing !== undefined) return { alreadyReported: true, reference: standing.reference };
    if ((entry.comment.status ?? 'visible') !== 'visible') {
      throw new AdapterError('not-found', 'This comment has been removed already.', { stored: 'no' });
    }
    const reasons = features.report?.reasons;
    if (reason === '' || (reasons !== undefined && !reasons.some((known) => known.id === reason))) {
      throw new AdapterError('invalid', `"${reason}" is not a reason to report a comment.`, { stored: 'no' });
    }
    if ((detail ?? '').length > 500) throw new AdapterError('too-long', 'A report may have 500 characters.', { stored: 'no' });

    const record = records.read(key);
    const reference = `R-${1001 + record.reports.length}`;
    const report: StoredReport = {
      id,
      reason,
      ...(detail ? { detail } : {}),
      ...(revision ? { revision } : {}),
      reference,
      by: viewerKey(),
      at: timestamp(),
    };
    records.keep(key, { ...record, reports: [...record.reports, report] });
    return { reference };
  }

  function withdraw(key: string, id: CommentId): void {
    const standing = standingReport(key, id);
    if (standing === undefined) throw new AdapterError('not-found', 'You have not reported this comment.', { stored: 'no' });
    const record = records.read(key);
    records.keep(key, {
      ...record,
      reports: record.reports.map((report) => (report === standing ? { ...report, withdrawn: true } : report)),
    });
  }

  function becomes(next: Viewer): Viewer {
    viewer = next;
    // Each listener in a microtask of its own, so that one that throws stops neither the others nor the caller.
    for (const listener of viewerListeners) queueMicrotask(() => viewerListeners.has(listener) && listener(next));
    return next;
  }

  const adapter: MemoryAdapter = {
    name: 'memory',
    features,
    open: (discussion, call) =>
      answer('open', [discussion], call, (): DiscussionInfo => {
        const { closedAt: _closedAt, closesAt: _closesAt, opensAt: _opensAt, ...rest } = info;
        return { total: totalOf(discussion.key), posting: { who: 'anyone' }, ...rest, ...stateOf(discussion.key), viewer };
      }),
    list: (query, call) =>
      answer('list', [query], call, () => {
        const { key } = query.discussion;
        if (stateOf(key).state === 'missing') return { items: [], total: 0, totalCounts: 'all' };
        const { entries, next } = listPage(entriesOf(key), query, { viewer: viewerKey(), paging: features.paging });
        return {
          items: entries.map(presenter(key)),
          ...(next === undefined ? {} : { next }),
          total: totalOf(key),
          totalCounts: 'all',
        };
      }),
    get: (discussion, id, call) =>
      answer('get', [discussion, id], call, () => presenter(discussion.key)(find(discussion.key, id, viewerKey()))),
    submit: (draft, call) => answer('submit', [draft], call, () => takeDraft(draft)),
    report: (discussion, report, call) => answer('report', [discussion, report], call, () => takeReport(discussion.key, report)),
    withdrawReport: (discussion, id, call) => answer('withdrawReport', [discussion, id], call, () => withdraw(discussion.key, id)),
    counts: (discussions, call) =>
      answer('counts', [discussions], call, () => {
        const known = discussions.filter(({ key }) => stateOf(key).state !== 'missing');
        return new Map(known.map(({ key }) => [key, totalOf(key)]));
      }),
    signOut: (call) => answer('signOut', [], call, () => void becomes({ state: 'anonymous' })),
    onViewerChange(onChange) {
      viewerListeners.add(onChange);
      return () => viewerListeners.delete(onChange);
    },
    posted: (key) =>
      records
        .read(key)
        .comments.filter(({ submission, gone }) => submission !== undefined && submission.outcome !== 'rejected' && !gone)
        .map(({ comment }) => comment),
    reports: (key) => records.read(key).reports.filter(({ withdrawn }) => !withdrawn),
    add(key, comment) {
      const { by, submission } = entriesOf(key).find((entry) => entry.comment.id === comment.id) ?? {};
      put(key, { ...(by === undefined ? {} : { by }), ...(submission === undefined ? {} : { submission }), ...foreign(comment) });
    },
    drop(key, id) {
      const { number: _number, ...item } = find(key, id);
      put(key, { ...item, gone: true });
    },
    close: (key) => records.keep(key, { ...records.read(key), closedAt: timestamp() }),
  };
  if (account !== undefined) {
    adapter.signIn = (call) => answer('signIn', [], call, () => becomes({ state: 'signed-in', author: account }));
  }
  for (const method of options.without ?? []) delete adapter[method];
  return adapter;
}

/**
 * The adapter as the attributes of an element ask for it: kept in this browser's storage, signing in as "You", and
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
  return createMemoryAdapter({ storage: localStorage, account: { id: 'you', name: 'You' }, ...options });
}

async function fetchText(src: string): Promise<string> {
  const response = await fetch(src);
  if (!response.ok) throw new AdapterError('not-found', `${src} answered ${response.status}.`);
  return response.text();
}
