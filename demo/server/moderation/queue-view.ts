import type { HouseRules } from '../house-rules.js';
import { reasonLabel } from '../reason-label.js';
import { listedWords } from '../discussion/screen-text.js';
import {
  approveForm,
  dismissForm,
  removeForm,
  restoreForm,
  type FormPlace,
  type Reason,
  type RemovalEntry,
} from './action-forms.js';
import { commentView, nameOf, reportView, time } from './comment-view.js';
import { markup, type Markup } from './markup.js';
import type { Notice } from './notice.js';
import { noticeView } from './notice-view.js';
import { pages } from './page-frame.js';
import { writePosition } from './queue-position.js';
import type { QueueItem, QueuePage } from './queues.js';
import { count, dateOf } from './words.js';

export type QueueName = 'held' | 'reported' | 'removed';

export interface QueueView {
  readonly path: string;
  readonly queue: QueueName;
  readonly page: QueuePage;
  /** Position of the page, as in its address; empty for the first one. */
  readonly after: string;
  readonly rules: HouseRules;
  readonly retentionDays: number;
  /** What was done on the page before. */
  readonly notice: Notice | undefined;
  /** A removal that was refused, for the comment with this id in the discussion with this key. */
  readonly refused?: { readonly key: string; readonly id: string; readonly entry: RemovalEntry };
}

const intros: Readonly<Record<QueueName, string>> = {
  held: 'Comments that wait for approval, the oldest first. Until then, only their authors see them.',
  reported: 'Comments that readers have reported, the longest waiting first. Everyone still sees them.',
  removed: 'Comments that moderators have removed, the latest first.',
};

const nothing: Readonly<Record<QueueName, string>> = {
  held: 'No comment is held.',
  reported: 'No report is open.',
  removed: 'No removed comment can be restored.',
};

export function queueView(view: QueueView): Markup {
  const { path, queue, page, after, notice } = view;
  const items = page.items.map((item, index) => itemView(view, item, `comment-${index + 1}`));
  const first = after !== '' && markup`<a href="${path}${pages[queue]}">First page</a>`;
  const next = page.next && markup`<a href="${path}${pages[queue]}?after=${writePosition(page.next)}">Next page</a>`;
  const at = noticeIndex(view);
  const isLost = view.refused !== undefined && !page.items.some((item) => isRefused(view, item));
  const shown = notice && noticeView(notice, view);
  return markup`<p class="intro">${intros[queue]}</p>
${
  isLost &&
  markup`<p class="notice" role="alert" tabindex="-1" autofocus>Nothing was removed: someone else has handled the comment.</p>`
}
${items.length === 0 && shown}
${
  items.length === 0
    ? markup`<p class="nothing">${after === '' ? nothing[queue] : 'There are no more comments.'}</p>`
    : markup`<ol class="queue">
${items.map((item, index) => [index === at && shown && markup`<li>${shown}</li>`, item])}
${at === items.length && shown && markup`<li>${shown}</li>`}
</ol>`
}
${(first || next) && markup`<nav class="paging" aria-label="Pages">${first} ${next}</nav>`}`;
}

/** The notice stands where the handled comment stood, so that its reader goes on with the next one. */
function noticeIndex({ queue, page: { items }, notice }: QueueView): number {
  if (!notice || !('since' in notice)) return 0;
  const since = new Date(notice.since).getTime();
  const index = items.findIndex((item) =>
    queue === 'removed' ? item.since.getTime() <= since : item.since.getTime() >= since,
  );
  return index === -1 ? items.length : index;
}

function itemView(view: QueueView, item: QueueItem, id: string): Markup {
  const place: FormPlace = { path: view.path, from: view.queue, after: view.after };
  return commentView(view.path, item.comment, {
    id,
    details: detailsOf(view, item),
    actions: actionsOf(view, item, place, id),
  });
}

const isRefused = ({ refused }: QueueView, { comment }: QueueItem): boolean =>
  refused?.key === comment.key && refused.id === comment.id;

function detailsOf({ queue, rules, retentionDays }: QueueView, { comment, reports, reportCount }: QueueItem): Markup {
  switch (queue) {
    case 'held': {
      // By today's rules: the words that held it are not stored.
      const words = listedWords(`${nameOf(comment)} ${comment.body}`, rules.words.held);
      return markup`<p class="why">${
        words.length === 0
          ? 'Held earlier. By today’s rules it would not be.'
          : markup`Held because of ${words.map((word, index) => [index > 0 && ', ', markup`“<bdi>${word}</bdi>”`])}.`
      }</p>`;
    }
    case 'reported':
      return markup`<p class="why">${count(reportCount, 'report')}</p>
<ol class="reports">
${reports.map((report) => reportView(report, comment, reasonLabel(rules, report.reason)))}
</ol>
${
  reportCount > reports.length &&
  markup`<p>These are the oldest ${reports.length}. The others follow once they are dismissed.</p>`
}`;
    case 'removed': {
      const { removed_at: removedAt, removed_by: by, removal_reason: reason, removal_note: note } = comment;
      const until = removedAt && new Date(removedAt.getTime() + retentionDays * 86_400_000);
      return markup`<p class="why">Removed${removedAt !== null && [' ', time(removedAt)]}${
        by !== null && markup` by <bdi>${by}</bdi>`
      }${reason !== null && `: ${reasonLabel(rules, reason)}`}.</p>
${note !== null && markup`<blockquote dir="auto">${note}</blockquote>`}
${
  comment.removal_kept
    ? markup`<p class="facts">It is hidden: its text stays until somebody restores it.</p>`
    : until !== null && markup`<p class="facts">It will be erased for good on ${dateOf(until)}.</p>`
}`;
    }
  }
}

function actionsOf(view: QueueView, item: QueueItem, place: FormPlace, id: string): Markup {
  const { queue, rules, refused } = view;
  if (queue === 'removed') return restoreForm(place, item);
  const reasons: readonly Reason[] = rules.reasons.map((reason) => ({
    id: reason.id,
    label: reasonLabel(rules, reason.id),
  }));
  const suggested: RemovalEntry = { reason: item.reports[0]?.reason ?? '', note: '', ground: '', rule: '' };
  const entry = (isRefused(view, item) && refused?.entry) || suggested;
  return markup`${queue === 'held' ? approveForm(place, item) : dismissForm(place, item)}${removeForm(place, item, {
    id,
    reasons,
    entry,
  })}`;
}
