import type { ReactiveControllerHost } from 'lit';
import { hasRenderer, loadRenderer } from '../../content/render-body.js';
import type { Body } from '../../model/adapter.js';

/** Fetches what the formats of the shown texts need. */
export class BodyRenderers {
  readonly #host: ReactiveControllerHost;
  /** Formats whose renderer could not be fetched. */
  readonly #undrawable = new Set<Body['format']>();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** True once all bodies can be drawn, or cannot be and are shown as plain text. */
  areReadyFor(bodies: readonly Body[]): boolean {
    const update = (): void => this.#host.requestUpdate();
    const missing = [...new Set(bodies.map(({ format }) => format))].filter(
      (format) => !hasRenderer(format) && !this.#undrawable.has(format),
    );
    for (const format of missing) loadRenderer(format).then(update, () => (this.#undrawable.add(format), update()));
    return missing.length === 0;
  }
}
