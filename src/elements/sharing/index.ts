import type { Comment, CommentId } from '../../model/adapter.js';
import type { ActionItem } from '../../presentation/comment-actions.js';
import { nameOfControl } from '../../presentation/shown-author.js';
import type { CommandOf } from '../../presentation/command.js';
import { rowOf } from '../list/focus-comment.js';
import { permalink } from '../page/address.js';
import type { Feature, Section } from '../section.js';

/** Copies the link to a comment. */
export class Sharing implements Feature<'copy-link'> {
  readonly #section: Section;

  constructor(section: Section) {
    this.#section = section;
  }

  readonly commands = {
    'copy-link': ({ id }: CommandOf<'copy-link'>): Promise<void> => this.#copyLink(id),
  };

  menu(comment: Comment): readonly ActionItem[] {
    const { messages } = this.#section;
    const text = messages.copyLink;
    const label = nameOfControl(text, 'comment', comment, messages);
    return [{ type: 'button', name: 'copy-link', text, label, command: { type: 'copy-link', id: comment.id } }];
  }

  /** If the browser refuses, the link is shown, selected, for the reader to copy. */
  async #copyLink(id: CommentId): Promise<void> {
    const { host, root, view, messages } = this.#section;
    try {
      await navigator.clipboard.writeText(permalink(id));
      view.linkCopied(id, 'copied');
      this.#section.announce(messages.linkCopied);
      this.#section.done('copy-link', id);
    } catch {
      view.linkCopied(id, 'refused');
      await host.updateComplete;
      rowOf(root, id)?.querySelector<HTMLInputElement>('[part=link] input')?.select();
      this.#section.done('copy-link', id, 'failed');
    }
  }
}
