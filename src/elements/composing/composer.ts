import { html, type TemplateResult } from 'lit';
import { renderText } from '../../content/render-body.js';
import type { MessagesWith, TakingPartMessages } from '../../i18n/messages.js';
import type { CommentId } from '../../model/adapter.js';
import type { Outgoing } from '../../model/state/discussion-state.js';
import { type DraftKey, isSameKey } from '../../model/drafts/draft.js';
import { defineOnce } from '../define-once.js';
import { drafts } from '../forms/draft-controller.js';
import { formStyles } from '../forms/forms.styles.js';
import { GuestEntries } from '../forms/guest-entries.js';
import { focusHeading } from '../list/focus-comment.js';
import type { Feature, FormNotice, Row, Section } from '../section.js';
import { shared } from '../shared.js';
import { ViewersWarning } from '../warning/viewers-warning.js';
import { CommentComposer } from './comment-composer.js';

/** What `Composing` needs when a reader writes: the composer, the comments being sent, and warnings. */
class Composer implements Feature {
  static readonly styles = formStyles;
  readonly #section: Section<TakingPartMessages>;
  readonly #warning: ViewersWarning;
  /** The discussion and viewer whose forms were last opened. */
  #opened: DraftKey | undefined;
  /** The form for new comments, if it had the focus before this update. */
  #focusedForm: Element | null = null;

  constructor(section: Section<TakingPartMessages>) {
    this.#section = section;
    this.#warning = new ViewersWarning(section);
    defineOnce('article-comments-composer', CommentComposer);
    this.#moveButtonFocus();
  }

  beforeUpdate(): void {
    this.#focusedForm = this.#section.root.querySelector('.composer:focus-within');
    this.#openForms();
  }

  /** A form without a text is removed when the discussion closes. Focus that was in it moves to the section's heading. */
  afterUpdate(): void {
    const { root } = this.#section;
    // A warning that replaces the form takes the focus itself.
    const isGone = this.#focusedForm?.isConnected === false && !root.querySelector('article-comments-warning');
    if (isGone && !root.activeElement) focusHeading(root);
  }

  /** The comments being sent, below the comments they reply to. */
  rowsBelow(): ReadonlyMap<CommentId | null, readonly Row[]> {
    const { store, messages } = this.#section;
    const rows = new Map<CommentId | null, Row[]>();
    for (const outgoing of store.state.outgoing) {
      const { submitKey, parentId, delivery } = outgoing;
      const className = `${parentId === null ? '' : 'answer d1'} ${delivery === 'sending' ? 'sending' : ''}`;
      const draw = () => ({ className, template: outgoingComment(outgoing, messages) });
      const row = { id: `outgoing-${submitKey}`, draw };
      rows.set(parentId, [...(rows.get(parentId) ?? []), row]);
    }
    return rows;
  }

  formNotice(isWriting: boolean): FormNotice | undefined {
    return this.#warning.notice(isWriting);
  }

  /** Opens the forms with what the viewer had begun, once for each discussion and viewer. */
  #openForms(): void {
    const { discussion, viewer, access } = this.#section.store.state;
    if (!discussion || access.state === 'unknown') return;
    const key = { discussion: discussion.key, viewer };
    // The next guest on this page may be a different person.
    if (viewer.author) shared(this.#section, GuestEntries).clear();
    const isOpened = this.#opened && isSameKey(this.#opened, key);
    this.#opened = key;
    // Each response names the viewer again. Replies that the writer has closed since then stay closed.
    if (isOpened) return;
    this.#section.view.openReplies(drafts.replies(key));
    if (drafts.list(key).length > 0) this.#section.view.openForm();
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

/** A comment being sent. It is not an article yet. */
function outgoingComment(
  { name, body, delivery }: Outgoing,
  messages: MessagesWith<TakingPartMessages>,
): TemplateResult {
  return html`
    <div part="outgoing">
      <header class="small">
        <bdi part="author" class="author">${name || messages.anonymous}</bdi>
        <span part="note" class="muted">${delivery === 'sending' ? messages.sending : messages.perhapsPosted}</span>
      </header>
      <div part="body" class="body" dir="auto">${renderText(body)}</div>
    </div>
  `;
}

export const features = [Composer] as const;
