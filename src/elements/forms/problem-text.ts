import type { Formats } from '../../i18n/formats.js';
import type { Messages } from '../../i18n/messages.js';
import type { Comment } from '../../model/adapter.js';
import type { DraftProblem } from '../../model/drafts/draft-validation.js';

interface ProblemTextOptions {
  readonly messages: Messages;
  readonly formats: Formats;
  /** The comment that the draft replies to. */
  readonly parent?: Comment | undefined;
}

/** What is wrong with one field of a draft; empty when nothing is. */
export function problemText(
  field: DraftProblem['field'],
  problems: readonly DraftProblem[],
  { messages, formats, parent }: ProblemTextOptions,
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
      if (field !== 'body') return messages.fieldMissing[field];
      return parent ? messages.replyMissing : messages.bodyMissing;
    case 'invalid':
      return field === 'website' ? messages.websiteInvalid : messages.emailInvalid;
  }
}
