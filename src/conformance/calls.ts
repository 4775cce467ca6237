/** One proper call of each method that an adapter has, for rules that all of them share. */
import type { Call, CommentId, CommentsAdapter, DiscussionRef } from '../model/adapter.js';
import { newDraft, newKey, newText } from './posting.js';
import { defaultSort } from './reading.js';
import type { Scene } from './scene.js';

export interface MethodCall {
  readonly name: string;
  /** Whether it changes something. */
  readonly writes: boolean;
  readonly make: (adapter: CommentsAdapter, call: Call) => Promise<unknown>;
}

/** A comment that is not there. An adapter does not find out before it has asked the backend. */
const NO_ID = 'none';

/**
 * The methods of `adapter`, which has the same backend and the same viewer as the one under test. `id` is the comment that those are about that are about one. `signIn` is left out, since it may open a window, and so
 * is `signOut`, after which nothing else could be tried.
 */
export async function methodCalls(
  scene: Scene,
  { id = NO_ID, adapter = scene.adapter }: { readonly id?: CommentId | undefined; readonly adapter?: CommentsAdapter } = {},
): Promise<readonly MethodCall[]> {
  const { discussion } = scene;
  const draft = scene.adapter.submit && (await newDraft(scene));
  const about = (make: (one: Required<CommentsAdapter>, where: DiscussionRef, call: Call) => Promise<unknown>): MethodCall['make'] => {
    return (one, call) => make(one as Required<CommentsAdapter>, discussion, call);
  };
  const calls: readonly MethodCall[] = [
    { name: 'open', writes: false, make: about((one, where, call) => one.open(where, call)) },
    {
      name: 'list',
      writes: false,
      make: about((one, where, call) => one.list({ discussion: where, sort: defaultSort(one), limit: 5 }, call)),
    },
    { name: 'get', writes: false, make: about((one, where, call) => one.get(where, id, call)) },
    { name: 'source', writes: false, make: about((one, where, call) => one.source(where, id, call)) },
    { name: 'counts', writes: false, make: about((one, where, call) => one.counts([where], call)) },
    {
      name: 'submit',
      writes: true,
      make: about((one, where, call) =>
        one.submit({ ...draft, discussion: where, parentId: null, body: newText(), submitKey: newKey() }, call),
      ),
    },
    { name: 'edit', writes: true, make: about((one, where, call) => one.edit(where, { id, body: newText('Edited') }, call)) },
    { name: 'vote', writes: true, make: about((one, where, call) => one.vote(where, { id, value: 1 }, call)) },
    { name: 'report', writes: true, make: about((one, where, call) => one.report(where, { id, reason: reasonOf(one) }, call)) },
    { name: 'withdrawReport', writes: true, make: about((one, where, call) => one.withdrawReport(where, id, call)) },
    { name: 'pin', writes: true, make: about((one, where, call) => one.pin(where, { id, pinned: true }, call)) },
    { name: 'remove', writes: true, make: about((one, where, call) => one.remove(where, id, call)) },
    { name: 'restore', writes: true, make: about((one, where, call) => one.restore(where, id, call)) },
    { name: 'setClosed', writes: true, make: about((one, where, call) => one.setClosed(where, true, call)) },
  ];
  return calls.filter(({ name }) => typeof adapter[name as keyof CommentsAdapter] === 'function');
}

/** A reason that the adapter takes. */
export const reasonOf = ({ features }: CommentsAdapter): string => features?.report?.reasons?.[0]?.id ?? 'spam';
