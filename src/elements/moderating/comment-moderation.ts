/** Loaded for moderators only: what they can do with a comment, beside the pins. */
import { html } from 'lit';
import type { ModerationWords } from '../../i18n/messages.js';
import type { Comment, CommentId } from '../../model/adapter.js';
import type { DiscussionStore } from '../../model/discussion/discussion-store.js';
import { type ModerationAction, moderationActions } from '../../model/state/moderation-actions.js';
import type { ActionItem, ModeratedComment } from '../../presentation/comment-actions.js';
import { nameOfControl, shownName } from '../../presentation/shown-author.js';
import { defineOnce } from '../define-once.js';
import { focusHeading } from '../list/focus-comment.js';
import type { ListView } from '../list/list-view.js';
import type { Announcer } from '../frame/announcer.js';
import { elementId } from '../page/element-id.js';
import { moduleFailure } from '../frame/failure.js';
import type { LazyModule } from '../lazy-module.js';
import type { LocaleController } from '../locale/locale-controller.js';
import type { SectionHost } from '../section-host.js';
import type { WritingFeatures } from '../writing-features.js';
import { ModerationForm } from './moderation-form.js';

interface CommentModerationOptions {
  readonly store: DiscussionStore;
  readonly view: ListView;
  readonly locale: LocaleController;
  readonly announcer: Announcer;
  readonly writing: LazyModule<WritingFeatures>;
  readonly words: ModerationWords;
}

/** What stands below a held comment, and not in its "More" menu. */
const PLAIN: readonly ModerationAction[] = ['approve', 'reject'];

export class CommentModeration {
  readonly #host: SectionHost;
  readonly #options: CommentModerationOptions;
  /** The comments of which a button was pressed, until their form is there. */
  readonly #pressed = new Set<CommentId>();

  constructor(host: SectionHost, options: CommentModerationOptions) {
    this.#host = host;
    this.#options = options;
    defineOnce('article-comments-moderation-form', ModerationForm);
    // The button that has tried again to fetch this code goes with the failure, and must not take the focus with it.
    if (host.renderRoot.activeElement?.closest('[part=failure]')) focusHeading(host.renderRoot);
  }

  /** What a moderator sees of a comment that readers do not see. */
  readonly inRow = (comment: Comment): ModeratedComment => {
    const { words } = this.#options;
    return {
      remark: comment.status === 'pending' ? words.held : words.hidden,
      actions: this.#actions(comment).filter(({ name }) => PLAIN.includes(name as ModerationAction)),
    };
  };

  /** The less frequent actions, for the "More" menu. */
  inMenu(comment: Comment): readonly ActionItem[] {
    return this.#actions(comment).filter(({ name }) => !PLAIN.includes(name as ModerationAction));
  }

  /** A button was pressed. Pressed again, it tries again what has failed, and nothing else. */
  async start(id: CommentId, action: ModerationAction): Promise<void> {
    const { view, writing } = this.#options;
    view.clearFailure(id);
    if (view.panelOf(id) === action) {
      const form = this.#host.renderRoot.querySelector<ModerationForm>(`#moderate-${CSS.escape(id)}`);
      if (action !== 'ban') await form?.submit();
      return;
    }
    this.#pressed.add(id);
    view.openPanel(id, action);
    await writing.load();
  }

  /** What is open below the comment after a press. */
  render(action: ModerationAction, comment: Comment): unknown {
    const { store, locale, announcer, writing, words } = this.#options;
    const { messages } = locale;
    if (!writing.module) return moduleFailure(writing, messages);
    const isPressed = this.#pressed.delete(comment.id);
    return html`
      <article-comments-moderation-form
        part="moderation-form"
        class="panel small"
        id=${elementId('moderate', comment.id)}
        .store=${store}
        .writer=${writing.module.writer}
        .messages=${messages}
        .words=${words}
        .announce=${announcer.announce}
        .comment=${comment}
        .action=${action}
        .isPressed=${isPressed}
      ></article-comments-moderation-form>
    `;
  }

  #actions(comment: Comment): readonly ActionItem[] {
    const { store, locale, words } = this.#options;
    const { messages } = locale;
    const { adapter, state } = store;
    const name = shownName(comment, messages);
    const actions = adapter ? moderationActions(comment, state, adapter) : [];
    return actions.map((action) => {
      const text = action === 'ban' ? words.ban.label(name) : words.actions[action].label;
      return {
        type: 'button',
        name: action,
        text,
        // The words of a ban name its author.
        label: action === 'ban' ? text : nameOfControl(text, 'comment', comment, messages),
        command: { type: 'moderate', id: comment.id, action },
      };
    });
  }
}
