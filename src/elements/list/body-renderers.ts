import type { ReactiveControllerHost } from 'lit';
import { hasRenderer, loadRenderer } from '../../content/render-body.js';
import type { Body } from '../../model/adapter.js';

/** Fetches the renderers for the formats of the comments on the page. */
export class BodyRenderers {
  readonly #host: ReactiveControllerHost;
  /** Formats whose renderer could not be fetched. */
  readonly #undrawable = new Set<Body['format']>();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** True once every format has its renderer, or has failed to load it; its bodies are then shown as plain text. */
  areReadyFor(bodies: readonly Body[]): boolean {
    const update = (): void => this.#host.requestUpdate();
    const missing = [...new Set(bodies.map(({ format }) => format))].filter(
      (format) => !hasRenderer(format) && !this.#undrawable.has(format),
    );
    for (const format of missing) loadRenderer(format).then(update, () => (this.#undrawable.add(format), update()));
    return missing.length === 0;
  }
}
