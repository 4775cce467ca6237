import type { Data } from '../database/data.js';
import type { CommentRow, DiscussionRow } from '../database/tables.js';
import { isOpen } from '../discussion/closing.js';
import { type Judgement, notAsked, published, type Question, reasonText } from '../discussion/judgement.js';
import type { Store } from '../discussion/store.js';
import { type Caller, isModerator } from '../identity/caller.js';
import { Problem } from '../rules/problem.js';
import type { AdmittedRef } from './note-page.js';

/** A text to be published. */
export interface JudgedText {
  /** The same for each attempt to store the text. */
  readonly key: string;
  readonly action: Question['action'];
  readonly text: string;
  /** Id of the comment that it replies to. Empty at the top level. */
  readonly parent: string;
  readonly page: Pick<AdmittedRef, 'key' | 'signedPage'>;
  /** Undefined before the first comment. */
  readonly discussion: DiscussionRow | undefined;
}

/**
 * Asks the judge, if there is one. Texts of moderators are published without. What cannot be stored is `not-asked`: a new comment in a closed
 * discussion, or below a comment that others do not read. Call it outside of transactions: it takes time.
 */
export async function judgeText(
  store: Store,
  caller: Caller,
  { key, action, text, parent, page, discussion }: JudgedText,
): Promise<Judgement> {
  if (!store.judge || isModerator(caller)) return published;
  if (!isOpen(discussion, store.now())) return notAsked;
  const above = parent === '' ? undefined : await findParent(store, discussion, parent);
  // A reply stays when its parent is removed, and can be edited.
  if (parent !== '' && !above && action === 'new') return notAsked;
  return store.judge.ask(key, {
    action,
    discussion: { key: page.key, url: discussion?.url || (page.signedPage?.url ?? '') },
    parent: above ? { text: above.body } : null,
    author: { kind: caller.person ? 'account' : 'guest' },
    text,
  });
}

/** Undefined if there is none that others read. */
async function findParent(
  { database }: Data,
  discussion: DiscussionRow | undefined,
  id: string,
): Promise<Pick<CommentRow, 'body'> | undefined> {
  if (!discussion) return undefined;
  return database
    .selectFrom('comments')
    .select('body')
    .where('discussion', '=', discussion.id)
    .where('id', '=', id)
    .where('status', '=', 'visible')
    .executeTakeFirst();
}

/** The answer to a writer whose text is not stored. */
export const rejection = (judgement: Judgement): Problem =>
  new Problem(
    'rejected',
    judgement.isFailure
      ? `${reasonText(judgement.reasons)} Please try again later.`
      : reasonText(judgement.reasons) || 'This cannot be published here.',
    { field: 'body' },
  );
