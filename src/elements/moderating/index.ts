import { nothing } from 'lit';
import type { VisitMessages } from '../../i18n/messages.js';
import type { Comment, CommentId } from '../../model/adapter.js';
import type { ModeratorPanel } from '../../presentation/panel.js';
import type { ModeratedComment } from '../../presentation/comment-actions.js';
import type { CommandOf } from '../../presentation/command.js';
import { moduleFailure } from '../frame/failure.js';
import type { Feature, MenuItem, RowAddition, Section } from '../section.js';
import { LazyModule, together } from '../lazy-module.js';
import type { CommentModeration } from './comment-moderation.js';
import { hasRemark, isHeld, mayModerate } from './who-moderates.js';
import type { ModerationAction } from '../../model/state/moderation-actions.js';

declare module '../../presentation/command.js' {
  interface Commands {
    /** A moderator's action on a comment. */
    moderate: { readonly id: CommentId; readonly action: ModerationAction };
  }
}

/** Shown on a held comment until the code for moderators is loaded, in place of "only you can see this". */
const LOADING: ModeratedComment = { remark: '', actions: [] };

const PANELS = ['approve', 'reject', 'feature', 'unfeature', 'hide', 'unhide', 'ban', 'reasons'] as const;

/**
 * What moderators can do. Their code is loaded for them only.
 *
 * @action approve - A held comment was published. Calls the backend.
 * @action reject - A held comment was rejected. Calls the backend.
 * @action feature - A comment was featured. Calls the backend.
 * @action unfeature - A comment is no longer featured. Calls the backend.
 * @action hide - A comment was hidden from readers. Calls the backend.
 * @action unhide - A hidden comment was shown again. Calls the backend.
 * @action ban - The author of a comment was banned. Calls the backend.
 * @action undo-moderation - A ban, or one of `approve`, `reject`, `feature`, `unfeature`, `hide` and `unhide`, was undone. Calls the backend.
 */
export class Moderating implements Feature<'moderate', ModeratorPanel> {
  readonly #section: Section<VisitMessages>;
  readonly #code: LazyModule<CommentModeration>;

  constructor(section: Section<VisitMessages>) {
    this.#section = section;
    this.#code = new LazyModule(section.host, async () => {
      const code = together(
        import('./comment-moderation.js'),
        import('../forms/submit-form.js'),
        import('../forms/writing.js'),
        import('../../model/writes/comment-changes.js'),
      );
      const [{ CommentModeration }, withMessages] = await section.withMessages(code, 'moderation', 'takingPart');
      return new CommentModeration(withMessages);
    });
  }

  readonly commands = {
    moderate: async ({ id, action }: CommandOf<'moderate'>): Promise<void> =>
      (await this.#code.load())?.start(id, action),
  };

  readonly #render = (comment: Comment, panel: ModeratorPanel): unknown =>
    this.#code.request()?.render(panel, comment) ?? nothing;

  readonly panels = Object.fromEntries(PANELS.map((panel) => [panel, this.#render])) as Record<
    ModeratorPanel,
    (comment: Comment, panel: ModeratorPanel) => unknown
  >;

  readonly frame = {
    arrivals: () => moduleFailure(this.#code, this.#section.messages),
  };

  readonly row: RowAddition = {
    version: () => this.#code.module,
    view: (comment) => {
      if (!hasRemark(comment) || !mayModerate(comment, this.#section.store)) return {};
      return this.#code.request()?.inRow(comment) ?? (isHeld(comment) ? { moderated: LOADING } : {});
    },
  };

  menu(comment: Comment): readonly MenuItem[] {
    return (mayModerate(comment, this.#section.store) && this.#code.request()?.inMenu(comment)) || [];
  }
}
