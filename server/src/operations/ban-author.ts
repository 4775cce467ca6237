/** What concerns one person: bans, and the answer to a warning. Both are safe to repeat. */
import type { DecisionReasons } from 'article-comments/rules.js';
import type { Data } from '../database/data.js';
import { findComment } from '../discussion/find-comment.js';
import { stateReasons } from '../discussion/state-reasons.js';
import type { Store } from '../discussion/store.js';
import { requireModerator } from '../identity/access.js';
import { clearWarning, setBan } from '../identity/bans-and-warnings.js';
import { Problem } from '../rules/problem.js';
import type { ApiRequest, DiscussionQuery } from './api-request.js';

export const banAuthor =
  (store: Store) =>
  async ({
    caller,
    query,
    id,
    body: { banned, until, decision: reasons },
    reply,
  }: ApiRequest<
    DiscussionQuery,
    { readonly banned: boolean; readonly until?: string; readonly decision?: DecisionReasons }
  >): Promise<void> => {
    const moderator = requireModerator(caller);
    const { row: comment } = await findComment(store, query.discussion, id, caller);
    const { owner } = comment;
    if (owner === null) throw new Problem('invalid', 'Nobody knows who has written this comment.');
    if (owner === caller.identity) throw new Problem('invalid', 'You cannot ban yourself.');
    const at = store.now();
    const end = until === undefined ? null : new Date(until);
    if (banned && end && end <= at) throw new Problem('invalid', 'The member "until" is in the past.');
    const restriction = { measure: 'banned', comment, reasons, until: end } as const;
    const decision = banned ? await stateReasons(store, store.database, restriction) : undefined;
    const ban = { by: `person:${moderator.id}`, name: moderator.author.name, at, until: end, decision };
    await setBan(store.database, owner, banned ? ban : undefined);
    void reply.code(204);
  };

export const acknowledgeWarning =
  ({ database }: Data) =>
  async ({
    caller: { identity },
    body,
    reply,
  }: ApiRequest<DiscussionQuery, { readonly id: string }>): Promise<void> => {
    if (identity !== undefined) await clearWarning(database, identity, body.id);
    void reply.code(204);
  };
