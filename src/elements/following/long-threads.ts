import type { VisitMessages } from '../../i18n/messages.js';
import { updatingThread } from '../../model/discussion/updating-thread.js';
import type { Feature } from '../section.js';
import type { SectionFrame } from '../section-frame.js';

/** Has an edit or a vote count change the thread instead of making it anew. Among 5,000 comments, that takes 0.2 ms instead of 2.3. */
export class LongThreads implements Feature {
  constructor(section: SectionFrame<VisitMessages>) {
    section.threadOf = updatingThread();
  }
}
