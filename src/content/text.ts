import { addressLink } from './address-link.js';
import { takeAddress } from './take-address.js';

/**
 * Plain text as paragraphs, with links made of the addresses in it.
 *
 * A paragraph without an address holds a single text node, line breaks included: with a thousand comments on a page the
 * number of nodes is what costs time, and `white-space: pre-line` draws the breaks.
 */
export function renderText(value: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  const mayLink = value.includes('://');
  const text = value.replace(/\r\n?/g, '\n').trim();
  for (const paragraph of text ? text.split(/\n\s*\n/) : []) {
    const element = document.createElement('p');
    if (mayLink) appendLinked(element, paragraph);
    else element.textContent = paragraph;
    fragment.append(element);
  }
  return fragment;
}

function appendLinked(parent: Element, text: string): void {
  // The upper bound keeps the work linear: what follows an address inside a run is looked at again.
  const runs = /\bhttps?:\/\/\S{1,2000}/gi;
  let end = 0;
  for (let run; (run = runs.exec(text)); runs.lastIndex = end) {
    const address = takeAddress(run[0]);
    parent.append(text.slice(end, run.index), addressLink(address));
    end = run.index + address.length;
  }
  if (end < text.length) parent.append(text.slice(end));
}
