/** Loaded with permalinks, for a reader who follows a link to the report form of a comment, such as one in a mail. */
import type { Comment } from '../../model/adapter.js';
import { reportAvailability } from '../../presentation/report-availability.js';
import { isReportInAddress } from '../page/address.js';
import type { Feature } from '../section.js';
import type { SectionFrame } from '../section-frame.js';
import { openPanel } from '../list/panels.js';

/** Opens the report form of the comment in the address, if it can be reported. */
export class LinkedReport implements Feature {
  readonly #section: SectionFrame;

  constructor(section: SectionFrame) {
    this.#section = section;
  }

  async onLinkFollowed(comment: Comment): Promise<void> {
    if (!isReportInAddress()) return;
    const { store, view, dispatcher } = this.#section;
    const { adapter, state } = store;
    const { type } = reportAvailability(comment, state, { adapter, reportHref: undefined, permalink: '' });
    if (type === 'none' || type === 'link') return;
    openPanel(view, comment.id, 'report');
    // The form takes the focus when it is rendered.
    await dispatcher?.loadPanel('report');
  }
}
