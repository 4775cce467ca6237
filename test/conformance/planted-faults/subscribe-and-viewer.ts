import type { Change, CommentsAdapter } from '../../../src/model/adapter.js';
import { RECOGNISED_GUEST } from '../memory-stage.js';
import { mapComments, planted, neverAborted } from './planted-fault.js';

type Subscribe = Required<CommentsAdapter>['subscribe'];

/** Intercepts every change of a subscription. */
const intercept =
  (subscribe: Subscribe, pass: (change: Change, onChange: (change: Change) => void) => void): Subscribe =>
  (discussion, onChange, call) =>
    subscribe(discussion, (change) => pass(change, onChange), call);

const authorOf = (change: Change): string | undefined =>
  change.type === 'added' ? change.comment.author?.id : undefined;

const omitting = (check: string, mistake: string, isOmitted: (change: Change) => boolean) =>
  planted(check, mistake, () => ({ subscribe }) => ({
    subscribe: intercept(subscribe, (change, onChange) => {
      if (!isOmitted(change)) onChange(change);
    }),
  }));

const repeatingFor = (check: string, mistake: string, author: string) =>
  planted(check, mistake, () => ({ subscribe }) => ({
    subscribe: intercept(subscribe, (change, onChange) => {
      onChange(change);
      if (authorOf(change) === author) onChange(change);
    }),
  }));

export const subscribeAndViewerFaults = [
  repeatingFor('subscribe: reports others’ comments once', 'subscribes twice', 'bo'),
  planted('subscribe: reports others’ comments once', 'sends incomplete comments', () => ({ subscribe }) => ({
    subscribe: intercept(subscribe, (change, onChange) => {
      onChange(
        change.type === 'added'
          ? ({ ...change, comment: { id: change.comment.id, body: change.comment.body } } as Change)
          : change,
      );
    }),
  })),
  omitting(
    'subscribe: reports others’ comments once',
    'omits comments by others',
    (change) => authorOf(change) === 'bo',
  ),
  repeatingFor('subscribe: reports the viewer’s own comments once', 'reports both the response and the event', 'ada'),
  omitting(
    'subscribe: reports the viewer’s own comments once',
    'omits comments by the viewer',
    (change) => authorOf(change) === 'ada',
  ),
  omitting('subscribe: reports edits', 'reports only new comments', ({ type }) => type === 'changed'),
  omitting('subscribe: reports removals', 'reports only new comments', ({ type }) => type === 'removed'),
  omitting(
    'subscribe: reports that the discussion closed',
    'reports only comments',
    ({ type }) => type === 'discussion',
  ),
  planted(
    'subscribe: keeps the order of events',
    'lets a later event overtake an earlier one',
    () =>
      ({ subscribe }) => {
        let received = 0;
        let held: Change | undefined;
        return {
          subscribe: intercept(subscribe, (change, onChange) => {
            if (authorOf(change) === 'bo' && ++received === 3) held = change;
            else {
              onChange(change);
              if (held) onChange(held);
              held = undefined;
            }
          }),
        };
      },
  ),
  planted('subscribe: ends with the signal', 'ignores a later abort', () => ({ subscribe }) => ({
    subscribe: (discussion, onChange, { signal }) => {
      if (!signal.aborted) subscribe(discussion, onChange, neverAborted());
    },
  })),
  planted(
    'subscribe: ignores a signal that is already aborted',
    'waits for an event that has already fired',
    () =>
      ({ subscribe }) => ({
        subscribe: (discussion, onChange, call) =>
          subscribe(discussion, onChange, call.signal.aborted ? neverAborted() : call),
      }),
  ),
  planted(
    'subscribe: reports only its own discussion',
    'subscribes to another discussion as well',
    () =>
      ({ subscribe }) => ({
        subscribe: (discussion, onChange, call) => {
          subscribe(discussion, onChange, call);
          subscribe({ ...discussion, key: `${discussion.key}-another` }, onChange, call);
        },
      }),
  ),
  planted('subscribe: keeps held comments private', 'sends the change before the comment is moderated', () => {
    const listeners = new Set<(change: Change) => void>();
    return ({ subscribe, submit }) => ({
      subscribe: (discussion, onChange, call) => {
        listeners.add(onChange);
        subscribe(discussion, onChange, call);
      },
      submit: async (draft, call) => {
        const result = await submit(draft, call);
        const { comment } = result;
        if (result.outcome === 'pending' && comment)
          listeners.forEach((listener) => listener({ type: 'added', comment }));
        return result;
      },
    });
  }),
  planted('viewer: own comments carry the viewer’s author id', 'uses another id for the profile', () => ({ list }) => ({
    list: (query, call) =>
      mapComments(list(query, call), (comment) =>
        comment.author ? { ...comment, author: { ...comment.author, id: `profile-${comment.author.id}` } } : comment,
      ),
  })),
  planted(
    'viewer: own comments carry the viewer’s author id',
    'recognises a guest, but lists their comments without the id',
    () =>
      ({ list }) => ({
        list: (query, call) =>
          mapComments(list(query, call), (comment) => ({ ...comment, author: { name: comment.author?.name ?? '' } })),
      }),
    { viewer: RECOGNISED_GUEST },
  ),
  planted('viewer: a guest cannot take the id of a signed-in viewer', 'derives ids from names', () => ({ list }) => ({
    list: (query, call) =>
      mapComments(list(query, call), (comment) =>
        comment.author?.name === 'Ada' ? { ...comment, author: { ...comment.author, id: 'ada' } } : comment,
      ),
  })),
  planted(
    'viewer: a guest cannot take the id of a signed-in viewer',
    'stores the id that the draft claims',
    () =>
      ({ submit }) => ({
        async submit({ authorId, ...draft }, call) {
          const { comment, ...result } = await submit(draft, call);
          return {
            ...result,
            ...(comment && {
              comment: { ...comment, author: { name: '', ...comment.author, id: authorId ?? 'guest' } },
            }),
          };
        },
      }),
  ),
  planted('viewer: a guest cannot take the id of a signed-in viewer', 'has one id for everyone', () => ({ open }) => ({
    open: async (discussion, call) => ({
      ...(await open(discussion, call)),
      viewer: { state: 'signed-in', author: { id: 'ada', name: 'Ada' } },
    }),
  })),
  planted(
    'viewer: changes on sign-in and sign-out',
    'returns a cached viewer from open()',
    () =>
      ({ open }, person) =>
        person === 'guest'
          ? {
              open: async (discussion, call) => ({ ...(await open(discussion, call)), viewer: { state: 'anonymous' } }),
            }
          : { open },
  ),
  planted(
    'viewer: signing out forgets a recognised guest',
    'keeps the guest',
    () => () => ({ signOut: async () => {} }),
    { viewer: RECOGNISED_GUEST },
  ),
  planted(
    'viewer: signing out forgets a recognised guest',
    'forgets the name of the guest, and still allows everything',
    () => {
      let isSignedOut = false;
      return ({ open, list }) => ({
        signOut: async () => void (isSignedOut = true),
        open: async (discussion, call) => ({
          ...(await open(discussion, call)),
          ...(isSignedOut && { viewer: { state: 'anonymous' } }),
        }),
        list: (query, call) =>
          mapComments(list(query, call), (comment) => (isSignedOut ? { ...comment, can: {} } : comment)),
      });
    },
    { viewer: RECOGNISED_GUEST },
  ),
  planted(
    'viewer: signing out forgets a recognised guest',
    'goes on to offer the comments of the guest',
    () => {
      let isSignedOut = false;
      return ({ list, signOut }) => ({
        async signOut(call) {
          await signOut(call);
          isSignedOut = true;
        },
        list: (query, call) =>
          mapComments(list(query, call), (comment) => (isSignedOut ? { ...comment, can: { remove: true } } : comment)),
      });
    },
    { viewer: RECOGNISED_GUEST },
  ),
  planted('viewer: notifies listeners until they unsubscribe', 'never unsubscribes', () => ({ onViewerChange }) => ({
    onViewerChange: (onChange) => {
      onViewerChange(onChange);
      return () => {};
    },
  })),
  planted('viewer: notifies listeners until they unsubscribe', 'notifies no one', () => () => ({
    onViewerChange: () => () => {},
  })),
];
