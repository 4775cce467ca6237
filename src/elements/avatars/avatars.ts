import type { Comment } from '../../model/adapter.js';
import { LazyModule } from '../lazy-module.js';
import type { SectionHost } from '../section-host.js';

/** The pictures of authors, where the page wants them. */
export class Avatars {
  readonly #host: SectionHost;
  readonly #drawing: LazyModule<(comment: Comment) => unknown>;

  constructor(host: SectionHost) {
    this.#host = host;
    this.#drawing = new LazyModule(host, async () => {
      const { createAvatarDrawing } = await import('./avatar.js');
      return createAvatarDrawing(host.renderRoot);
    });
  }

  /** Whether comments can be drawn without moving later. Without the code, they are drawn without pictures. */
  get areReady(): boolean {
    return !this.#host.avatars || Boolean(this.#drawing.request() ?? this.#drawing.error);
  }

  /** Draws the picture for a comment. Undefined where there are none. */
  get draw(): ((comment: Comment) => unknown) | undefined {
    return this.#host.avatars ? this.#drawing.request() : undefined;
  }
}
