import { html } from 'lit';
import type { VisitMessages } from '../../i18n/messages.js';
import type { Comment, CommentId } from '../../model/adapter.js';
import { nameOfControl } from '../../presentation/shown-author.js';
import type { CommandOf } from '../../presentation/command.js';
import { rowOf } from '../list/focus-comment.js';
import { permalink } from '../page/address.js';
import { copyText } from '../page/clipboard.js';
import { reportAction } from '../report-action.js';
import type { Feature, MenuItem, Section } from '../section.js';

declare module '../../presentation/command.js' {
  interface Commands {
    'copy-link': { readonly id: CommentId };
    /** Opens the device's own dialog for sharing. */
    share: { readonly id: CommentId };
  }
}

/**
 * Copies the link to a comment, or hands it to the device's dialog for sharing where there is one.
 *
 * @csspart copy-link - Copies the comment's address.
 * @csspart share - Opens the device's dialog for sharing the comment's address.
 * @csspart link - The address of a comment, to be copied by hand.
 * @csspart copied - Notice that the address was copied.
 *
 * @action copy-link - The link to a comment was copied. `failed`: the browser refused, and the link is shown.
 * @action share - The link to a comment was shared. `failed`: the browser refused.
 */
export class Sharing implements Feature<'copy-link' | 'share'> {
  readonly #section: Section<VisitMessages>;
  /** How copying the link to a comment has ended, until its menu is closed. */
  #copied: { readonly id: CommentId; readonly isRefused: boolean } | undefined;

  constructor(section: Section<VisitMessages>) {
    this.#section = section;
  }

  readonly commands = {
    'copy-link': ({ id }: CommandOf<'copy-link'>): Promise<void> => this.#copyLink(id),
    share: ({ id }: CommandOf<'share'>): Promise<void> => this.#share(id),
  };

  menu(comment: Comment): readonly MenuItem[] {
    const { messages } = this.#section;
    const item = (name: 'copy-link' | 'share', text: string): MenuItem => {
      const label = nameOfControl(text, 'comment', comment, messages);
      return { type: 'button', name, text, label, command: { type: name, id: comment.id } };
    };
    // Desktop browsers without such a dialog lack the method.
    const canShare = 'share' in navigator;
    return [
      { ...item('copy-link', messages.copyLink), ...this.#outcome(comment) },
      ...(canShare ? [item('share', messages.share)] : []),
    ];
  }

  beforeUpdate(): void {
    if (this.#copied && this.#section.view.panels.get(this.#copied.id) !== 'more') this.#copied = undefined;
  }

  #outcome({ id }: Comment): Pick<MenuItem, 'note' | 'remedy'> {
    const { messages } = this.#section;
    if (this.#copied?.id !== id) return {};
    if (!this.#copied.isRefused) return { note: html`<span part="copied">${messages.linkCopied}</span>` };
    return {
      remedy: html`
        <div part="link">
          <label part="label">
            <span class="small">${messages.linkRefused}</span><input part="textbox" dir="ltr" readonly .value=${permalink(id)} />
          </label>
        </div>
      `,
    };
  }

  /** If the browser refuses, the link is shown, selected, for the reader to copy. */
  async #copyLink(id: CommentId): Promise<void> {
    const { host, root, view, messages } = this.#section;
    const isCopied = await copyText(permalink(id));
    // The reader may have opened another menu meanwhile.
    if (view.panels.get(id) === 'more') this.#copied = { id, isRefused: !isCopied };
    host.requestUpdate();
    if (isCopied) {
      this.#section.announce(messages.linkCopied);
    } else {
      await host.updateComplete;
      rowOf(root, id)?.querySelector<HTMLInputElement>('[part=link] input')?.select();
    }
    reportAction(this.#section, 'copy-link', id, isCopied ? 'done' : 'failed');
  }

  /** If the browser refuses, the link is copied instead. */
  async #share(id: CommentId): Promise<void> {
    try {
      await navigator.share({ title: this.#section.store.state.discussion?.title ?? '', url: permalink(id) });
      reportAction(this.#section, 'share', id);
    } catch (error) {
      // The reader has closed the dialog.
      if ((error as Partial<DOMException>).name === 'AbortError') return;
      reportAction(this.#section, 'share', id, 'failed');
      await this.#copyLink(id);
    }
  }
}
