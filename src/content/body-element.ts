import type { Body } from '../model/adapter.js';
import { hasRenderer, renderBody } from './render-body.js';

interface Drawn {
  readonly element: HTMLElement;
  readonly isFinal: boolean;
}

const drawn = new WeakMap<object, WeakMap<Body, Drawn>>();

/**
 * A body as an element, the same one each time for the same owner: what a reader has selected stays selected when the row
 * around it is drawn again. It is another one only when the renderer of its format arrives. Two sections of a page may get
 * the same comments from one adapter, and an element can only be in one of them: each section owns its own.
 */
export function bodyElement(body: Body, owner: object): HTMLElement {
  const isFinal = hasRenderer(body.format);
  const own = drawn.get(owner) ?? new WeakMap<Body, Drawn>();
  drawn.set(owner, own);
  const known = own.get(body);
  if (known?.isFinal === isFinal) return known.element;
  const element = document.createElement('div');
  element.className = 'body';
  element.part.add('body');
  element.dir = 'auto';
  element.append(renderBody(body));
  own.set(body, { element, isFinal });
  return element;
}
