import { html, nothing, type TemplateResult } from 'lit';
import { safeUrl } from '../../content/safe-url.js';
import type { Messages } from '../../i18n/messages.js';
import type { Comment } from '../../model/adapter.js';
import { type Command, raise } from '../command.js';
import { permalink } from '../page/address.js';
import type { Muting } from '../muting/muting.js';
import type { ActionItem } from '../../presentation/comment-actions.js';
import { nameOfControl, shownName } from '../../presentation/shown-author.js';

interface MoreMenu {
  readonly comment: Comment;
  readonly messages: Messages;
  readonly muting: Muting;
  /** Whether the viewer may pin it. */
  readonly canPin: boolean;
  /** What moderators can do besides. */
  readonly moderation: readonly ActionItem[];
  /** What became of copying its link; undefined until that was tried. */
  readonly copied: 'copied' | 'refused' | undefined;
}

/**
 * The less frequent actions on a comment. They are disclosed, not a menu in the sense of ARIA: the focus stays on "More", and the
 * next press of Tab goes to the first of them.
 */
export function moreMenu({ comment, messages, muting, canPin, moderation, copied }: MoreMenu): TemplateResult {
  const { id, pinned = false } = comment;
  const name = shownName(comment, messages);
  const nameOf = (words: string): string => nameOfControl(words, 'comment', comment, messages);
  const original = addressElsewhere(comment);
  return html`
    <div part="more" class="panel menu small" role="group" aria-label=${nameOfControl(messages.more, 'more', comment, messages)}>
      <div class="actions">
        ${action('copy-link', messages.copyLink, { type: 'copy-link', id }, nameOf)}
        <span part="copied" ?hidden=${copied !== 'copied'}>${messages.linkCopied}</span>
        ${
          !muting.canMute(comment)
            ? nothing
            : muting.isMuted(comment)
              ? action('unmute-always', messages.unmuteAlways(name), { type: 'unmute', id })
              : action('mute', messages.mute(name), { type: 'mute', id })
        }
        ${canPin ? action('pin', pinned ? messages.unpin : messages.pin, { type: 'pin', id, pinned: !pinned }, nameOf) : nothing}
        ${moderation.map((one) => (one.type === 'button' ? action(one.name, one.text, one.command, () => one.label) : nothing))}
        ${
          original
            ? html`<a
                part="action original"
                class="action"
                href=${original.href}
                rel="ugc nofollow noopener"
                aria-label=${nameOf(messages.viewOn(original.host))}
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

/** Escape closes the actions, from "More" itself and from whatever it has disclosed. */
export function closeMoreOnEscape(event: Event): void {
  const { key, target } = event as KeyboardEvent;
  const more = key === 'Escape' ? (target as Element).closest('[part~=more]') : null;
  more?.closest('li')?.querySelector<HTMLElement>('button[part~=more][aria-expanded=true]')?.click();
}

/** `nameOf`: makes the accessible name of the words, where they do not say whom it is about. */
function action(name: string, text: string, command: Command, nameOf?: (words: string) => string): TemplateResult {
  return html`<button
    part=${`action ${name}`}
    class="action"
    type="button"
    aria-label=${nameOf?.(text) ?? nothing}
    @click=${raise(command)}
    >${text}</button
  >`;
}

/** The comment's address on another host, such as the network it was written in. */
function addressElsewhere({ permalink: address }: Comment): URL | undefined {
  const href = safeUrl(address);
  const url = href ? new URL(href) : undefined;
  return url?.host && url.host !== location.host ? url : undefined;
}
