import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { hasRenderer, loadRenderers } from '../content/render-body.js';
import type { Body } from '../model/adapter.js';

type Format = Body['format'];

/** Fetches what the formats on the page need: the sanitiser only when an HTML body arrives. */
export class RendererController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #asked = new Set<Format>();
  readonly #failed = new Set<Format>();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    // What could not be fetched is tried again when the element is back on a page.
    for (const format of this.#failed) this.#asked.delete(format);
    this.#failed.clear();
  }

  /** True once all of `formats` can be drawn, or cannot be and are shown as plain text. */
  areReady(formats: Iterable<Format>): boolean {
    let ready = true;
    for (const format of new Set(formats)) {
      if (hasRenderer(format)) continue;
      ready &&= this.#failed.has(format);
      if (!this.#asked.has(format)) this.#load(format);
    }
    return ready;
  }

  #load(format: Format): void {
    this.#asked.add(format);
    const settle = (): void => this.#host.requestUpdate();
    loadRenderers([format]).then(settle, () => {
      this.#failed.add(format);
      settle();
    });
  }
}
