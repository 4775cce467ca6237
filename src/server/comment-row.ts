import { hiddenTarget } from '../content/link.js';
import { safeUrl, webUrl } from '../content/safe-url.js';
import { type ContentNode, element } from '../content/tree.js';
import type { Comment, CommentId } from '../model/adapter.js';
import { avatarOf } from '../presentation/avatar.js';
import { fragmentOf, PREFIX } from '../presentation/comment-address.js';
import { type ActionItem, commentActions, reportActions } from '../presentation/comment-actions.js';
import { badgesOf, type ShownBadge } from '../presentation/badges.js';
import { type CommentView, nameOfComment, noteOn, replyNoteOn, rowClasses } from '../presentation/comment-view.js';
import { isNamed, nameOfControl, shownAuthor } from '../presentation/shown-author.js';
import { h, placeholder } from './markup.js';
import { parseBody } from './parse-body.js';

export interface RowOptions {
  /** The ids of all comments on the page. */
  readonly listed: ReadonlySet<CommentId>;
  readonly avatars: boolean | undefined;
}

/** Renders a comment as the element does, but without working controls. */
export function commentRow(view: CommentView, { listed, avatars }: RowOptions): ContentNode {
  const { comment } = view.placed;
  return h(
    'li',
    { id: PREFIX + comment.id, class: `row ${rowClasses(view)}` },
    h(
      'article',
      { part: 'comment', 'aria-label': nameOfComment(view) },
      header(view, avatars),
      ...replyNote(view, listed),
      view.tombstone
        ? h('p', { part: 'removed', class: 'body muted' }, view.tombstone)
        : h('div', { part: 'body', class: 'body', dir: 'auto' }, ...parseBody(comment.body)),
      h(
        'div',
        { part: 'actions', class: 'actions small' },
        h('span', {}, ...commentActions(view).map(action)),
        h('span', {}, ...reportActions(view).map(action)),
      ),
    ),
  );
}

function header(view: CommentView, avatars: boolean | undefined): ContentNode {
  const note = noteOn(view);
  return h(
    'header',
    { part: 'comment-header', class: 'small' },
    author(view),
    ...(avatars ? [avatar(view.placed.comment)] : []),
    ...badgesOf(view).map(badgeTag),
    ...time(view),
    ...(note ? [h('span', { part: 'note', class: 'muted' }, note)] : []),
  );
}

function avatar(comment: Comment): ContentNode {
  const { initials, picture } = avatarOf(comment);
  const src = webUrl(picture);
  const attributes = { alt: '', loading: 'lazy', decoding: 'async', referrerpolicy: 'no-referrer' };
  const pictures = src ? [element('img', [], { ...attributes, src })] : [];
  return h('span', { part: 'avatar', class: 'avatar', 'aria-hidden': 'true' }, initials, ...pictures);
}

function badgeTag({ text, part, className, isLabel }: ShownBadge): ContentNode {
  return h(isLabel ? 'bdi' : 'span', { part, class: className, title: isLabel ? text : undefined }, text);
}

function author({ placed, messages, authorName, headingLevel }: CommentView): ContentNode {
  const href = safeUrl(shownAuthor(placed.comment)?.url);
  const name = href
    ? h('a', { href, rel: 'ugc nofollow noopener' }, authorName + hiddenTarget(authorName, href))
    : authorName;
  const classes = isNamed(placed.comment, messages) ? 'author' : 'author muted';
  return h('bdi', { part: 'author', class: classes, role: 'heading', 'aria-level': `${headingLevel}` }, name);
}

function time({ placed: { comment }, messages, time, date, permalink }: CommentView): readonly ContentNode[] {
  if (!time) return [];
  const datetime = new Date(comment.createdAt).toISOString();
  const label = nameOfControl(time, 'comment', comment, messages);
  return [
    h(
      'a',
      { part: 'permalink', class: 'muted', href: permalink, 'aria-label': label },
      h('time', { part: 'time', datetime, title: date }, time),
    ),
  ];
}

function replyNote(view: CommentView, listed: ReadonlySet<CommentId>): readonly ContentNode[] {
  const note = replyNoteOn(view);
  if (!note) return [];
  const { id, text } = note;
  // Only the element can fetch a comment that is not on the page.
  const href = id && listed.has(id) ? fragmentOf(id) : undefined;
  return [h(href ? 'a' : 'span', { part: 'reply-to', class: 'reply-to small muted', href }, text)];
}

/** Renders a link, which works without the element, or the placeholder of a button with the number shown on it. */
function action(one: ActionItem): ContentNode {
  switch (one.type) {
    case 'link':
      return h(
        'a',
        {
          part: `action ${one.name}`,
          class: `action ${one.name}`,
          href: one.href,
          'aria-label': one.label,
          'data-short': one.short,
        },
        one.short ? h('span', {}, one.text) : one.text,
      );
    case 'count':
      return h('span', { part: 'votes', class: `votes ${one.name}` }, one.text);
    case 'button':
      return one.pressed !== undefined && /\d/.test(one.text)
        ? h('span', { part: 'votes', class: `action ${one.name}` }, one.text)
        : placeholder(one.text, `action ${one.name}`, one.short);
  }
}
