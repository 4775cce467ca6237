import { reasonsOf } from '../discussion/judgement.js';
import { mayHold } from '../discussion/review-rules.js';
import { markup, type Markup, type MarkupValue } from '../notices/markup.js';
import { claimKey, type Claims } from '../operations/claims.js';
import { withHold } from '../rules/hold.js';
import type { HouseRules } from '../rules/house-rules.js';
import { listedWords } from '../rules/screen-text.js';
import { approveForm, dismissForm, type FormPlace, removeForm, restoreForm } from './action-forms.js';
import { bulkForm, selectBox, type Selection } from './bulk-form.js';
import { handledBy } from './claim-routes.js';
import { commentView, reportView } from './comment-view.js';
import { holdsText } from './discussion-view.js';
import { filterForm } from './filter-form.js';
import { type Notice, noticeView } from './notice.js';
import { nameOf, type PlacedComment } from './open-reports.js';
import { fill, numberOf, type PageWords, reasonText, timeOf } from './page-words.js';
import { firstPage, hrefOf, type QueueAddress, type QueueName } from './queue-address.js';
import { writePosition } from './queue-position.js';
import type { QueueItem, QueuePage, WaitingDiscussion } from './queues.js';
import { emptyRemoval, type RemovalEntry } from './removal-fields.js';

export interface QueueView {
  readonly path: string;
  readonly address: QueueAddress;
  readonly page: QueuePage;
  /** Those that the filter offers. */
  readonly discussions: readonly WaitingDiscussion[];
  /** Comments that other moderators are working on. */
  readonly claims: Claims;
  readonly rules: HouseRules;
  readonly retentionDays: number;
  readonly words: PageWords;
  /** What was done on the page before. */
  readonly notice?: Notice | undefined;
  readonly selection?: Selection;
  /** A removal that was refused, for the comment with this id in the discussion with this key. */
  readonly refused?: { readonly key: string; readonly id: string; readonly entry: RemovalEntry };
}

const intros = { held: 'introHeld', reported: 'introReported', removed: 'introRemoved' } as const;

export function queueView(view: QueueView): Markup {
  const { path, address, page, discussions, notice, words } = view;
  const { queue, after } = address;
  const { own } = words;
  const items = page.items.map((item, index) => itemView(view, item, `comment-${index + 1}`));
  const first = after !== '' && markup`<a href="${hrefOf(path, firstPage(address))}">${own.firstPage}</a>`;
  const next =
    page.next &&
    markup`<a rel="next" href="${hrefOf(path, { ...address, after: writePosition(page.next) })}">${own.nextPage}</a>`;
  const at = noticeIndex(view);
  const isLost = view.refused !== undefined && !page.items.some((item) => isRefused(view, item));
  const shown = notice && noticeView(notice, view, words);
  return markup`<p class="intro">${own[intros[queue]]}</p>
${filterForm({ path, address, found: page.found, discussions }, words)}
${isLost && markup`<p class="notice" role="alert" tabindex="-1" autofocus>${own.handled}</p>`}
${items.length === 0 && shown}
${
  items.length === 0
    ? page.found === undefined && markup`<p class="nothing">${own.nothing}</p>`
    : markup`${keysView(queue, words)}
${bulkForm(view, words)}
<ol class="queue" data-path="${path}" data-address="${hrefOf(path, address)}"
data-fault="${own.someFailed}">
${items.map((item, index) => [index === at && shown && markup`<li>${shown}</li>`, item])}
${at === items.length && shown && markup`<li>${shown}</li>`}
</ol>`
}
${(first || next) && markup`<nav class="paging" aria-label="${own[queue]}">${first} ${next}</nav>`}`;
}

/** The notice stands where the handled comment stood, so that its reader goes on with the next one. */
function noticeIndex({ address: { queue }, page: { items }, notice }: QueueView): number {
  if (!notice || !('since' in notice)) return 0;
  const since = new Date(notice.since).getTime();
  const index = items.findIndex((item) =>
    queue === 'removed' ? item.since.getTime() <= since : item.since.getTime() >= since,
  );
  return index === -1 ? items.length : index;
}

function itemView(view: QueueView, item: QueueItem, id: string): Markup {
  return commentView(view.path, item.comment, view.words, {
    id,
    details: detailsOf(view, item),
    claim: handledBy(view.claims.get(claimKey(item.comment)) ?? [], view.words),
    select: selectBox(item, view.selection, view.words),
    actions: actionsOf(view, item, id),
  });
}

const isRefused = ({ refused }: QueueView, { comment }: QueueItem): boolean =>
  refused?.key === comment.key && refused.id === comment.id;

function detailsOf(
  { address: { queue }, rules, retentionDays, words }: QueueView,
  { comment, reports, reportCount }: QueueItem,
): Markup {
  const { own } = words;
  switch (queue) {
    case 'held': {
      // By today's rules: the words that held it are not stored.
      const found = listedWords(`${nameOf(comment)} ${comment.body}`, rules.words.held);
      // A judge's reasons need no words around them.
      const reasons = reasonsOf(comment).map((reason) => markup`<blockquote dir="auto">${reason}</blockquote>`);
      if (reasons.length > 0 && found.length === 0) return markup`${reasons}`;
      return markup`${reasons}<p class="why">${
        found.length === 0
          ? whyHeld(rules, comment, words)
          : fill(own.heldBecause, {
              words: found.map((word, index) => [index > 0 && ', ', markup`“<bdi>${word}</bdi>”`]),
            })
      }</p>`;
    }
    case 'reported':
      return markup`<p class="why">${fill(own.reports, { count: numberOf(reportCount, words) })}</p>
<ol class="reports">
${reports.map((report) => reportView(report, comment, reasonText(rules, report.reason, words), words))}
</ol>
${reportCount > reports.length && markup`<p>${fill(own.oldest, { count: numberOf(reports.length, words) })}</p>`}`;
    case 'removed': {
      const { removed_at: removedAt, removed_by: by, removal_reason: reason, removal_note: note } = comment;
      const until = removedAt && new Date(removedAt.getTime() + retentionDays * 86_400_000);
      return markup`<p class="why">${own.removed}${removedAt !== null && [' · ', timeOf(removedAt, words)]}${
        by !== null && markup` · <bdi>${by}</bdi>`
      }${reason !== null && ` · ${reasonText(rules, reason, words)}`}</p>
${note !== null && markup`<blockquote dir="auto">${note}</blockquote>`}
${
  comment.removal_kept
    ? markup`<p class="facts">${own.staysHidden}</p>`
    : until !== null && markup`<p class="facts">${fill(own.erasedOn, { date: timeOf(until, words) })}</p>`
}`;
    }
  }
}

/** Which setting holds a comment without a word from the list. */
function whyHeld(ofSite: HouseRules, { hold, owner }: PlacedComment, words: PageWords): MarkupValue {
  const rules = withHold(ofSite, hold);
  return mayHold(rules, owner) ? [words.own.hold, ': ', holdsText(rules, words)] : words.own.heldEarlier;
}

function actionsOf(view: QueueView, item: QueueItem, id: string): Markup {
  const { path, address, rules, refused, words } = view;
  const { queue } = address;
  const place: FormPlace = { path, address };
  if (queue === 'removed') return restoreForm(place, item, words);
  const suggested: RemovalEntry = { ...emptyRemoval, reason: item.reports[0]?.reason ?? '' };
  const entry = (isRefused(view, item) && refused?.entry) || suggested;
  return markup`${queue === 'held' ? approveForm(place, item, words) : dismissForm(place, item, words)}${removeForm(
    place,
    item,
    words,
    { id, rules, entry },
  )}`;
}

/** The list of keys, with the switch that turns them off. The script that makes them work shows it. */
export function keysView(queue: QueueName, words: PageWords): Markup {
  const { visit } = words;
  return markup`<details class="keys" hidden>
<summary>${visit.shortcuts} <kbd>?</kbd></summary>
<ul role="list" tabindex="-1" aria-label="${visit.shortcuts}">
${keysOf(queue, words).map(([key, label]) => markup`<li><kbd dir="ltr">${key}</kbd> ${label}</li>`)}
</ul>
<label class="choice"><input type="checkbox" autocomplete="off">${visit.useShortcuts}</label>
</details>`;
}

type Key = readonly [key: string, label: MarkupValue];

function keysOf(queue: QueueName, { own, core, visit, moderation }: PageWords): readonly Key[] {
  const { remove } = core.removal.editors;
  const removal: readonly Key[] = [
    ['r', `${remove}…`],
    ['Ctrl+Enter', remove],
    ['Esc', own.back],
  ];
  const actions: Readonly<Record<QueueName, readonly Key[]>> = {
    held: [['a', moderation.actions.approve.label], ...removal],
    reported: [['d', own.dismiss], ...removal],
    removed: [['u', own.restore]],
  };
  return [
    ['j', visit.shortcutKeys.j],
    ['k', visit.shortcutKeys.k],
    ...actions[queue],
    ['x', own.select],
    ['b', own.selection],
    ['/', own.search],
    ['?', visit.shortcutKeys['?']],
  ];
}
