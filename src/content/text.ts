import { autolink, leadingUrl } from './autolink.js';

/**
 * Renders plain text as paragraphs and turns its URLs into links.
 *
 * A paragraph without a URL is a single text node, line breaks included; `white-space: pre-line` shows the breaks. With a
 * thousand comments on a page, the number of nodes is what costs time.
 */
export function renderText(value: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  const mayContainUrl = value.includes('://');
  const text = value.replace(/\r\n?/g, '\n').trim();
  for (const paragraph of text ? text.split(/\n\s*\n/) : []) {
    const element = document.createElement('p');
    if (mayContainUrl) appendAutolinked(element, paragraph);
    else element.textContent = paragraph;
    fragment.append(element);
  }
  return fragment;
}

/**
 * Returns the text between the tags of an HTML source, for when it cannot be parsed safely.
 *
 * The result is only ever shown as text, so it need not be safe as HTML. No tag is searched for beyond the next "<", which
 * keeps this linear.
 */
export function stripTags(html: string): string {
  return html.replace(/<[^<>]*>/g, ' ');
}

/** Appends a text whose URLs have become links. */
export function appendAutolinked(parent: ParentNode, text: string): void {
  // The upper bound keeps this linear: the rest of a run after its URL is scanned again.
  const runs = /\bhttps?:\/\/\S{1,2000}/gi;
  let end = 0;
  for (let run; (run = runs.exec(text)); runs.lastIndex = end) {
    const url = leadingUrl(run[0]);
    parent.append(text.slice(end, run.index), autolink(url));
    end = run.index + url.length;
  }
  if (end < text.length) parent.append(text.slice(end));
}
