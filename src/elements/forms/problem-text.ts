import type { Formats } from '../../i18n/formats.js';
import type { Messages } from '../../i18n/messages.js';
import type { DraftProblem } from '../../model/drafts/draft-validation.js';

/** What is wrong with one field of a draft; empty when nothing is. */
export function problemText(
  field: DraftProblem['field'],
  problems: readonly DraftProblem[],
  { messages, formats }: { readonly messages: Messages; readonly formats: Formats },
): string {
  const problem = problems.find((one) => one.field === field);
  switch (problem?.problem) {
    // What the backend refused is explained by the failure beside the form.
    case 'refused':
    case undefined:
      return '';
    case 'too-short':
      return messages.bodyTooShort(problem.least, formats.number(problem.least));
    case 'too-long':
      return messages.charactersOver(problem.over, formats.number(problem.over));
    case 'missing':
      return field === 'body' ? messages.bodyMissing : messages.fieldMissing;
    case 'invalid':
      return field === 'website' ? messages.websiteInvalid : messages.emailInvalid;
  }
}
