import { type Decision, normalizeLine, normalizeText, type Redress } from 'article-comments/rules.js';
import { type Form, valueOf } from './form.js';
import type { EntryProblem } from './page-words.js';

/** What a moderator has entered, and the first thing that is wrong with it. */
export interface DecisionEntry {
  readonly measure: string;
  readonly ground: string;
  readonly rule: string;
  readonly facts: string;
  readonly automatedDetection: boolean;
  readonly automated: boolean;
  readonly redress: string;
  readonly href: string;
  readonly problem?: EntryProblem<DecisionField>;
}

export type DecisionField = 'measure' | 'ground' | 'rule' | 'facts' | 'redress' | 'href';

/** Maximum lengths in UTF-16 code units, as browsers count. */
export const maxLengths = { rule: 500, facts: 3000, redress: 1000, href: 2000 } as const;

/** The form before anything is entered. */
export const emptyEntry = ({ message = '', href = '' }: Redress): DecisionEntry => ({
  measure: '',
  ground: '',
  rule: '',
  facts: '',
  automatedDetection: false,
  automated: false,
  redress: message,
  href,
});

export function readDecision(form: Form): DecisionEntry {
  const entry: DecisionEntry = {
    measure: valueOf(form, 'measure'),
    ground: valueOf(form, 'ground'),
    rule: normalizeLine(valueOf(form, 'rule')),
    facts: normalizeText(valueOf(form, 'facts')).trim(),
    automatedDetection: valueOf(form, 'automatedDetection') === 'yes',
    automated: valueOf(form, 'automated') === 'yes',
    redress: normalizeText(valueOf(form, 'redress')).trim(),
    href: normalizeLine(valueOf(form, 'href')),
  };
  const problem = problemOf(entry);
  return problem ? { ...entry, problem } : entry;
}

function problemOf(entry: DecisionEntry): DecisionEntry['problem'] {
  const { measure, ground, rule, facts, redress, href } = entry;
  if (!isMeasure(measure)) return { field: 'measure', word: 'measureMissing' };
  if (!isGround(ground)) return { field: 'ground', word: 'judgedMissing' };
  if (rule === '' && measure !== 'kept') return { field: 'rule', word: 'ruleMissing' };
  if (facts === '') return { field: 'facts', word: 'factsMissing' };
  if (redress === '' && href === '') return { field: 'redress', word: 'redressMissing' };
  if (href !== '' && !(URL.canParse(href) && /^(https?|mailto):$/.test(new URL(href).protocol)))
    return { field: 'href', word: 'hrefInvalid' };
  for (const [field, most] of Object.entries(maxLengths) as [keyof typeof maxLengths, number][])
    if (entry[field].length > most) return { field, over: entry[field].length - most };
  return undefined;
}

type Measure = Exclude<Decision['measure'], 'rejected' | 'banned'>;

const isMeasure = (word: string): word is Measure => word === 'removed' || word === 'hidden' || word === 'kept';

export const isGround = (word: string): word is Decision['ground'] => word === 'law' || word === 'terms';

/** The decision of an entry without a problem; undefined if it has one. */
export function decisionOf({
  measure,
  ground,
  rule,
  facts,
  automatedDetection,
  automated,
  redress,
  href,
  problem,
}: DecisionEntry): Decision | undefined {
  if (problem || !isMeasure(measure) || !isGround(ground)) return undefined;
  return {
    measure,
    ground,
    ...(rule !== '' && { rule }),
    facts,
    automatedDetection,
    automated,
    redress: { ...(redress !== '' && { message: redress }), ...(href !== '' && { href }) },
  };
}

/** The entry that makes a decision again, for another notice of the same comment. */
export const entryOf = ({
  measure,
  ground,
  rule = '',
  facts = '',
  automatedDetection = false,
  automated = false,
  redress,
}: Decision): DecisionEntry => ({
  measure: isMeasure(measure) ? measure : 'removed',
  ground,
  rule,
  facts,
  automatedDetection,
  automated,
  redress: redress?.message ?? '',
  href: redress?.href ?? '',
});
