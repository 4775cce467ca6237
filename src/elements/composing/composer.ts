import { adoptStyles } from 'lit';
import type { CommentId } from '../../model/adapter.js';
import { type DraftKey, isSameKey } from '../../model/drafts/draft.js';
import { defineOnce } from '../define-once.js';
import { formattingStyles } from '../formatting/formatting.styles.js';
import { drafts } from '../forms/draft-controller.js';
import { formStyles } from '../forms/forms.styles.js';
import { GuestEntries } from '../forms/guest-entries.js';
import type { Feature, FormNotice, Row, Section } from '../section.js';
import { ViewersWarning } from '../warning/viewers-warning.js';
import { CommentComposer } from './comment-composer.js';
import { FormFocus } from './form-focus.js';
import { outgoingRows } from './outgoing-rows.js';
import { refusalNotice } from './refusal-notice.js';

/** What `Composing` needs when a reader writes: the composer, the comments being sent, refusals and warnings. */
export class Composer implements Feature {
  static readonly styles = formStyles;
  readonly #section: Section;
  readonly #warning: ViewersWarning;
  /** The discussion and viewer whose replies were last opened. */
  #opened: DraftKey | undefined;

  constructor(section: Section) {
    this.#section = section;
    const { host, root } = section;
    adoptStyles(root, [...root.adoptedStyleSheets, formattingStyles]);
    this.#warning = new ViewersWarning(section);
    defineOnce('article-comments-composer', CommentComposer);
    new FormFocus(host);
    this.#moveButtonFocus();
  }

  readonly commands = {};

  readonly frame = {
    'above-form': () => {
      const { access, info } = this.#section.store.state;
      const refusal = access.state === 'open' ? info?.posting?.refusal : undefined;
      return refusal && refusalNotice(refusal, this.#section.messages, this.#section.formats);
    },
  };

  /** Opens the replies that the viewer had begun, once for each discussion and viewer. */
  beforeUpdate(): void {
    const { discussion, viewer, access } = this.#section.store.state;
    if (!discussion || access.state === 'unknown') return;
    const key = { discussion: discussion.key, viewer };
    // The next guest on this page may be someone else.
    if (viewer.author) this.#section.shared(GuestEntries).clear();
    const isOpened = this.#opened && isSameKey(this.#opened, key);
    this.#opened = key;
    // Each response names the viewer again. Replies that the writer has closed since then stay closed.
    if (!isOpened) this.#section.view.openReplies(drafts.replies(key));
  }

  rowsBelow(): ReadonlyMap<CommentId | null, readonly Row[]> {
    return outgoingRows(this.#section.store.state.outgoing, this.#section.messages);
  }

  formNotice(isWriting: boolean): FormNotice | undefined {
    return this.#warning.notice(isWriting);
  }

  /** The composer renders a button of its own. It takes the focus from the earlier one. */
  #moveButtonFocus(): void {
    const { host, root } = this.#section;
    const composer = root
      .querySelector('form [type=submit]:focus')
      ?.closest<CommentComposer>('article-comments-composer');
    if (!composer) return;
    void host.updateComplete
      .then(() => composer.updateComplete)
      .then(() => composer.querySelector<HTMLElement>('[type=submit]')?.focus());
  }
}
