import { markup, type Markup, type MarkupValue } from './markup.js';
import type { Notice } from './notice.js';
import { count } from './words.js';

/** The notice, with the focus: the next press of Tab goes on from here. */
export function noticeView(notice: Notice, { path, retentionDays }: NoticePlace): Markup {
  return markup`<p class="notice" role="status" tabindex="-1" autofocus>${text(notice, { path, retentionDays })}</p>`;
}

export interface NoticePlace {
  /** Path of the moderation pages. */
  readonly path: string;
  readonly retentionDays: number;
}

function text(notice: Notice, { path, retentionDays }: NoticePlace): MarkupValue {
  if (notice.type === 'erased') {
    const { comments, votes, reports, sessions } = notice.data;
    return markup`Erased everything by <bdi>${notice.identity}</bdi>: ${count(comments, 'comment')}, ${count(votes, 'vote')}, ${count(reports, 'report')} and ${count(sessions, 'session')}.`;
  }
  if (notice.type === 'said') return notice.text;
  const comment = markup`the comment by <bdi>${notice.name}</bdi>`;
  switch (notice.type) {
    case 'approved':
      return markup`Approved ${comment}. Readers see it now.`;
    case 'removed':
      return retentionDays === 0
        ? markup`Removed and erased ${comment}.`
        : markup`Removed ${comment}. For ${count(retentionDays, 'day')} it can be restored from <a href="${path}/removed">Removed</a>.`;
    case 'dismissed':
      return markup`Dismissed the reports of ${comment}. It stays as it is.`;
    case 'restored':
      return markup`Restored ${comment}. Readers see it as before.`;
    case 'decided':
      return markup`Decided on a notice about ${comment}. Its sender reads the decision now.`;
    case 'unchanged':
      return markup`Nothing was changed: ${comment} has been handled or removed by someone else.`;
    case 'edited':
      return markup`Nothing was changed: ${comment} was edited after you opened this page. Please read it again.`;
  }
}
