import { activeElement } from './active-element.js';

/** Whether the reader has gone on: the focus is somewhere else on the page than in `place`, and not lost. */
export function hasGoneOn(place: Element): boolean {
  const active = activeElement();
  if (!active || active === document.body || place.contains(active)) return false;
  // What the page has put into a form is in the section's element, and not in the form.
  return !(place.getRootNode() as Partial<ShadowRoot>).host?.contains(active);
}
