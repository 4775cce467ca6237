import { normalizeLine, normalizeText } from '../discussion/normalize-text.js';
import type { HouseRules } from '../house-rules.js';
import { maxNoteLength, type RemovalEntry, type RemovalField } from './removal-fields.js';
import { valueOf, type Form } from './form.js';
import type { ModerationWords } from './languages/en.js';
import { isGround } from './legal-notices/decision-entry.js';

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
