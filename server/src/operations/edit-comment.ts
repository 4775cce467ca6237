import type { Comment } from 'article-comments/rules.js';
import { refByKey, writeInDiscussion } from '../discussion/change-discussion.js';
import { requireOpen } from '../discussion/closing.js';
import { validateBody } from '../discussion/valid-comment.js';
import { findComment, type FoundComment } from '../discussion/find-comment.js';
import { allowsEdit, judgementOfEdit, notAsked } from '../discussion/judgement.js';
import { presentOne } from '../discussion/load-view.js';
import { editableUntil } from '../discussion/present-comment.js';
import { isReadableBy } from '../discussion/readable.js';
import { isReviewed } from '../discussion/review-rules.js';
import type { Store } from '../discussion/store.js';
import { requireWriteAccess } from '../identity/access.js';
import { type Caller, isOwn } from '../identity/caller.js';
import { withHold } from '../rules/hold.js';
import { Problem } from '../rules/problem.js';
import { screenText } from '../rules/screen-text.js';
import type { ApiRequest, DiscussionQuery } from './api-request.js';
import { judgeText, rejection } from './judge-text.js';

interface Edit {
  readonly body: string;
  readonly revision?: string;
}

/** Asks the judge before the change, whose checks are repeated in it: the comment may have changed meanwhile. */
export const editComment =
  (store: Store) =>
  async ({ caller, query, id, body: edit }: ApiRequest<DiscussionQuery, Edit>): Promise<Comment> => {
    const found = await findComment(store, query.discussion, id, caller);
    const text = checkEdit(store, caller, { ...found, now: store.now() }, edit);
    const judgement =
      text === found.row.body
        ? notAsked
        : await judgeText(store, caller, {
            key: id,
            action: 'edit',
            text,
            parent: found.row.parent,
            page: found.discussion,
            discussion: found.discussion,
          });
    if (judgement.outcome === 'reject') throw rejection(judgement);
    const { discussion, row } = await writeInDiscussion(
      store,
      refByKey(query.discussion),
      caller,
      async (change, current) => {
        const before = await change.find(id);
        checkEdit(store, current, { discussion: change.discussion, row: before, now: change.now }, edit);
        // A retry after a lost response.
        if (text === before.body) return { discussion: change.discussion, row: before };
        // When it was sent, it was the text that is stored, or the discussion was closed.
        if (judgement.outcome === 'not-asked') throw changedMeanwhile();
        if (!allowsEdit(judgement, before)) throw needsNewComment();
        const changes = {
          body: text,
          format: 'text',
          edited_at: change.now,
          revision: before.revision + 1,
          ...judgementOfEdit(judgement),
        } as const;
        return { discussion: change.discussion, row: await change.update(before, changes) };
      },
    );
    return presentOne(store, discussion, row, caller);
  };

/** Returns the text as stored. Throws a `Problem` if it cannot replace the present one. */
function checkEdit(
  { rules }: Store,
  caller: Caller,
  { discussion, row, now }: FoundComment & { readonly now: Date },
  edit: Edit,
): string {
  if (!isReadableBy(row, caller) || (row.status !== 'visible' && row.status !== 'pending'))
    throw new Problem('not-found', 'This comment is no longer there.');
  if (!isOwn(caller, row)) throw new Problem('forbidden', 'You cannot edit this comment.');
  const text = validateBody(edit.body, rules);
  if (text === row.body) return text;
  requireWriteAccess(caller);
  requireOpen(discussion, now);
  if (now >= editableUntil(row, rules)) throw new Problem('forbidden', 'You can no longer edit this comment.');
  if (edit.revision !== undefined && edit.revision !== String(row.revision)) throw changedMeanwhile();
  const verdict = screenText(text, rules);
  if (verdict.outcome === 'rejected') throw new Problem('rejected', verdict.reason, { field: 'body' });
  if (
    row.status === 'visible' &&
    (verdict.outcome === 'pending' || isReviewed(withHold(rules, discussion.hold), caller))
  )
    throw needsNewComment();
  return text;
}

const changedMeanwhile = (): Problem => new Problem('conflict', 'This comment has changed in the meantime.');

/** A comment that others have read or replied to cannot be held any more. */
const needsNewComment = (): Problem =>
  new Problem('rejected', 'This wording needs review by an editor. Please post it as a new comment.', {
    field: 'body',
  });
