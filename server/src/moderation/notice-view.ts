import type { BulkResult, Unchanged } from './bulk-action.js';
import { markup, type Markup, type MarkupValue } from './markup.js';
import type { Notice } from './notice.js';
import { pages } from './page-frame.js';
import { daysOf, fill, numberOf, type PageWords } from './page-words.js';

/** The notice, with the focus: the next press of Tab goes on from here. */
export function noticeView(notice: Notice, place: NoticePlace, words: PageWords): Markup {
  return markup`<p class="notice" role="status" tabindex="-1" autofocus>${noticeText(notice, place, words)}</p>`;
}

export const noticeText = (notice: Notice, place: NoticePlace, words: PageWords): Markup =>
  markup`${text(notice, place, words)}`;

export interface NoticePlace {
  /** Path of the moderation pages. */
  readonly path: string;
  readonly retentionDays: number;
}

function text(notice: Notice, { path, retentionDays }: NoticePlace, words: PageWords): MarkupValue {
  const { own } = words;
  if (notice.type === 'erased') {
    const counts = (['comments', 'votes', 'reports', 'sessions'] as const).map((name) =>
      fill(own[name], { count: numberOf(notice.data[name], words) }),
    );
    const erased = fill(own.erased, { person: markup`<bdi>${notice.identity}</bdi>` });
    return [erased, ' ', counts.map((count, index) => [index > 0 && ', ', count])];
  }
  if (notice.type === 'bulk') return bulkText(notice, { path, retentionDays }, words);
  if (!('name' in notice)) return own[notice.type];
  const name = markup`<bdi>${notice.name}</bdi>`;
  if (notice.type !== 'removed') return fill(own[notice.type], { name });
  return [fill(own.removedNow, { name }), ' ', afterRemoval({ path, retentionDays }, words)];
}

function afterRemoval({ path, retentionDays }: NoticePlace, words: PageWords): MarkupValue {
  if (retentionDays === 0) return words.changing.removedForGood;
  const link = markup`<a href="${path}${pages.removed}">${words.own.removed}</a>`;
  return fill(words.own.restorable, { time: daysOf(retentionDays, words), link });
}

const counted = {
  approve: 'approvedCount',
  remove: 'removedCount',
  dismiss: 'dismissedCount',
  restore: 'restoredCount',
} as const;

/** How many were changed, and which were not. */
function bulkText({ action, done, unchanged }: BulkResult, place: NoticePlace, words: PageWords): MarkupValue {
  const { own } = words;
  const { handled, edited, failed } = unchanged;
  return [
    fill(own[counted[action]], { count: numberOf(done, words) }),
    action === 'remove' && done > 0 && [' ', afterRemoval(place, words)],
    handled && [' ', fill(own.someHandled, { names: namesOf(handled, words) })],
    edited && [' ', fill(own.someEdited, { names: namesOf(edited, words) })],
    failed && [' ', fill(own.someFailed, { names: namesOf(failed, words) })],
  ];
}

const namesOf = ({ count, names }: Unchanged, words: PageWords): MarkupValue => [
  names.map((name, index) => [index > 0 && ', ', markup`<bdi>${name}</bdi>`]),
  count > names.length && ` (+${numberOf(count - names.length, words)})`,
];
