import {
  AdapterError,
  type Call,
  type Comment,
  type CommentId,
  type CommentsAdapter,
  type DiscussionRef,
  type ErrorKind,
  type Viewer,
} from '../../model/adapter.js';
import { isOfKind, orUndefined, requireAuthor, requireText } from './errors.js';

type MethodAboutComment = (
  discussion: DiscussionRef,
  subject: CommentId | { readonly id: CommentId },
  call: Call,
) => Promise<unknown>;

/** The methods about one comment. */
const ABOUT_COMMENT = [
  'source',
  'edit',
  'remove',
  'restore',
  'vote',
  'report',
  'withdrawReport',
  'pin',
  'approve',
  'reject',
  'hold',
  'feature',
  'hide',
  'ban',
] as const;

/** Kinds of errors with which backends answer a call about a comment that does not exist, or that belongs to another person. */
const AMBIGUOUS: readonly ErrorKind[] = ['forbidden', 'not-found', 'invalid', 'unavailable', 'bad-response'];

export interface RuleOptions {
  /** Loads a comment. Rejects with `not-found` if there is none. Default: the adapter's `get`; without it, comments are not loaded. */
  readonly find?: CommentsAdapter['get'];
  /**
   * Methods before which the comment is loaded, because the backend carries out calls that it should refuse: for `submit`, a reply to a
   * comment that is gone. Before all others, nothing is requested: if the backend refuses a call, the comment is loaded to find out why.
   * Default: none.
   */
  readonly loadFirst?: readonly ('submit' | (typeof ABOUT_COMMENT)[number])[];
}

/**
 * Adds rules of the contract that few backends enforce, or whose violation they report as something else:
 *
 * - A blank text is `invalid`, with the field `body`.
 * - A draft that was written as another viewer is `session-expired`.
 * - A reply to a comment that is unknown or was removed is `parent-gone`.
 * - A call about a comment that is unknown or was removed is `not-found`.
 * - Editing or removing another person's comment is `forbidden`, unless the viewer is a moderator or `Comment.can` allows it.
 * - A downvote is `unsupported` unless `features.votes` is `up-down`.
 *
 * The viewer is the one whom `open` last returned.
 *
 * @param adapter A plain object. Methods inherited from a class are not copied.
 */
export function enforceRules<Adapter extends CommentsAdapter>(
  adapter: Adapter,
  { find = adapter.get?.bind(adapter), loadFirst = [] }: RuleOptions = {},
): Adapter {
  let viewer: Viewer | undefined;

  /** The error for a rule that the call breaks. Undefined if it breaks none, and if comments are not loaded. */
  async function violation(
    name: string,
    [discussion, id, call]: readonly [DiscussionRef, CommentId, Call],
  ): Promise<AdapterError | undefined> {
    if (!find) return undefined;
    const comment = await orUndefined(find(discussion, id, call), 'not-found');
    const isReply = name === 'submit';
    if (!comment || comment.status === 'deleted' || (isReply && comment.status === 'hidden'))
      return new AdapterError(isReply ? 'parent-gone' : 'not-found');
    return isOthers(name, comment) ? new AdapterError('forbidden') : undefined;
  }

  /** Whether this is another person's comment, which the viewer may neither edit nor remove. */
  const isOthers = (name: string, { author, can = {} }: Comment): boolean =>
    (name === 'edit' || name === 'remove') &&
    viewer !== undefined &&
    !viewer.moderator &&
    !can[name] &&
    author?.id !== undefined &&
    author.id !== viewer.author?.id;

  async function checked<T>(
    name: (typeof ABOUT_COMMENT)[number] | 'submit',
    about: readonly [DiscussionRef, CommentId, Call],
    run: () => Promise<T>,
  ): Promise<T> {
    const isFirst = loadFirst.includes(name);
    const early = isFirst && (await violation(name, about));
    if (early) throw early;
    try {
      return await run();
    } catch (thrown) {
      if (isFirst || !isOfKind(thrown, ...AMBIGUOUS)) throw thrown;
      // If the comment cannot be loaded either, the error of the call says more.
      throw (await violation(name, about).catch(() => undefined)) ?? thrown;
    }
  }

  const enforced: Partial<Record<string, unknown>> = {};
  for (const name of ABOUT_COMMENT) {
    const method = adapter[name]?.bind(adapter) as MethodAboutComment | undefined;
    if (!method) continue;
    enforced[name] = (async (discussion, subject, call) => {
      const { id, ...values }: { readonly id: CommentId } = typeof subject === 'string' ? { id: subject } : subject;
      if ('body' in values) requireText(values.body as string);
      if ('value' in values && (values.value as number) < 0 && adapter.features?.votes !== 'up-down')
        throw new AdapterError('unsupported');
      return checked(name, [discussion, id, call], () => method(discussion, subject, call));
    }) satisfies MethodAboutComment;
  }
  const { open, submit, signIn, signOut, setToken } = adapter;
  const rules: Partial<CommentsAdapter> = {
    ...enforced,
    async open(...args) {
      const info = await open.apply(adapter, args);
      viewer = info.viewer;
      return info;
    },
    ...(submit && {
      async submit(draft, call) {
        const { discussion, parentId } = draft;
        requireText(draft.body);
        requireAuthor(draft, viewer);
        const run = () => submit.call(adapter, draft, call);
        return parentId === null ? run() : checked('submit', [discussion, parentId, call], run);
      },
    }),
    // The next viewer is known when the section has opened the discussion again.
    ...(signIn && { signIn: (...args) => ((viewer = undefined), signIn.apply(adapter, args)) }),
    ...(signOut && { signOut: (...args) => ((viewer = undefined), signOut.apply(adapter, args)) }),
    ...(setToken && { setToken: (...args) => ((viewer = undefined), setToken.apply(adapter, args)) }),
  };
  return { ...adapter, ...rules };
}
