import { normalizeLine, normalizeText } from 'article-comments/rules.js';
import { markup, type Markup } from '../notices/markup.js';
import type { HouseRules } from '../rules/house-rules.js';
import { isGround } from './decision-entry.js';
import { type Form, valueOf } from './form.js';
import type { ModerationWords } from './languages/en.js';
import { type EntryProblem, type PageWords, problemText, reasonText } from './page-words.js';

/** Maximum length of a note, in UTF-16 code units, as browsers count. */
export const maxNoteLength = 500;

/** What a moderator has entered, and what is wrong with it. */
export interface RemovalEntry {
  readonly reason: string;
  readonly note: string;
  /** `law`, `terms`, or empty: the author gets no statement of reasons. */
  readonly ground: string;
  /** The provision or the rule. */
  readonly rule: string;
  readonly problem?: EntryProblem<RemovalField>;
}

export type RemovalField = 'reason' | 'note' | 'ground' | 'rule';

export const emptyRemoval: RemovalEntry = { reason: '', note: '', ground: '', rule: '' };

/** The fields of a removal, of one comment or of several. `id`: a prefix for the ids of its fields. */
export function removalFields(
  { id, rules, entry }: { readonly id: string; readonly rules: HouseRules; readonly entry: RemovalEntry },
  words: PageWords,
): Markup {
  const { own, legal, takingPart } = words;
  const { problem } = entry;
  const invalid = (field: RemovalField): Markup | false =>
    problem?.field === field && markup` aria-invalid="true" aria-describedby="${id}-problem" autofocus`;
  const message = (field: RemovalField): Markup | false =>
    problem?.field === field && markup`<p class="problem" id="${id}-problem">${problemText(problem, words)}</p>`;
  const option = (value: string, label: string, chosen: string): Markup =>
    markup`<option value="${value}"${value === chosen && markup` selected`}>${label}</option>`;
  return markup`
<label for="${id}-reason">${legal.reason}</label>
<select id="${id}-reason" name="reason" required${invalid('reason')}>
<option value="">${takingPart.reasonMissing}</option>
${rules.reasons.map((reason) => option(reason.id, reasonText(rules, reason.id, words), entry.reason))}
</select>
${message('reason')}
<label for="${id}-note">${own.note}</label>
<textarea id="${id}-note" name="note" rows="3" maxlength="${maxNoteLength}" dir="auto"${invalid('note')}>
${entry.note}</textarea>
${message('note')}
<label for="${id}-ground">${own.judgedBy}</label>
<select id="${id}-ground" name="ground"${invalid('ground')}>
<option value="">${own.notSaid}</option>
${option('law', legal.decision.grounds.law, entry.ground)}
${option('terms', legal.decision.grounds.terms, entry.ground)}
</select>
${message('ground')}
<label for="${id}-rule">${legal.decision.rule} ${takingPart.optional}</label>
<input id="${id}-rule" name="rule" value="${entry.rule}" maxlength="${maxNoteLength}" dir="auto"${invalid('rule')}>
${message('rule')}`;
}

/** The reason that says nothing by itself. */
const needsNote = 'other';

/** Reads the fields of the removal form and says what is wrong with them. */
export function readRemoval(
  form: Form,
  { reasons, decisions }: Pick<HouseRules, 'reasons' | 'decisions'>,
): RemovalEntry {
  const reason = valueOf(form, 'reason');
  const note = normalizeText(valueOf(form, 'note')).trim();
  const ground = valueOf(form, 'ground');
  const rule = normalizeLine(valueOf(form, 'rule'));
  const entry = { reason, note, ground, rule };
  const problem = (field: RemovalField, word: keyof ModerationWords | 'reasonMissing'): RemovalEntry => ({
    ...entry,
    problem: { field, word },
  });
  if (!reasons.some(({ id }) => id === reason)) return problem('reason', 'reasonMissing');
  if (reason === needsNote && note === '') return problem('note', 'noteMissing');
  if (note.length > maxNoteLength) return { ...entry, problem: { field: 'note', over: note.length - maxNoteLength } };
  if (decisions.required && ground === '') return problem('ground', 'judgedMissing');
  if (decisions.required && rule === '') return problem('rule', 'ruleMissing');
  if (decisions.required && note === '') return problem('note', 'noteMissing');
  if (ground !== '' && !isGround(ground)) return problem('ground', 'judgedMissing');
  if (ground === '' && rule !== '') return problem('ground', 'judgedMissing');
  if (rule.length > maxNoteLength) return { ...entry, problem: { field: 'rule', over: rule.length - maxNoteLength } };
  return entry;
}
