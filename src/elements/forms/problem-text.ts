import type { TakingPartMessages } from '../../i18n/messages.js';
import type { Comment } from '../../model/adapter.js';
import type { DraftProblem } from '../../model/drafts/draft-validation.js';
import type { Section } from '../section.js';
import { counterText } from './character-counter.js';

/** The problem of one field of a draft; empty if it has none. `parent`: the comment that the draft replies to. */
export function problemText(
  field: DraftProblem['field'],
  problems: readonly DraftProblem[],
  section: Section<TakingPartMessages>,
  parent?: Comment,
): string {
  const { messages, formats } = section;
  const problem = problems.find((one) => one.field === field);
  switch (problem?.problem) {
    // The failure beside the form explains why the backend refused it.
    case 'refused':
    case undefined:
      return '';
    case 'too-short':
      return messages.bodyTooShort(problem.least, formats.number(problem.least));
    case 'too-long':
      return counterText(-problem.over, section);
    case 'missing':
      if (field !== 'body') return messages.fieldMissing[field];
      return parent ? messages.replyMissing : messages.bodyMissing;
    case 'invalid':
      return field === 'website' ? messages.websiteInvalid : messages.emailInvalid;
  }
}
