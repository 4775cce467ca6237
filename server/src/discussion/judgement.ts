/** What software of the publisher says of texts before others read them. */
import type { CommentRow } from '../database/tables.js';

/** What the judge is asked: nothing that names a guest, and no address. */
export interface Question {
  readonly action: 'new' | 'edit';
  /** `url`: of the page; empty if unknown. */
  readonly discussion: { readonly key: string; readonly url: string };
  /** The comment that it replies to. */
  readonly parent: { readonly text: string } | null;
  readonly author: { readonly kind: 'guest' | 'account' };
  readonly text: string;
}

export const outcomes = ['publish', 'hold', 'reject', 'reconsider'] as const;

export interface Judgement {
  /** `reconsider`: the writer is asked to read the text again. `not-asked`: nobody has judged it, so it must not be published. */
  readonly outcome: (typeof outcomes)[number] | 'not-asked';
  /** For people: the writer of a rejected text, and moderators. */
  readonly reasons: readonly string[];
  /** Whether the judge has failed, and a house rule decided. */
  readonly isFailure?: true;
}

export const published: Judgement = { outcome: 'publish', reasons: [] };

/** Of a text that cannot be stored, or that is stored already, as far as anybody can tell before the transaction. */
export const notAsked: Judgement = { outcome: 'not-asked', reasons: [] };

/** Software of the publisher that judges texts. */
export interface Judge {
  /** Never rejects. The same question with the same key gets the same answer for a minute, except after a failure. */
  ask(key: string, question: Question): Promise<Judgement>;
}

type StoredJudgement = Pick<CommentRow, 'judgement'>;

/**
 * What a new comment becomes. Only one that the judge publishes and no house rule holds is visible; a rejected one is stored like a held
 * one, and then removed, so that moderators can restore it. `isHeld`: by a house rule.
 */
export function statusOfNew(
  judgement: Judgement,
  isHeld: boolean,
): StoredJudgement & Pick<CommentRow, 'status' | 'outcome'> {
  const { outcome } = judgement;
  const isVisible = outcome === 'publish' && !isHeld;
  return {
    status: isVisible ? 'visible' : 'pending',
    outcome: outcome === 'reject' ? 'rejected' : isVisible ? 'published' : 'pending',
    judgement: outcome === 'publish' ? null : JSON.stringify(judgement),
  };
}

/** Whether the judge lets a comment with this status have its new text. A visible one cannot be held: others have read it or replied. */
export const allowsEdit = ({ outcome }: Judgement, { status }: Pick<CommentRow, 'status'>): boolean =>
  outcome !== 'hold' || status !== 'visible';

/** What is stored of the judgement of a new text. */
export const judgementOfEdit = (judgement: Judgement): StoredJudgement => ({
  judgement: judgement.outcome === 'hold' ? JSON.stringify(judgement) : null,
});

/** Why the judge did not publish a stored comment at once. */
export const reasonsOf = ({ judgement }: Pick<CommentRow, 'judgement'>): readonly string[] =>
  judgement === null ? [] : (JSON.parse(judgement) as Judgement).reasons;

/** The reasons as one text; empty if there are none. */
export const reasonText = (reasons: readonly string[]): string => reasons.join(' ');
