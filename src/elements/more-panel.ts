import { html, nothing, type TemplateResult } from 'lit';
import type { Formats } from '../i18n/formats.js';
import type { Messages } from '../i18n/messages.js';
import type { Comment } from '../model/adapter.js';
import type { DiscussionStore } from '../model/discussion-store.js';
import { rightsOf } from '../model/may.js';
import { type CommentList, personOf } from './comment-list.js';
import { permalink } from './page-address.js';
import { recall, remember } from './preferences.js';

export interface MorePanel {
  readonly comment: Comment;
  readonly store: DiscussionStore;
  readonly list: CommentList;
  readonly messages: Messages;
  readonly formats: Formats;
  readonly announce: (text: string) => void;
}

/** The less frequent things to do with a comment. */
export function morePanel({ comment, store, list, messages, announce }: MorePanel): TemplateResult {
  const { author, pinned } = comment;
  const { adapter, state, now } = store;
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(permalink(comment.id));
      announce(messages.linkCopied);
      await list.close(comment.id);
    } catch {
      list.fail(comment.id, `${messages.linkRefused} ${permalink(comment.id)}`);
    }
  };
  const mute = (): void => {
    if (!author) return;
    remember('muted', [...new Set([...(recall<readonly string[]>('muted') ?? []), personOf(author)])]);
    announce(messages.mutedNow(author.name));
    list.readMuted();
    void list.close(comment.id);
  };
  return html`<div part="more" class="actions small"><button part="action copy-link" class="action" type="button" @click=${copy}>${messages.copyLink}</button>${
    author?.name
      ? html`<button part="action mute" class="action" type="button" @click=${mute}>${messages.mute(author.name)}</button>`
      : nothing
  }${
    adapter && rightsOf(comment, state, adapter, now).pin
      ? html`<button part="action pin" class="action" type="button" data-action="pin">${pinned ? messages.unpin : messages.pin}</button>`
      : nothing
  }</div>`;
}
