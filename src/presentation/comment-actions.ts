import type { Formats } from '../i18n/formats.js';
import type { CoreMessages } from '../i18n/messages.js';
import type { Features, Votes } from '../model/adapter.js';
import type { Permissions } from '../model/state/permissions.js';
import type { PlacedComment } from '../model/discussion/thread.js';
import type { Command } from './command.js';
import type { Panel } from './panel.js';
import type { ReportAvailability } from './report-availability.js';
import { nameOfControl } from './shown-author.js';

/** One entry of the actions of a comment: a button, a link, or a count without a button. */
export type ActionItem = {
  readonly name: string;
  readonly text: string;
  /** Shown in place of `text` where there is little space. */
  readonly short?: string;
} & (
  | {
      readonly type: 'button';
      /** What screen readers read in place of `text`: the same words, and whose comment it is about. */
      readonly label: string;
      readonly command: Command;
      /** Whether the panel or branch that the button opens is open. */
      readonly expanded?: boolean;
      /** Whether the viewer's vote is on it. */
      readonly pressed?: boolean;
    }
  | { readonly type: 'link'; readonly href: string; readonly label: string }
  | { readonly type: 'count' }
);

/** What a moderator sees of a comment that readers do not see. */
export interface ModeratedComment {
  /** Beside its time: why readers do not see it. */
  readonly remark: string;
  readonly actions: readonly ActionItem[];
}

/** The text and the actions of a comment by a muted person. */
export interface MutedComment {
  readonly text: string;
  readonly actions: readonly ActionItem[];
}

export interface CommentActionsInput {
  readonly placed: PlacedComment;
  readonly messages: CoreMessages;
  readonly formats: Formats;
  readonly permissions: Permissions | undefined;
  readonly report: ReportAvailability;
  readonly votes: Votes | undefined;
  /** Which votes the backend counts. */
  readonly offeredVotes: Features['votes'];
  /** Shows the replies that have arrived and are held back. */
  readonly newReplies?: ActionItem | undefined;
  /** What stands in place of the comment of a muted person. */
  readonly muted?: MutedComment | undefined;
  /** Absent for readers, and for what they see. */
  readonly moderated?: ModeratedComment | undefined;
  /** Whether the viewer wrote it: authors delete, editors remove. */
  readonly isOwn: boolean;
  /** Further actions, before all others. */
  readonly actions?: readonly ActionItem[];
  /** What stands in place of its text; empty where the comment is there. */
  readonly tombstone: string;
  /** The name above it. */
  readonly authorName: string;
  readonly panel: Panel | undefined;
}

/** What can be done with a comment besides reporting it, in the order of the buttons below it. */
export function commentActions(input: CommentActionsInput): readonly ActionItem[] {
  const { muted, tombstone, newReplies } = input;
  return [
    ...(input.actions ?? []),
    ...(muted?.actions ?? ownActions(input)),
    ...branchActions(input),
    ...(newReplies ? [newReplies] : []),
    ...(!tombstone && !muted ? [panelAction('more', input)] : []),
  ];
}

function ownActions(input: CommentActionsInput): readonly ActionItem[] {
  const { permissions, isOwn, messages, moderated } = input;
  const removeText = isOwn ? messages.remove : messages.removal.editors.remove;
  return [
    ...(moderated?.actions ?? []),
    ...voteActions(input),
    ...(permissions?.reply ? [panelAction('reply', input)] : []),
    ...(permissions?.edit ? [panelAction('edit', input)] : []),
    ...(permissions?.remove ? [panelAction('remove', input, removeText)] : []),
  ];
}

function voteActions(input: CommentActionsInput): readonly ActionItem[] {
  const { votes, offeredVotes } = input;
  const up = votes?.up ?? votes?.score;
  switch (offeredVotes) {
    case 'none':
      return [];
    case 'up-down':
      return [...voteAction(input, 'up', 'voteUp', up, 1), ...voteAction(input, 'down', 'voteDown', votes?.down, -1)];
    case 'like':
    case undefined:
      return voteAction(input, 'up', 'like', up, 1);
  }
}

/** A button for who may vote; otherwise the count, if there is one. */
function voteAction(
  input: CommentActionsInput,
  name: 'up' | 'down',
  word: keyof CoreMessages['voteCounts'],
  count: number | undefined,
  value: 1 | -1,
): readonly ActionItem[] {
  const { placed, messages, formats, permissions, votes } = input;
  const number = count ? formats.number(count) : '';
  if (!permissions?.vote) return number ? [{ type: 'count', name, text: messages.voteCounts[word](number) }] : [];
  const text = `${number} ${messages[word]}`.trim();
  const command: Command = { type: 'vote', id: placed.comment.id, value };
  const expanded = input.panel === name ? { expanded: true } : undefined;
  const pressed = votes?.mine === value;
  return [{ ...named(text, 'comment', input), type: 'button', name, command, pressed, ...expanded }];
}

function branchActions(input: CommentActionsInput): readonly ActionItem[] {
  const { placed, messages, formats } = input;
  const { replies, total, isTotalExact, isCollapsed, comment } = placed;
  const { id } = comment;
  if (!replies) return [];
  const count = formats.number(total) + (isTotalExact ? '' : '+');
  // "1+" is no singular.
  const text = isCollapsed ? messages.showReplies(isTotalExact ? total : total + 1, count) : messages.hideReplies;
  const command: Command = { type: 'toggle-branch', id };
  return [{ ...named(text, 'replies', input), type: 'button', name: 'collapse', command, expanded: !isCollapsed }];
}

/** The way to report a comment, at the end of the line. */
export function reportActions(input: CommentActionsInput): readonly ActionItem[] {
  const { report, messages } = input;
  const short = messages.reportShort;
  switch (report.type) {
    case 'none':
      return [];
    case 'form':
      return [{ ...panelAction('report', input), short }];
    case 'reported':
      return [panelAction('report', input, messages.reported)];
    case 'link':
      return [{ ...named(messages.report, 'comment', input), short, type: 'link', name: 'report', href: report.href }];
  }
}

function panelAction(
  name: 'reply' | 'edit' | 'remove' | 'more' | 'report',
  input: CommentActionsInput,
  text = input.messages[name],
): ActionItem {
  const { placed, panel } = input;
  return {
    ...named(text, name === 'reply' || name === 'more' ? name : 'comment', input),
    type: 'button',
    name,
    command: { type: 'toggle-panel', id: placed.comment.id, panel: name },
    expanded: panel === name,
  };
}

/** The words of a control, and its accessible name. */
function named(
  text: string,
  kind: keyof CoreMessages['controls'],
  { placed, messages }: CommentActionsInput,
): { readonly text: string; readonly label: string } {
  return { text, label: nameOfControl(text, kind, placed.comment, messages) };
}
