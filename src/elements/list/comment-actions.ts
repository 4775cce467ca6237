import type { Formats } from '../../i18n/formats.js';
import type { Messages } from '../../i18n/messages.js';
import type { Features, Votes } from '../../model/adapter.js';
import type { Permissions } from '../../model/discussion/permissions.js';
import type { PlacedComment } from '../../model/discussion/thread.js';
import type { Command } from '../command.js';
import type { Panel } from './panel.js';
import type { ReportAvailability } from './report-availability.js';

/** One entry of the row of actions below a comment: a button, a link, or a count without a button. */
export type CommentAction = { readonly name: string; readonly text: string } & (
  | {
      readonly type: 'button';
      readonly command: Command;
      /** Whether the panel or branch that the button opens is open. */
      readonly expanded?: boolean;
      /** Whether the viewer's vote is on it. */
      readonly pressed?: boolean;
    }
  | { readonly type: 'link'; readonly href: string }
  | { readonly type: 'count' }
);

export interface CommentActionsInput {
  readonly placed: PlacedComment;
  readonly messages: Messages;
  readonly formats: Formats;
  readonly permissions: Permissions | undefined;
  readonly report: ReportAvailability;
  readonly votes: Votes | undefined;
  /** Which votes the backend counts. */
  readonly voting: Features['votes'];
  /** Replies that have arrived and are held back. */
  readonly held: number;
  readonly isMuted: boolean;
  /** Whether the viewer wrote it: authors delete, editors remove. */
  readonly isOwn: boolean;
  /** False for a tombstone. */
  readonly isThere: boolean;
  readonly panel: Panel | undefined;
}

/** What can be done with a comment, in the order of its buttons. */
export function commentActions(input: CommentActionsInput): readonly CommentAction[] {
  return [
    ...(input.isMuted ? mutedActions(input) : ownActions(input)),
    ...branchActions(input),
    ...reportAction(input),
  ];
}

function mutedActions({ placed: { comment }, messages }: CommentActionsInput): readonly CommentAction[] {
  const { id, author } = comment;
  return [
    { type: 'button', name: 'unmute', text: messages.unmute, command: { type: 'reveal-muted', id } },
    {
      type: 'button',
      name: 'unmute-always',
      text: messages.unmuteAlways(author?.name || messages.anonymous),
      command: { type: 'unmute', id },
    },
  ];
}

function ownActions(input: CommentActionsInput): readonly CommentAction[] {
  const { permissions, isThere, isOwn, messages } = input;
  const removeText = isOwn ? messages.remove : messages.removal.editors.remove;
  return [
    ...voteActions(input),
    ...(permissions?.reply ? [panelAction('reply', input)] : []),
    ...(permissions?.edit ? [panelAction('edit', input)] : []),
    ...(permissions?.remove ? [panelAction('remove', input, removeText)] : []),
    ...(isThere ? [panelAction('more', input)] : []),
  ];
}

function voteActions(input: CommentActionsInput): readonly CommentAction[] {
  const { messages, votes, voting } = input;
  const up = votes?.up ?? votes?.score;
  switch (voting) {
    case 'none':
      return [];
    case 'up-down':
      return [
        ...voteAction(input, 'up', messages.voteUp, up, 1),
        ...voteAction(input, 'down', messages.voteDown, votes?.down, -1),
      ];
    case 'like':
    case undefined:
      return voteAction(input, 'up', messages.like, up, 1);
  }
}

/** A button for who may vote; otherwise the count, if there is one. */
function voteAction(
  { placed, formats, permissions, votes, panel }: CommentActionsInput,
  name: 'up' | 'down',
  label: string,
  count: number | undefined,
  value: 1 | -1,
): readonly CommentAction[] {
  const text = Number(count) ? `${label} · ${formats.number(Number(count))}` : label;
  const command: Command = { type: 'vote', id: placed.comment.id, value };
  const expanded = panel === name ? { expanded: true } : undefined;
  if (permissions?.vote) return [{ type: 'button', name, text, command, pressed: votes?.mine === value, ...expanded }];
  return count ? [{ type: 'count', name, text }] : [];
}

function branchActions({ placed, messages, formats, held }: CommentActionsInput): readonly CommentAction[] {
  const { replies, isCollapsed, comment } = placed;
  const { id } = comment;
  const actions: CommentAction[] = [];
  if (replies > 0) {
    const text = isCollapsed ? messages.showReplies(replies, formats.number(replies)) : messages.hideReplies;
    actions.push({
      type: 'button',
      name: 'collapse',
      text,
      command: { type: 'toggle-branch', id },
      expanded: !isCollapsed,
    });
  }
  if (held > 0) {
    const text = messages.viewNewReplies(held, formats.number(held));
    actions.push({ type: 'button', name: 'new', text, command: { type: 'show-new', below: id } });
  }
  return actions;
}

function reportAction(input: CommentActionsInput): readonly CommentAction[] {
  const { report, messages } = input;
  switch (report.type) {
    case 'none':
      return [];
    case 'form':
      return [panelAction('report', input)];
    case 'reported':
      return [panelAction('report', input, messages.reported)];
    case 'link':
      return [{ type: 'link', name: 'report', text: messages.report, href: report.href }];
  }
}

function panelAction(
  name: Exclude<Panel, 'up' | 'down'>,
  { placed, messages, panel }: CommentActionsInput,
  text = messages[name],
): CommentAction {
  return {
    type: 'button',
    name,
    text,
    command: { type: 'toggle-panel', id: placed.comment.id, panel: name },
    expanded: panel === name,
  };
}
