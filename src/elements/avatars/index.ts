import type { Comment } from '../../model/adapter.js';
import { LazyModule } from '../lazy-module.js';
import type { Feature, RowAddition, Section } from '../section.js';

/** Shows the pictures of authors if the page wants them. Their code is loaded then. */
export class Avatars implements Feature {
  readonly #section: Section;
  readonly #renderer: LazyModule<(comment: Comment) => unknown>;

  constructor(section: Section) {
    this.#section = section;
    this.#renderer = new LazyModule(section.host, async () => {
      const { createAvatarRenderer } = await import('./avatar.js');
      return createAvatarRenderer(section.root);
    });
  }

  readonly row: RowAddition = {
    version: () => this.#render,
    view: (comment) => ({ avatar: this.#render?.(comment) }),
  };

  /** Comments are rendered with their pictures from the start, so that nothing moves later; without, if the code cannot be loaded. */
  isReady(): boolean {
    return !this.#section.host.avatars || Boolean(this.#renderer.request() ?? this.#renderer.error);
  }

  get #render(): ((comment: Comment) => unknown) | undefined {
    return this.#section.host.avatars ? this.#renderer.request() : undefined;
  }
}
