/** The statement of reasons of a moderator's decision (EU Digital Services Act, Article 17). */
import {
  type Author,
  type Decision,
  type DecisionReasons,
  normalizeLine,
  normalizeText,
} from 'article-comments/rules.js';
import type { Kysely } from 'kysely';
import type { CommentRow, Tables } from '../database/tables.js';
import { type Caller, isOwn } from '../identity/caller.js';
import { Problem } from '../rules/problem.js';
import { screenText } from '../rules/screen-text.js';
import type { DiscussionChange } from './change-discussion.js';
import type { Judgement } from './judgement.js';
import type { Store } from './store.js';

/** What a moderator does to a comment by another person, or to its author. */
export interface Restriction {
  readonly measure: Decision['measure'];
  readonly comment: CommentRow;
  readonly reasons: DecisionReasons | undefined;
  /** When it ends. Null: it has no time limit. */
  readonly until?: Date | null;
}

/**
 * What the author reads: the reasons, and what the server knows itself. Undefined without reasons.
 *
 * @throws Problem without reasons, or without a rule or facts, if the house rules require them.
 */
export async function stateReasons(
  { rules, now }: Pick<Store, 'rules' | 'now'>,
  database: Kysely<Tables>,
  { measure, comment, reasons, until = null }: Restriction,
): Promise<Decision | undefined> {
  const rule = normalizeLine(reasons?.rule ?? '');
  const facts = normalizeText(reasons?.facts ?? '').trim();
  if (rules.decisions.required && (!reasons || rule === '' || facts === ''))
    throw new Problem('invalid', 'Name the law or the rule that the comment breaks, and the facts.');
  if (!reasons) return undefined;
  return {
    measure,
    ground: reasons.ground,
    ...(rule !== '' && { rule }),
    ...(facts !== '' && { facts }),
    basis: (await hasOpenNotice(database, comment)) ? 'notice' : 'own-initiative',
    automatedDetection: reasons.automatedDetection ?? isDetected(comment, rules),
    automated: reasons.automated ?? false,
    ...(until && { until: until.toISOString() }),
    decidedAt: now().toISOString(),
    redress: rules.redress,
  };
}

/** Whether a notice of illegal content about the comment waits for a decision. */
async function hasOpenNotice(database: Kysely<Tables>, { discussion, id }: CommentRow): Promise<boolean> {
  const notice = await database
    .selectFrom('legal_notices')
    .select('reference')
    .where('discussion', '=', discussion)
    .where('comment', '=', id)
    .where('decided_at', 'is', null)
    .where('erased_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return notice !== undefined;
}

/** Whether the list of words or the publisher's software has found it. Other comments are held for who has written them. */
function isDetected({ status, author, body, judgement }: CommentRow, rules: Store['rules']): boolean {
  if (judgement !== null && !(JSON.parse(judgement) as Judgement).isFailure) return true;
  const { name } = author === null ? { name: '' } : (JSON.parse(author) as Author);
  return status === 'pending' && screenText(`${name} ${body}`, rules).outcome === 'pending';
}

/** The same for a caller who may also be the author, and then needs no reasons. */
export async function reasonsFor(
  store: Pick<Store, 'rules' | 'now'>,
  { trx }: DiscussionChange,
  moderator: Caller,
  restriction: Restriction,
): Promise<Decision | undefined> {
  return isOwn(moderator, restriction.comment) ? undefined : stateReasons(store, trx, restriction);
}
