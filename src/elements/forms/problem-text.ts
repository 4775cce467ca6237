import type { TakingPartMessages } from '../../i18n/messages.js';
import type { Comment } from '../../model/adapter.js';
import type { DraftProblem } from '../../model/drafts/draft-validation.js';
import type { Section } from '../section.js';

/** The problem of one field of a draft; empty if it has none. `parent`: the comment that the draft replies to. */
export function problemText(
  field: DraftProblem['field'],
  problems: readonly DraftProblem[],
  { messages, formats }: Section<TakingPartMessages>,
  parent?: Comment,
): string {
  const problem = problems.find((one) => one.field === field);
  switch (problem?.problem) {
    // The failure beside the form explains why the backend refused it.
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
