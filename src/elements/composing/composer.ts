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
import { reportAction } from '../report-action.js';
import type { Feature, FormNotice, Row, Section } from '../section.js';
import { shared } from '../shared.js';
import { ViewersWarning } from '../warning/viewers-warning.js';
import { CommentComposer } from './comment-composer.js';
import { openReplies } from '../list/panels.js';

/**
 * What `Composing` needs when a reader writes: the composer, the comments being sent, and warnings.
 *
 * @csspart outgoing - A comment that is being sent.
 *
 * @action open-composer - The form for new comments was focused for the first time.
 * @action open-reply - The form for a reply was opened.
 * @action close-reply - The form for a reply was closed, by the reader or because the reply was posted.
 */
class Composer implements Feature {
  static readonly styles = formStyles;
  readonly #section: Section<TakingPartMessages>;
  readonly #warning: ViewersWarning;
  /** The discussion and viewer whose forms were last opened. */
  #opened: DraftKey | undefined;
  /** The form that had the focus before this update. */
  #focusedForm: CommentComposer | null = null;

  constructor(section: Section<TakingPartMessages>) {
    this.#section = section;
    this.#warning = new ViewersWarning(section);
    defineOnce('article-comments-composer', CommentComposer);
    section.root.addEventListener('focusin', this.#reportTurn);
    this.#reportTurn();
  }

  beforeUpdate(): void {
    this.#focusedForm = this.#section.root.querySelector('article-comments-composer:focus-within');
    this.#openForms();
  }

  afterUpdate(): void {
    const { root } = this.#section;
    const form = this.#focusedForm;
    if (!form || form.matches(':focus-within')) return;
    // The composer renders a button of its own. It takes the focus from the earlier one.
    if (form.isConnected)
      void form.updateComplete.then(() => form.querySelector<HTMLElement>('[type=submit]')?.focus());
    // A form without a text is removed when the discussion closes. A warning that replaces it takes the focus itself.
    else if (form.matches('.composer') && !root.activeElement && !root.querySelector('article-comments-warning'))
      this.#section.focusHeading();
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
    const { view } = this.#section;
    openReplies(view, drafts.replies(key));
    if (drafts.list(key).length > 0) view.change({ isFormOpen: true });
  }

  /** Reports the first focus in the form for new comments, which may be what has loaded this code. */
  readonly #reportTurn = (): void => {
    const { root } = this.#section;
    if (!root.querySelector('.composer:focus-within')) return;
    root.removeEventListener('focusin', this.#reportTurn);
    reportAction(this.#section, 'open-composer');
  };
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
