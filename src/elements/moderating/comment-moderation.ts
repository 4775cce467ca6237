/** Loaded for moderators only: their actions on a comment. */
import { html } from 'lit';
import type { ModerationGroup, TakingPartMessages, VisitMessages } from '../../i18n/messages.js';
import type { Comment, CommentId } from '../../model/adapter.js';
import { type ModerationAction, moderationActions } from '../../model/state/moderation-actions.js';
import { permissionsFor } from '../../model/state/permissions.js';
import type { ModeratorPanel } from '../../presentation/panel.js';
import { nameOfControl, shownName } from '../../presentation/shown-author.js';
import { defineOnce } from '../define-once.js';
import { formStyles } from '../forms/forms.styles.js';
import { moduleFailure } from '../frame/failure.js';
import { LazyModule } from '../lazy-module.js';
import type { AddedView, MenuItem, Section } from '../section.js';
import type { createFields } from './decision-fields.js';
import { asksFirst, labelOf, ModerationForm } from './moderation-form.js';
import { isHeld } from './who-moderates.js';
import { clearFailure, openPanel } from '../list/panels.js';

/** The actions that are shown below a held comment. The others are in the "More" menu. */
const BELOW_COMMENT: readonly string[] = ['approve', 'reject'] satisfies ModerationAction[];

/**
 * The actions of a moderator at one comment, and their forms.
 *
 * @csspart pin - Pins or unpins the comment.
 * @csspart approve - For moderators: publishes a held comment.
 * @csspart reject - For moderators: rejects a held comment.
 * @csspart feature - For moderators: features the comment.
 * @csspart unfeature - For moderators: stops featuring the comment.
 * @csspart hide - For moderators: hides the comment from readers.
 * @csspart unhide - For moderators: shows it again.
 * @csspart ban - For moderators: opens the confirmation before the author is banned; also the button in it that bans.
 * @csspart moderation-form - The result of a moderator's action, with a button to undo it.
 */
export class CommentModeration {
  readonly #section: Section<VisitMessages & TakingPartMessages & ModerationGroup>;
  /** The comments of which a button was pressed, until their form is rendered. */
  readonly #pressed = new Set<CommentId>();
  readonly #fields: LazyModule<ReturnType<typeof createFields>>;

  constructor(section: Section<VisitMessages & TakingPartMessages & ModerationGroup>) {
    this.#section = section;
    this.#fields = new LazyModule(section.host, async () => {
      const [{ createFields }, withMessages] = await section.withMessages(import('./decision-fields.js'), 'legal');
      return createFields(withMessages);
    });
    section.adoptStyles(formStyles);
    defineOnce('article-comments-moderation-form', ModerationForm);
    // If "Try again" has loaded this code, move the focus first: the button is about to be removed.
    if (section.root.activeElement?.closest('[part=failure]')) section.focusHeading();
  }

  /** The badge of a banned author, and remark and actions below a comment that readers do not see. */
  readonly inRow = (comment: Comment): AddedView => {
    const { messages, store } = this.#section;
    const { held, hidden, ban } = messages.moderation;
    const actions = this.#actions(comment).filter(({ name }) => BELOW_COMMENT.includes(name));
    return {
      // A comment that has lost its author says nothing about anyone.
      ...(comment.ban &&
        comment.author &&
        !(Date.parse(comment.ban.until ?? '') <= store.now) && { banned: ban.badge }),
      ...(isHeld(comment) && { moderated: { remark: comment.status === 'pending' ? held : hidden, actions } }),
    };
  };

  /** The less frequent actions, for the "More" menu. */
  inMenu(comment: Comment): readonly MenuItem[] {
    const actions = this.#actions(comment).filter(({ name }) => !BELOW_COMMENT.includes(name));
    return [...this.#pinItem(comment), ...actions];
  }

  #pinItem(comment: Comment): readonly MenuItem[] {
    const { store, messages } = this.#section;
    const { adapter, state, now } = store;
    const { id, pinned = false } = comment;
    if (!adapter || !permissionsFor(comment, state, adapter, now).pin) return [];
    const text = pinned ? messages.unpin : messages.pin;
    const label = nameOfControl(text, 'comment', comment, messages);
    return [{ type: 'button', name: 'pin', text, label, command: { type: 'pin', id, pinned: !pinned } }];
  }

  /** Starts the action of a button. A second press only retries a failed action. */
  async start(id: CommentId, action: ModerationAction): Promise<void> {
    const { view, root } = this.#section;
    clearFailure(view, id);
    if (view.panels.get(id) === action) {
      const forms = root.querySelectorAll('article-comments-moderation-form');
      const form = [...forms].find(({ comment }) => comment.id === id);
      if (form && !asksFirst(form)) await form.submit();
      return;
    }
    this.#pressed.add(id);
    openPanel(view, id, action);
  }

  /** The form of an action, below the comment, or the fields in it, whose code is loaded with the first ones. */
  render(action: ModeratorPanel, comment: Comment): unknown {
    if (action === 'reasons')
      return this.#fields.request()?.(comment.id) ?? moduleFailure(this.#fields, this.#section.messages);
    const isPressed = this.#pressed.delete(comment.id);
    return html`
      <article-comments-moderation-form
        part="moderation-form"
        class="panel small"
        .section=${this.#section}
        .comment=${comment}
        .action=${action}
        .isPressed=${isPressed}
      ></article-comments-moderation-form>
    `;
  }

  #actions(comment: Comment): readonly MenuItem[] {
    const { store, messages } = this.#section;
    const { adapter, state } = store;
    const name = shownName(comment, messages);
    const actions = adapter ? moderationActions(comment, state, adapter) : [];
    return actions.map((action) => {
      const text = labelOf(action, name, messages.moderation);
      return {
        type: 'button',
        name: action,
        text,
        // The label of a ban names the author.
        label: action === 'ban' ? text : nameOfControl(text, 'comment', comment, messages),
        command: { type: 'moderate', id: comment.id, action },
      };
    });
  }
}
