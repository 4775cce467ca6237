import type { CommentPage, CommentsAdapter, DiscussionInfo, DiscussionRef } from '../model/adapter.js';
import { offerOf, type ServedDiscussion } from '../model/served-discussion.js';
import { type ArticleJsonLd, articleJsonLd } from './json-ld.js';
import { toMarkup } from './markup.js';
import { type RenderOptions, settingsFrom } from './options.js';
import { requireSort } from './require-sort.js';
import { publicInfo, publicPage } from './public-data.js';
import { section } from './section.js';
import { accessAt } from '../model/state/access.js';
import { type DiscussionState, UNOPENED } from '../model/state/discussion-state.js';
import { firstPageLoaded, infoLoaded } from '../model/transitions/loading.js';

interface ServedResponses {
  readonly discussion: DiscussionRef;
  readonly sort: string;
  readonly info: DiscussionInfo;
  readonly page: CommentPage;
}

interface Circumstances {
  /** Milliseconds since the epoch, by the server's clock. */
  readonly now: number;
  readonly closedByPublisher: boolean;
}

/** Creates the state of a discussion for an anonymous reader. */
function servedState(
  { discussion, sort, info, page }: ServedResponses,
  { now, closedByPublisher }: Circumstances,
): DiscussionState {
  const opened = infoLoaded({ ...UNOPENED, discussion, sort }, info, now);
  const access = accessAt(info, { now: now + opened.clockOffset, closedByPublisher });
  return { ...firstPageLoaded(opened, page), access };
}

export interface RenderPageOptions extends RenderOptions {
  readonly discussion: DiscussionRef;
  /**
   * The adapter of the page. Its methods and features determine for which controls space is reserved. Default: a read-only adapter.
   */
  readonly adapter?: CommentsAdapter | undefined;
}

export interface RenderedComments {
  /** The content of `<article-comments>`. */
  readonly html: string;
  /** Structured data, to be merged into the article's own. */
  readonly jsonLd: ArticleJsonLd;
  /**
   * The state for the element, to be written as JSON in a `<script type="application/json">` after `html`; see `scriptJson`. Undefined
   * for pages after the first, because the element always starts with the first page.
   */
  readonly data: ServedDiscussion | undefined;
}

const readOnly: CommentsAdapter = {
  open: () => Promise.reject(new Error('This adapter is not called.')),
  list: () => Promise.reject(new Error('This adapter is not called.')),
};

/**
 * Renders a page of comments from data. Held and rejected comments are omitted, and so is everything that only one reader may see.
 *
 * @throws RangeError if an option cannot be used.
 */
export function renderPage(page: CommentPage, info: DiscussionInfo, options: RenderPageOptions): RenderedComments {
  const settings = settingsFrom(options);
  const { discussion, adapter = readOnly, cursor, closed = false } = options;
  const { now, timeStyle, timeZone } = settings;
  const sort = requireSort(options.adapter, options.sort);
  const shown = { discussion, sort, info: publicInfo(info), page: publicPage(page) };
  const state = servedState({ ...shown, info: { ...shown.info, now: info.now } }, { now, closedByPublisher: closed });
  return {
    html: toMarkup([section(state, adapter, settings)]),
    jsonLd: articleJsonLd(state, settings.messages),
    data:
      cursor === undefined
        ? {
            version: 1,
            discussion: discussion.key,
            sort,
            info: shown.info,
            page: shown.page,
            offer: offerOf(adapter),
            renderedAt: new Date(now + state.clockOffset).toISOString(),
            timeStyle,
            timeZone,
          }
        : undefined,
  };
}
