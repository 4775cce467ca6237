import type { Comment } from '../../model/adapter.js';
import { LazyModule } from '../lazy-module.js';
import type { Feature, RowAddition, Section } from '../section.js';

/** Shows the pictures of authors if the page wants them. Their code is loaded then. */
export class Avatars implements Feature {
  readonly commands = {};
  readonly #section: Section;
  readonly #drawing: LazyModule<(comment: Comment) => unknown>;

  constructor(section: Section) {
    this.#section = section;
    this.#drawing = new LazyModule(section.host, async () => {
      const { createAvatarDrawing } = await import('./avatar.js');
      return createAvatarDrawing(section.root);
    });
  }

  readonly row: RowAddition = {
    version: () => this.#draw,
    view: (comment) => ({ avatar: this.#draw?.(comment) }),
  };

  /** Comments are rendered with their pictures from the start, so that nothing moves later; without, if the code cannot be loaded. */
  isReady(): boolean {
    return !this.#section.host.avatars || Boolean(this.#drawing.request() ?? this.#drawing.error);
  }

  get #draw(): ((comment: Comment) => unknown) | undefined {
    return this.#section.host.avatars ? this.#drawing.request() : undefined;
  }
}
