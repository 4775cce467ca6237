import { html, nothing, type TemplateResult } from 'lit';
import { safeUrl } from '../../content/safe-url.js';
import type { Messages } from '../../i18n/messages.js';
import type { Comment } from '../../model/adapter.js';
import { type Command, raise } from '../command.js';
import { permalink } from '../permalink/permalink.js';
import type { Muting } from './muting.js';

interface MoreMenu {
  readonly comment: Comment;
  readonly messages: Messages;
  readonly muting: Muting;
  /** Whether the viewer may pin it. */
  readonly canPin: boolean;
  /** What became of copying its link; undefined until that was tried. */
  readonly copied: 'copied' | 'refused' | undefined;
}

/** The less frequent actions on a comment. */
export function moreMenu({ comment, messages, muting, canPin, copied }: MoreMenu): TemplateResult {
  const { author, id, pinned = false } = comment;
  const name = author?.name || messages.anonymous;
  const original = addressElsewhere(comment);
  return html`
    <div part="more" class="panel">
      <div class="actions small">
        ${action('copy-link', messages.copyLink, { type: 'copy-link', id })}
        <span part="copied" ?hidden=${copied !== 'copied'}>${messages.linkCopied}</span>
        ${
          !muting.canMute(comment)
            ? nothing
            : muting.isMuted(comment)
              ? action('unmute-always', messages.unmuteAlways(name), { type: 'unmute', id })
              : action('mute', messages.mute(name), { type: 'mute', id })
        }
        ${canPin ? action('pin', pinned ? messages.unpin : messages.pin, { type: 'pin', id, pinned: !pinned }) : nothing}
        ${
          original
            ? html`<a part="action original" class="action" href=${original.href} rel="ugc nofollow noopener"
                >${messages.viewOn(original.host)}</a
              >`
            : nothing
        }
        ${
          // A touch screen most likely has no keyboard.
          matchMedia('(pointer: coarse)').matches
            ? nothing
            : action('shortcuts', messages.shortcuts, { type: 'show-shortcuts' })
        }
      </div>
      <div part="link" ?hidden=${copied !== 'refused'}>
        <label part="label">
          <span class="small">${messages.linkRefused}</span><input part="textbox" dir="ltr" readonly .value=${permalink(id)} />
        </label>
      </div>
    </div>
  `;
}

function action(name: string, text: string, command: Command): TemplateResult {
  return html`<button part=${`action ${name}`} class="action" type="button" @click=${raise(command)}>${text}</button>`;
}

/** The comment's address on another host, such as the network it was written in. */
function addressElsewhere({ permalink: address }: Comment): URL | undefined {
  const href = safeUrl(address);
  const url = href ? new URL(href) : undefined;
  return url?.host && url.host !== location.host ? url : undefined;
}
