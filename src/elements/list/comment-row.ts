import { html, type TemplateResult } from 'lit';
import { safeUrl } from '../../content/safe-url.js';
import type { Formats } from '../../i18n/formats.js';
import type { Messages, ReadingMessages } from '../../i18n/messages.js';
import type { Comment, Features, Votes } from '../../model/adapter.js';
import type { Permissions } from '../../model/discussion/permissions.js';
import type { PlacedComment } from '../../model/discussion/thread.js';
import type { Action } from './action-buttons.js';

/** Replies are indented to this depth; deeper ones stand below each other and say whom they answer. */
export const DEEPEST = 3;

/** What opens below a comment, one at a time. */
export type Panel = 'reply' | 'edit' | 'remove' | 'more' | 'report';

export interface CommentView {
  readonly placed: PlacedComment;
  readonly messages: ReadingMessages;
  readonly formats: Formats;
  /** What is written for its time at present; absent: the whole date. */
  readonly time: string | undefined;
  /** Address of the comment on this page. */
  readonly permalink: string;
  /** What the viewer may do with it, as far as a button stands for it. */
  readonly rights: Permissions | undefined;
  /** Whether the viewer may report it, or has; or the address where that is done. */
  readonly reporting: string;
  readonly votes: Votes | undefined;
  readonly ballot: Features['votes'];
  /** What went wrong here, if anything did. */
  readonly problem: unknown;
  /** Replies that have arrived and are not shown. */
  readonly fresh: number;
  /** True when it came after the reader's last visit. */
  readonly isNew: boolean;
  /** True when the reader does not want to see it. */
  readonly isMuted: boolean;
  /** Which of its actions is open, and what opened with it. */
  readonly panel: string | undefined;
  readonly form: unknown;
  readonly body: HTMLElement;
}

/**
 * One comment. Its templates have no white space between tags, and a comment is few nodes: a thousand of them are drawn
 * at once. Clicks are heard by the list, which finds the comment by its row.
 */
export function commentRow(view: CommentView): TemplateResult {
  const { placed, messages, formats, time, permalink, body, form, isMuted, isNew } = view;
  const { comment } = placed;
  const { author, status, pinned, featured } = comment;
  const name = author?.name || messages.anonymous;
  const href = safeUrl(author?.url);
  const gone = isMuted ? (messages as Messages).muted(name) : goneText(status, messages);
  const created = Date.parse(comment.createdAt);
  // A time that is none stands nowhere.
  const date = created ? formats.absolute(created) : '';
  const answers = answersOf(placed, messages);
  // Indentation says the same, as far as it goes and where a reply stands below what it answers.
  const isPlain = placed.depth <= DEEPEST && placed.parent && (comment.replyTo?.id ?? placed.parent.id) === placed.parent.id;
  const note = noteOf(comment, isPlain ? '' : answers, messages);
  const badges = [
    ...(author?.badges?.map((badge) => messages.badges[badge] ?? badge) ?? []),
    pinned ? messages.pinned : '',
    featured ? messages.featured : '',
    isNew ? messages.isNew : '',
  ].filter(Boolean);
  // Texts are set as properties where they can be: a binding between tags costs two nodes more, a thousand times.
  return html`<article part="comment" aria-label=${answers ? `${name}, ${answers}` : name}><header part="comment-header" class="small"><bdi part="author" class="author">${
    href ? html`<a href=${href} rel="ugc nofollow noopener">${name}</a>` : name
  }</bdi>${badges.map((badge) => html`<span part="badge" class="badge">${badge}</span>`)}${
    date &&
    html`<a part="permalink" class="muted" href=${permalink}><time part="time" datetime=${new Date(created).toISOString()} title=${date} .textContent=${time ?? date}></time></a>`
  }${note && html`<span part="note" class="muted">${note}</span>`}</header>${
    gone ? html`<p part="removed" class="body muted">${gone}</p>` : body
  }<div part="actions" class="actions small"></div>${view.problem && html`<p role="alert" part="failure" class="failure small">${view.problem}</p>`}${form}</article>`;
}

/** What can be done with a comment, in the order of its buttons. */
export function actionsOf({
  messages,
  formats,
  rights,
  reporting,
  votes,
  ballot,
  placed,
  fresh,
  isMuted,
  panel,
}: CommentView): readonly Action[] {
  const { replies, isCollapsed, comment } = placed;
  const actions: Action[] = [];
  const add = (name: string, text: string, state?: Omit<Action, 'name' | 'text'>): unknown => actions.push({ name, text, ...state });
  const vote = (name: 'up' | 'down', text: string, count: number | undefined, value: number): void => {
    const words = count ? `${text} · ${formats.number(count)}` : text;
    if (rights?.vote) add(name, words, { pressed: votes?.mine === value });
    else if (count) add(name, words, { isText: true });
  };
  const open = (name: Panel): unknown => add(name, messages[name], { expanded: panel === name });
  if (isMuted) {
    // Whatever knows of muted persons has brought the words.
    add('unmute', (messages as Messages).unmute);
    add('unmute-always', (messages as Messages).unmuteAlways(comment.author?.name || messages.anonymous));
  } else {
    if (ballot === 'up-down') {
      vote('up', messages.voteUp, votes?.up ?? votes?.score, 1);
      vote('down', messages.voteDown, votes?.down, -1);
    } else if (ballot !== 'none') vote('up', messages.like, votes?.up ?? votes?.score, 1);
    if (rights?.reply) open('reply');
    if (rights?.edit) open('edit');
    if (rights?.remove) open('remove');
    if (!goneText(comment.status, messages)) open('more');
  }
  if (replies > 0)
    add('collapse', isCollapsed ? messages.showReplies(replies, formats.number(replies)) : messages.hideReplies, {
      expanded: !isCollapsed,
    });
  // So has whatever tells of new ones.
  if (fresh > 0) add('new', (messages as Messages).viewNewReplies(fresh, formats.number(fresh)));
  if (reporting === 'done') add('report', messages.reported, { expanded: panel === 'report' });
  else if (reporting === 'form') open('report');
  else if (reporting) add('report', messages.report, { href: reporting });
  return actions;
}

/** Whom a comment answers; empty at the top level. */
function answersOf({ comment: { replyTo, parentId }, parent }: PlacedComment, messages: ReadingMessages): string {
  const name = replyTo?.name ?? (parent && (parent.author?.name || messages.anonymous));
  return name ? messages.inReplyTo(name) : parentId ? messages.inReplyToUnknown : '';
}

/** What is said of a comment beside its time. */
function noteOf({ status, editedAt }: Comment, answers: string, messages: ReadingMessages): string {
  if (status === 'pending') return messages.heldForReview;
  return [answers, editedAt && messages.edited].filter(Boolean).join(' · ');
}

/** What stands in the place of a comment that is no longer shown. */
function goneText(status: Comment['status'], messages: ReadingMessages): string {
  switch (status) {
    case undefined:
    case 'visible':
    case 'pending':
      return '';
    case 'deleted':
      return messages.deletedByAuthor;
    case 'rejected':
      return messages.notPublished;
    case 'hidden':
    default:
      return messages.removedByEditors;
  }
}
