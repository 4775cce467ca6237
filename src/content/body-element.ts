import type { Body } from '../model/adapter.js';
import { hasRenderer, renderBody } from './render-body.js';

interface RenderedBody {
  readonly element: HTMLElement;
  /** False while the renderer for the format has not loaded and `element` shows the source as text. */
  readonly isFinal: boolean;
}

const cache = new WeakMap<object, WeakMap<Body, RenderedBody>>();

/**
 * Renders a body to an element and caches it per owner.
 *
 * Reusing the element keeps the reader's text selection when the surrounding row is rendered again. It is replaced only
 * once, when the renderer for its format has loaded. Two sections on a page may share the comments of one adapter, but an
 * element can be in the document only once, so each section passes itself as the owner.
 */
export function bodyElement(body: Body, owner: object): HTMLElement {
  const isFinal = hasRenderer(body.format);
  const ownerCache = cache.get(owner) ?? new WeakMap<Body, RenderedBody>();
  cache.set(owner, ownerCache);
  const cached = ownerCache.get(body);
  if (cached?.isFinal === isFinal) return cached.element;
  const element = document.createElement('div');
  element.className = 'body';
  element.part.add('body');
  element.dir = 'auto';
  element.append(renderBody(body));
  ownerCache.set(body, { element, isFinal });
  return element;
}
