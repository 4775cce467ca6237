import { html, nothing, type TemplateResult } from 'lit';
import { safeUrl } from '../../content/safe-url.js';
import type { Messages } from '../../i18n/messages.js';
import type { Comment } from '../../model/adapter.js';
import type { DiscussionStore } from '../../model/discussion/discussion-store.js';
import { permissionsFor } from '../../model/discussion/permissions.js';
import type { CommentList } from './comment-list.js';
import { closePanel } from './list-steps.js';
import type { Muting } from './muting.js';
import { permalink } from '../permalink/permalink.js';

export interface MorePanel {
  readonly comment: Comment;
  readonly store: DiscussionStore;
  readonly list: CommentList;
  readonly muting: Muting;
  readonly root: ShadowRoot;
  readonly messages: Messages;
  readonly announce: (text: string) => void;
  readonly unmute: (comment: Comment) => void;
  readonly onShortcuts: () => void;
}

/** The less frequent things to do with a comment. What became of "Copy link" is gone when the panel is closed, and so it stands in the page alone. */
export function morePanel({ comment, root, store, list, muting, messages, announce, unmute, onShortcuts }: MorePanel): TemplateResult {
  const { author, id, pinned } = comment;
  const { adapter, state, now } = store;
  const name = author?.name || messages.anonymous;
  const onCopy = async ({ target }: Event): Promise<void> => {
    const [done, refused] = (target as Element).closest('[part=more]')?.querySelectorAll<HTMLElement>('[part=copied], [part=link]') ?? [];
    if (!done || !refused) return;
    try {
      await navigator.clipboard.writeText(permalink(id));
      done.hidden = false;
      refused.hidden = true;
      announce(messages.linkCopied);
    } catch {
      done.hidden = true;
      refused.hidden = false;
      // It has the focus, and so its label is heard.
      refused.querySelector('input')?.select();
    }
  };
  const onMute = (): void => {
    muting.mute(comment);
    announce(messages.mutedNow(name));
    void closePanel({ list, root }, id);
  };
  const elsewhere = addressElsewhere(comment);
  const action = (part: string, text: string, onClick: (event: Event) => unknown): TemplateResult =>
    html`<button part=${`action ${part}`} class="action" type="button" @click=${onClick}>${text}</button>`;
  return html`<div part="more" class="panel small"><div class="actions">${action('copy-link', messages.copyLink, onCopy)}<span part="copied" hidden>${messages.linkCopied}</span>${
    !muting.isMutable(comment)
      ? nothing
      : muting.isMuted(comment)
        ? action('unmute-always', messages.unmuteAlways(name), () => unmute(comment))
        : action('mute', messages.mute(name), onMute)
  }${
    adapter && permissionsFor(comment, state, adapter, now).pin
      ? html`<button part="action pin" class="action" type="button" data-action="pin">${pinned ? messages.unpin : messages.pin}</button>`
      : nothing
  }${
    elsewhere
      ? html`<a part="action original" class="action" href=${elsewhere.href} rel="ugc nofollow noopener">${messages.viewOn(elsewhere.host)}</a>`
      : nothing
  }${
    // Where fingers point, there is most likely no keyboard.
    matchMedia('(pointer: coarse)').matches ? nothing : action('shortcuts', messages.shortcuts, onShortcuts)
  }</div><div part="link" hidden><label part="label">${messages.linkRefused}<input part="textbox" dir="ltr" readonly .value=${permalink(id)}></label></div></div>`;
}

/** Where else the comment is to be seen, such as on the network that it was written in. "Copy link" is for the page's own site. */
function addressElsewhere({ permalink: address }: Comment): URL | undefined {
  const href = safeUrl(address);
  const url = href ? new URL(href) : undefined;
  return url?.host && url.host !== location.host ? url : undefined;
}
