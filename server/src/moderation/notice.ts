/** What a moderator has just done, said once on the next page. A cookie carries it there. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PersonalData } from '../erasure/personal-data.js';
import type { CookieKey, Cookies } from '../identity/cookies.js';
import { markup, type Markup, type MarkupValue } from '../notices/markup.js';
import { pages } from './page-frame.js';
import { daysOf, fill, numberOf, type PageWords } from './page-words.js';

/** What can be done with several comments. */
export type BulkAction = 'approve' | 'dismiss' | 'remove' | 'restore';

/** Why a comment was not changed: another moderator was faster, its author has edited it, or the server could not. */
export type Hindrance = 'handled' | 'edited' | 'failed';

/** Comments that were not changed. */
export interface Unchanged {
  readonly count: number;
  /** Of the first authors. */
  readonly names: readonly string[];
}

export interface BulkResult {
  readonly action: BulkAction;
  readonly done: number;
  readonly unchanged: Readonly<Partial<Record<Hindrance, Unchanged>>>;
}

export type Notice =
  | {
      /** `unchanged`: someone else was faster. `edited`: the author has changed the text since it was read. */
      readonly type: 'approved' | 'removed' | 'dismissed' | 'restored' | 'decided' | 'unchanged' | 'edited';
      /** Name of the comment's author. */
      readonly name: string;
      /** ISO 8601 time of the comment's place in the queue, where the notice is shown. */
      readonly since: string;
    }
  | { readonly type: 'discussionSaved' | 'warned' }
  | ({ readonly type: 'bulk' } & BulkResult)
  | { readonly type: 'erased'; readonly identity: string; readonly data: PersonalData };

/** What became of one comment. */
export type Outcome = Exclude<Notice['type'], 'erased' | 'discussionSaved' | 'warned' | 'decided' | 'bulk'>;

export interface NoticeOptions {
  /** Path of the moderation pages. */
  readonly path: string;
  readonly cookies: Cookies;
}

export class Notices {
  readonly #cookies: Cookies;
  readonly #cookie: CookieKey;

  constructor({ cookies, path }: NoticeOptions) {
    this.#cookies = cookies;
    this.#cookie = { name: 'moderation-notice', path };
  }

  leave(request: FastifyRequest, reply: FastifyReply, notice: Notice): void {
    const value = Buffer.from(JSON.stringify(notice)).toString('base64url');
    this.#cookies.setSigned(request, reply, { ...this.#cookie, value, sameSite: 'strict', maxAge: 60 });
  }

  /** Returns the notice and forgets it. */
  take(request: FastifyRequest, reply: FastifyReply): Notice | undefined {
    const content = this.#cookies.getSigned(request, this.#cookie);
    if (content === undefined) return undefined;
    this.#cookies.clear(request, reply, this.#cookie);
    return JSON.parse(Buffer.from(content, 'base64url').toString()) as Notice;
  }
}

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
