import type { Change, CommentsAdapter } from '../../../src/model/adapter.js';
import { mapped, planted, unheeding } from './planted-fault.js';

type Subscribe = Required<CommentsAdapter>['subscribe'];

/** A subscription whose changes pass through here. */
const passing =
  (subscribe: Subscribe, pass: (change: Change, onChange: (change: Change) => void) => void): Subscribe =>
  (discussion, onChange, call) =>
    subscribe(discussion, (change) => pass(change, onChange), call);

const authorOf = (change: Change): string | undefined => (change.type === 'added' ? change.comment.author?.id : undefined);

const leavingOut = (check: string, mistake: string, isLeftOut: (change: Change) => boolean) =>
  planted(check, mistake, () => ({ subscribe }) => ({
    subscribe: passing(subscribe, (change, onChange) => {
      if (!isLeftOut(change)) onChange(change);
    }),
  }));

const tellingTwice = (check: string, mistake: string, author: string) =>
  planted(check, mistake, () => ({ subscribe }) => ({
    subscribe: passing(subscribe, (change, onChange) => {
      onChange(change);
      if (authorOf(change) === author) onChange(change);
    }),
  }));

export const following = [
  tellingTwice('subscribe: tells what others post, once', 'listens twice', 'bo'),
  planted('subscribe: tells what others post, once', 'sends the id alone', () => ({ subscribe }) => ({
    subscribe: passing(subscribe, (change, onChange) => {
      onChange(change.type === 'added' ? ({ ...change, comment: { id: change.comment.id, body: change.comment.body } } as Change) : change);
    }),
  })),
  leavingOut('subscribe: tells what others post, once', 'hears nothing of others', (change) => authorOf(change) === 'bo'),
  tellingTwice('subscribe: tells what one posts oneself, once', 'tells it once by the answer and once by the line', 'ada'),
  leavingOut('subscribe: tells what one posts oneself, once', 'leaves out what one did oneself', (change) => authorOf(change) === 'ada'),
  leavingOut('subscribe: tells edits', 'tells of new comments only', ({ type }) => type === 'changed'),
  leavingOut('subscribe: tells removals', 'tells of new comments only', ({ type }) => type === 'removed'),
  leavingOut('subscribe: tells when the discussion closes', 'tells of comments only', ({ type }) => type === 'discussion'),
  planted('subscribe: tells things in the order in which they happened', 'lets a later one overtake', () => ({ subscribe }) => {
    let heard = 0;
    let held: Change | undefined;
    return {
      subscribe: passing(subscribe, (change, onChange) => {
        if (authorOf(change) === 'bo' && ++heard === 3) held = change;
        else {
          onChange(change);
          if (held) onChange(held);
          held = undefined;
        }
      }),
    };
  }),
  planted('subscribe: ends with the signal', 'does not look at the signal again', () => ({ subscribe }) => ({
    subscribe: (discussion, onChange, { signal }) => {
      if (!signal.aborted) subscribe(discussion, onChange, unheeding());
    },
  })),
  planted('subscribe: begins nothing with a signal that is aborted already', 'waits for an event that has been', () => ({ subscribe }) => ({
    subscribe: (discussion, onChange, call) => subscribe(discussion, onChange, call.signal.aborted ? unheeding() : call),
  })),
  planted('subscribe: tells of its own discussion only', 'listens to the whole site', () => ({ subscribe }) => ({
    subscribe: (discussion, onChange, call) => {
      subscribe(discussion, onChange, call);
      subscribe({ ...discussion, key: `${discussion.key}-another` }, onChange, call);
    },
  })),
  planted('subscribe: tells nobody else of what is held', 'tells before it looks', () => {
    const listeners = new Set<(change: Change) => void>();
    return ({ subscribe, submit }) => ({
      subscribe: (discussion, onChange, call) => {
        listeners.add(onChange);
        subscribe(discussion, onChange, call);
      },
      submit: async (draft, call) => {
        const result = await submit(draft, call);
        const { comment } = result;
        if (result.outcome === 'pending' && comment) listeners.forEach((listener) => listener({ type: 'added', comment }));
        return result;
      },
    });
  }),
  planted('viewer: one’s own comments are told by the author’s id', 'has another id for the profile', () => ({ list }) => ({
    list: (query, call) =>
      mapped(list(query, call), (comment) =>
        comment.author ? { ...comment, author: { ...comment.author, id: `profile-${comment.author.id}` } } : comment,
      ),
  })),
  planted(
    'viewer: signing in and out changes who reads',
    'answers open() from before',
    () =>
      ({ open }, person) =>
        person === 'guest'
          ? { open: async (discussion, call) => ({ ...(await open(discussion, call)), viewer: { state: 'anonymous' } }) }
          : { open },
  ),
  planted('viewer: whoever listens is told, and only as long as they want', 'never stops', () => ({ onViewerChange }) => ({
    onViewerChange: (onChange) => {
      onViewerChange(onChange);
      return () => {};
    },
  })),
  planted('viewer: whoever listens is told, and only as long as they want', 'tells nobody', () => () => ({
    onViewerChange: () => () => {},
  })),
];
