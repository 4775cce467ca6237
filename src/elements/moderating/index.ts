import { nothing } from 'lit';
import type { Comment, CommentsAdapter } from '../../model/adapter.js';
import type { ModerationAction } from '../../model/state/moderation-actions.js';
import { permissionsFor } from '../../model/state/permissions.js';
import type { ModeratedComment } from '../../presentation/comment-actions.js';
import type { CommandOf } from '../../presentation/command.js';
import { nameOfControl } from '../../presentation/shown-author.js';
import { moduleFailure } from '../frame/failure.js';
import type { Feature, MenuItem, RowAddition, Section } from '../section.js';
import type { LazyModule } from '../lazy-module.js';
import { translatedModule } from '../translated-module.js';
import type { CommentModeration } from './comment-moderation.js';

/** Shown on a held comment until the code for moderators is loaded, in place of "only you can see this". */
const LOADING: ModeratedComment = { remark: '', actions: [] };

/** The methods of an adapter that only moderators use. Pinning needs no further code. */
const METHODS = ['approve', 'reject', 'feature', 'hide', 'ban'] as const satisfies readonly (keyof CommentsAdapter)[];

const ACTIONS: readonly ModerationAction[] = ['approve', 'reject', 'feature', 'unfeature', 'hide', 'unhide', 'ban'];

/** Whether the viewer may close and open the discussion. A discussion that the page has closed cannot be opened by anyone. */
export function mayClose({ host, store }: Section): boolean {
  return Boolean(store.state.info?.can?.close && store.adapter?.setClosed && !host.closed);
}

/** What moderators can do. Their code is loaded for them only; deciding whether that is necessary costs other readers next to nothing. */
export class Moderating implements Feature<'moderate', ModerationAction> {
  readonly #section: Section;
  readonly #code: () => LazyModule<CommentModeration>;

  constructor(section: Section) {
    this.#section = section;
    this.#code = translatedModule(section, 'moderation', async (messages) => {
      const { CommentModeration } = await import('./comment-moderation.js');
      return new CommentModeration(section, await messages);
    });
  }

  readonly commands = {
    moderate: async ({ id, action }: CommandOf<'moderate'>): Promise<void> =>
      (await this.#code().load())?.start(id, action),
  };

  readonly panels = Object.fromEntries(
    ACTIONS.map((action) => [action, (comment: Comment) => this.#code().module?.render(action, comment) ?? nothing]),
  ) as Record<ModerationAction, (comment: Comment) => unknown>;

  readonly frame = {
    arrivals: () => moduleFailure(this.#code(), this.#section.messages),
  };

  readonly row: RowAddition = {
    version: () => this.#code().module,
    view: (comment) => {
      // Readers do not see these.
      const isUnseen = comment.status === 'pending' || comment.status === 'hidden';
      return isUnseen && this.#mayModerate(comment)
        ? { moderated: this.#code().request()?.inRow(comment) ?? LOADING }
        : {};
    },
  };

  menu(comment: Comment): readonly MenuItem[] {
    const moderation = this.#mayModerate(comment) ? this.#code().request()?.inMenu(comment) : undefined;
    return [...this.#pinItem(comment), ...(moderation ?? [])];
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

  #mayModerate({ can }: Comment): boolean {
    const { state, adapter } = this.#section.store;
    return METHODS.some((method) => adapter?.[method] && (can?.[method] ?? state.viewer.moderator));
  }
}
