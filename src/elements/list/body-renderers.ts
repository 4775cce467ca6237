import type { ReactiveControllerHost } from 'lit';
import { hasRenderer, loadRenderer } from '../../content/render-body.js';
import type { Body } from '../../model/adapter.js';

/** Loads the renderers for the formats of comments. */
export class BodyRenderers {
  readonly #host: ReactiveControllerHost;
  /** Formats whose renderer could not be loaded. */
  readonly #failed = new Set<Body['format']>();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Whether the renderer of every format is loaded or has failed to load. Without it, bodies are shown as plain text. */
  areReadyFor(bodies: readonly Body[]): boolean {
    const update = (): void => this.#host.requestUpdate();
    const missing = [...new Set(bodies.map(({ format }) => format))].filter(
      (format) => !hasRenderer(format) && !this.#failed.has(format),
    );
    for (const format of missing) loadRenderer(format).then(update, () => (this.#failed.add(format), update()));
    return missing.length === 0;
  }
}
