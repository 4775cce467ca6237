import { safeUrl, webUrl } from '../content/safe-url.js';
import { type ContentNode, element } from '../content/tree.js';
import type { CommentsAdapter } from '../model/adapter.js';
import { type DiscussionState, isCounted, shownVotes } from '../model/state/discussion-state.js';
import { offeredSorts } from '../model/discussion/offers.js';
import { permissionsFor } from '../model/state/permissions.js';
import { type PlacedComment, threadOf } from '../model/discussion/thread.js';
import { closedText, emptyText } from '../presentation/access-text.js';
import { fragmentOf } from '../presentation/comment-address.js';
import {
  authorLevel,
  type CommentView,
  MAX_INDENT,
  offeredVotes,
  timeText,
  wholeDate,
} from '../presentation/comment-view.js';
import { reportAvailability } from '../presentation/report-availability.js';
import { BLOCK_SIZE, isLongList } from '../presentation/row-blocks.js';
import { sortName } from '../presentation/sort-name.js';
import { shownName, tombstoneText } from '../presentation/shown-author.js';
import { commentRow } from './comment-row.js';
import { h, placeholder } from './markup.js';
import { publishersUrl, type RenderSettings } from './options.js';
import { parseBody } from './parse-body.js';

/** Renders the whole section. The methods and features of `adapter` determine what a reader can do. */
export function section(state: DiscussionState, adapter: CommentsAdapter, settings: RenderSettings): ContentNode {
  const { messages, formats, headingLevel, nosnippet } = settings;
  const isMissing = state.access.state === 'missing';
  const count = state.total === undefined || isMissing ? undefined : formats.number(state.total);
  const heading = messages.heading(count);
  return h(
    'section',
    {
      part: 'section',
      class: 'section',
      lang: messages.lang,
      dir: messages.dir,
      'aria-label': heading,
      'data-nosnippet': nosnippet ? 'true' : undefined,
    },
    h(
      'div',
      { part: 'bar', class: 'bar' },
      h(`h${headingLevel}`, { part: 'heading', class: 'heading' }, heading),
      ...order(state, adapter, settings),
    ),
    ...(isMissing ? [] : [policy(state, adapter, settings), ...message(state, settings)]),
    ...writing(state, adapter, settings),
    ...(isMissing ? [] : reading(state, adapter, settings)),
  );
}

/** Renders the placeholder of the sort menu. */
function order(state: DiscussionState, adapter: CommentsAdapter, { messages }: RenderSettings): readonly ContentNode[] {
  const sorts = offeredSorts(adapter);
  if (sorts.length < 2 || state.comments.length < 2) return [];
  const options = sorts.map((sort) => h('option', {}, sortName(sort, messages)));
  return [
    h(
      'span',
      { class: 'order small later', 'aria-hidden': 'true' },
      placeholder(messages.order),
      h('select', { disabled: 'disabled' }, ...options),
    ),
  ];
}

function policy(
  { info }: DiscussionState,
  adapter: CommentsAdapter,
  { messages, policyHref, reportHref }: RenderSettings,
): ContentNode {
  const canReport = Boolean(reportHref || adapter.report);
  const body = info?.policy?.body;
  const href = policyHref ?? safeUrl(info?.policy?.url);
  return h(
    'div',
    { part: 'policy', class: 'policy small' },
    h(
      'div',
      { class: body ? 'fold own' : 'fold' },
      body ? h('div', { part: 'body', class: 'body', dir: 'auto' }, ...parseBody(body)) : messages.policy(canReport),
    ),
    h('details', {}, h('summary', { part: 'more-policy' }, messages.more)),
    ...(href ? [h('a', { part: 'policy-link', href }, messages.policyLink)] : []),
  );
}

/** Renders the editors' message to all readers. */
function message({ info }: DiscussionState, { messages }: RenderSettings): readonly ContentNode[] {
  if (!info?.message) return [];
  return [
    h(
      'div',
      { part: 'message', class: 'notice', role: 'group', 'aria-label': messages.editorsMessage },
      h('b', { class: 'small' }, messages.editorsMessage),
      h('div', { part: 'body', class: 'body', dir: 'auto' }, ...parseBody(info.message)),
    ),
  ];
}

/** Renders the reason why the discussion takes no comments, or reserves the space of the form. */
function writing(
  { access, info }: DiscussionState,
  adapter: CommentsAdapter,
  { messages, formats }: RenderSettings,
): readonly ContentNode[] {
  const closed = closedText(access, messages, formats);
  if (closed !== undefined) return [h('div', { part: 'closed', class: 'notice small' }, closed)];
  return adapter.submit && !info?.posting?.refusal ? [h('div', { class: 'composer-space' })] : [];
}

function reading(state: DiscussionState, adapter: CommentsAdapter, settings: RenderSettings): readonly ContentNode[] {
  const { messages } = settings;
  const items = threadOf(state.comments, new Set(), adapter.features?.nesting);
  const listed = new Set(state.comments.map(({ id }) => id));
  const rows = items.map((item) =>
    item.type === 'comment'
      ? commentRow(viewOf(item, { state, adapter, settings }), { listed, avatars: settings.avatars })
      : h(
          'li',
          { class: `row answer d${Math.min(item.depth, MAX_INDENT)}` },
          placeholder(messages.moreReplies, 'link small more-replies'),
        ),
  );
  return [
    ...(rows.length > 0
      ? [list(rows)]
      : [h('p', { part: 'empty', class: 'muted small' }, emptyText(state.access, messages))]),
    ...nextPage(state, settings),
    ...(state.truncated ? [h('p', { part: 'truncated', class: 'muted small' }, messages.truncated)] : []),
    ...feedLink(state, settings),
  ];
}

function feedLink({ info }: DiscussionState, { messages }: RenderSettings): readonly ContentNode[] {
  const href = webUrl(info?.feedUrl);
  return href ? [h('p', { class: 'foot small' }, h('a', { part: 'feed', href }, messages.followFeed))] : [];
}

/** Renders the list. In a long list, the rows are in blocks, of which the browser lays out those near the viewport. */
function list(rows: readonly ContentNode[]): ContentNode {
  const isLong = isLongList(rows);
  const children = isLong ? inBlocks(rows.map(asListItem)) : rows;
  return h('ul', { part: 'list', class: isLong ? 'list long' : 'list', role: 'list' }, ...children);
}

function inBlocks(rows: readonly ContentNode[]): readonly ContentNode[] {
  const count = Math.ceil(rows.length / BLOCK_SIZE);
  const blocks = Array.from({ length: count }, (_, index) => rows.slice(index * BLOCK_SIZE, (index + 1) * BLOCK_SIZE));
  return blocks.map((block) => h('div', { class: 'block' }, ...block));
}

/** Sets the role of a row explicitly, because a block without a role is between it and the list. */
function asListItem(row: ContentNode): ContentNode {
  return row.type === 'text' ? row : element(row.tagName, row.children, { ...row.properties, role: 'listitem' });
}

function nextPage(state: DiscussionState, { messages, formats, nextHref }: RenderSettings): readonly ContentNode[] {
  const { next, comments, total = NaN } = state;
  if (next === undefined) return [];
  const classes = 'wide small more';
  const left = total - comments.filter(isCounted).length;
  const text = messages.loadMore + (left > 0 ? ` (${formats.number(left)})` : '');
  const href = publishersUrl(nextHref?.(next));
  return [href ? h('a', { part: 'button more', class: classes, rel: 'next', href }, text) : placeholder(text, classes)];
}

interface Context {
  readonly state: DiscussionState;
  readonly adapter: CommentsAdapter;
  readonly settings: RenderSettings;
}

function viewOf(placed: PlacedComment, { state, adapter, settings }: Context): CommentView {
  const { messages, formats, reportHref, timeStyle, headingLevel } = settings;
  const { comment } = placed;
  const now = settings.now + state.clockOffset;
  const votes = shownVotes(comment, state);
  // A report is sent to another site or by mail, so it needs an absolute address. The permalink is a fragment.
  const address = `${state.discussion?.url ?? ''}${fragmentOf(comment.id)}`;
  return {
    placed,
    messages,
    formats,
    permissions: permissionsFor(comment, state, adapter, now),
    permalink: fragmentOf(comment.id),
    time: timeText(comment, { messages, formats, timeStyle, now }),
    date: wholeDate(comment, formats),
    authorName: shownName(comment, messages),
    tombstone: tombstoneText(comment, messages),
    headingLevel: authorLevel(headingLevel),
    report: reportAvailability(comment, state, { adapter, reportHref, permalink: address }),
    votes,
    offeredVotes: offeredVotes(adapter, votes),
    isOwn: false,
    panel: undefined,
  };
}
