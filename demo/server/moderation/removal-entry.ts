import { normalizeText } from '../discussion/normalize-text.js';
import type { HouseRules } from '../house-rules.js';
import { maxNoteLength, type RemovalEntry } from './action-forms.js';
import { valueOf, type Form } from './form.js';

/** The reason that says nothing by itself. */
const needsNote = 'other';

/** Reads the fields of the removal form and says what is wrong with them. */
export function readRemoval(form: Form, { reasons }: Pick<HouseRules, 'reasons'>): RemovalEntry {
  const reason = valueOf(form, 'reason');
  const note = normalizeText(valueOf(form, 'note')).trim();
  const problem = (field: 'reason' | 'note', text: string): RemovalEntry => ({
    reason,
    note,
    problem: { field, text },
  });
  if (!reasons.some(({ id }) => id === reason)) return problem('reason', 'Choose one of the reasons.');
  if (reason === needsNote && note === '') return problem('note', 'Say what is wrong with the comment.');
  if (note.length > maxNoteLength)
    return problem('note', `The note has ${note.length} characters and may have up to ${maxNoteLength}.`);
  return { reason, note };
}
