import type { Comment } from '../../../src/model/adapter.js';
import type { Asked } from '../contract/routes.js';
import { byKey, changeDiscussion, requireMayWrite } from '../discussion/change-discussion.js';
import { checkText } from '../discussion/check-text.js';
import { moderate } from '../discussion/moderate.js';
import { editableUntil, isListed } from '../discussion/present-comment.js';
import { presentOne } from '../discussion/view.js';
import { Problem } from '../http/problem.js';
import { isOwn } from '../identity/caller.js';
import type { Store } from '../store.js';
import type { ByDiscussion } from './by-discussion.js';

interface Edit {
  readonly body: string;
  readonly revision?: string;
}

export const editComment =
  (store: Store) =>
  async ({ caller, query, id, body: edit }: Asked<ByDiscussion, Edit>): Promise<Comment> => {
    const { discussion, row } = await changeDiscussion(store, byKey(query.discussion), async (change) => {
      const { rules } = store;
      const before = await change.find(id);
      if (!isListed(before, caller) || (before.status !== 'visible' && before.status !== 'pending'))
        throw new Problem('not-found', 'This comment is no longer there.');
      if (!isOwn(caller, before)) throw new Problem('forbidden', 'You cannot edit this comment.');
      const text = checkText(edit.body, rules);
      // Sent again after a lost answer, it is there already.
      if (text === before.body) return { discussion: change.discussion, row: before };
      requireMayWrite(caller);
      change.requireOpen();
      if (change.now >= editableUntil(before, rules)) throw new Problem('forbidden', 'You cannot edit this comment any more.');
      if (edit.revision !== undefined && edit.revision !== String(before.revision))
        throw new Problem('conflict', 'This comment has been changed meanwhile.');
      const verdict = moderate(text, rules);
      if (verdict.outcome === 'rejected') throw new Problem('rejected', verdict.reason, { field: 'body' });
      // What others have read and answered cannot be held back any more.
      if (verdict.outcome === 'pending' && before.status === 'visible')
        throw new Problem('rejected', 'With these words an editor would have to see it first. Please post it as a comment of its own.', {
          field: 'body',
        });
      const changes = { body: text, format: 'text', edited_at: change.now, revision: before.revision + 1 } as const;
      return { discussion: change.discussion, row: await change.update(before, changes) };
    });
    return presentOne(store, discussion, row, caller);
  };
