import type { Body } from '../model/adapter.js';
import { hasRenderer, renderBody } from './render-body.js';

const drawn = new WeakMap<Body, { readonly element: HTMLElement; readonly isFinal: boolean }>();

/**
 * A body as an element, the same one each time: what a reader has selected stays selected when the row around it is drawn
 * again. It is another one only when the renderer of its format arrives.
 */
export function bodyElement(body: Body): HTMLElement {
  const isFinal = hasRenderer(body.format);
  const known = drawn.get(body);
  if (known?.isFinal === isFinal) return known.element;
  const element = document.createElement('div');
  element.className = 'body';
  element.part.add('body');
  element.dir = 'auto';
  element.append(renderBody(body));
  drawn.set(body, { element, isFinal });
  return element;
}
