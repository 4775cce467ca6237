import { markup, type Markup, type MarkupValue } from './markup.js';
import type { Notice } from './notice.js';
import { pages } from './page-frame.js';
import { daysOf, fill, numberOf, type PageWords } from './page-words.js';

/** The notice, with the focus: the next press of Tab goes on from here. */
export function noticeView(notice: Notice, place: NoticePlace, words: PageWords): Markup {
  return markup`<p class="notice" role="status" tabindex="-1" autofocus>${text(notice, place, words)}</p>`;
}

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
  if (!('name' in notice)) return own[notice.type];
  const name = markup`<bdi>${notice.name}</bdi>`;
  if (notice.type !== 'removed') return fill(own[notice.type], { name });
  const removed = fill(own.removedNow, { name });
  if (retentionDays === 0) return [removed, ' ', words.changing.removedForGood];
  const link = markup`<a href="${path}${pages.removed}">${own.removed}</a>`;
  return [removed, ' ', fill(own.restorable, { time: daysOf(retentionDays, words), link })];
}
