import { normalizeLine, normalizeText } from '../discussion/normalize-text.js';
import type { HouseRules } from '../house-rules.js';
import { maxNoteLength, type RemovalEntry, type RemovalField } from './action-forms.js';
import { valueOf, type Form } from './form.js';
import { isGround } from './legal-notices/decision-entry.js';

/** The reason that says nothing by itself. */
const needsNote = 'other';

/** Reads the fields of the removal form and says what is wrong with them. */
export function readRemoval(form: Form, { reasons }: Pick<HouseRules, 'reasons'>): RemovalEntry {
  const reason = valueOf(form, 'reason');
  const note = normalizeText(valueOf(form, 'note')).trim();
  const ground = valueOf(form, 'ground');
  const rule = normalizeLine(valueOf(form, 'rule'));
  const entry = { reason, note, ground, rule };
  const problem = (field: RemovalField, text: string): RemovalEntry => ({ ...entry, problem: { field, text } });
  if (!reasons.some(({ id }) => id === reason)) return problem('reason', 'Choose one of the reasons.');
  if (reason === needsNote && note === '') return problem('note', 'Say what is wrong with the comment.');
  if (note.length > maxNoteLength)
    return problem('note', `The note has ${note.length} characters and may have up to ${maxNoteLength}.`);
  if (ground !== '' && !isGround(ground)) return problem('ground', 'Choose the law or the rules.');
  if (ground === '' && rule !== '')
    return problem('ground', 'Choose whether this is a law or a rule of this site, or leave the field below empty.');
  if (rule.length > maxNoteLength)
    return problem('rule', `The rule has ${rule.length} characters and may have up to ${maxNoteLength}.`);
  return entry;
}
