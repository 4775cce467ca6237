import type { Comment } from '../../../src/model/adapter.js';
import type { ApiRequest } from '../contract/routes.js';
import { refByKey, changeDiscussion } from '../discussion/change-discussion.js';
import { validateBody } from '../discussion/validate-draft.js';
import { screenText } from '../discussion/screen-text.js';
import { editableUntil } from '../discussion/present-comment.js';
import { isReadableBy } from '../discussion/readable.js';
import { isReviewed } from '../discussion/review-rules.js';
import { presentOne } from '../discussion/load-view.js';
import { Problem } from '../http/problem.js';
import { requireWriteAccess } from '../identity/access.js';
import { isOwn } from '../identity/caller.js';
import type { Store } from '../store.js';
import type { DiscussionQuery } from './discussion-query.js';

interface Edit {
  readonly body: string;
  readonly revision?: string;
}

export const editComment =
  (store: Store) =>
  async ({ caller, query, id, body: edit }: ApiRequest<DiscussionQuery, Edit>): Promise<Comment> => {
    const { discussion, row } = await changeDiscussion(store, refByKey(query.discussion), async (change) => {
      const { rules } = store;
      const before = await change.find(id);
      if (!isReadableBy(before, caller) || (before.status !== 'visible' && before.status !== 'pending'))
        throw new Problem('not-found', 'This comment is no longer there.');
      if (!isOwn(caller, before)) throw new Problem('forbidden', 'You cannot edit this comment.');
      const text = validateBody(edit.body, rules);
      // A retry after a lost response.
      if (text === before.body) return { discussion: change.discussion, row: before };
      requireWriteAccess(caller);
      change.requireOpen();
      if (change.now >= editableUntil(before, rules))
        throw new Problem('forbidden', 'You can no longer edit this comment.');
      if (edit.revision !== undefined && edit.revision !== String(before.revision))
        throw new Problem('conflict', 'This comment has changed in the meantime.');
      const verdict = screenText(text, rules);
      if (verdict.outcome === 'rejected') throw new Problem('rejected', verdict.reason, { field: 'body' });
      // A comment that others have read or replied to cannot be held any more.
      if ((verdict.outcome === 'pending' || isReviewed(rules, caller)) && before.status === 'visible')
        throw new Problem('rejected', 'This wording needs review by an editor. Please post it as a new comment.', {
          field: 'body',
        });
      const changes = { body: text, format: 'text', edited_at: change.now, revision: before.revision + 1 } as const;
      return { discussion: change.discussion, row: await change.update(before, changes) };
    });
    return presentOne(store, discussion, row, caller);
  };
