import { appendInline } from './markdown-inline.js';

/** Quotes and lists nest so deep; whatever is deeper is text. Each level of indentation takes away width from the text. */
const maxDepth = 8;

const fence = /^ *(`{3,}|~{3,})[^`]*$/;
const heading = /^ *#{1,6}(?: +|$)/;
const rule = /^ *([-*_])(?: *\1){2,} *$/;
const quote = /^ *> ?/;
/** The start of an item, unless the line is a rule. */
const item = /^(?! *([-*_])(?: *\1){2,} *$)( *)([-+*]|(\d{1,9})[.)])(?: +|$)/;
const underline = /^ *(?:=+|--+) *$/;
/** What ends a paragraph without a blank line. An ordered list does so only from 1: a line may well begin with a year. */
const interruption = /^ *(?:#{1,6} |>|`{3}|~{3}|(?:[-+*]|1[.)]) +\S|([-*_])(?: *\1){2,} *$)/;

/**
 * The Markdown that people write in comments, straight to DOM nodes: paragraphs, line breaks, emphasis, code, quotes, lists,
 * links. HTML in it is text.
 *
 * It differs from CommonMark where a comment differs from a document. A heading is a paragraph in bold, since a comment may
 * not disturb the outline of the page; an image is a link; an indented line is no code; a line without `>` ends a quote,
 * since it is the answer to it. Every step is linear in the length of the text.
 */
export function renderMarkdown(value: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  appendBlocks(
    fragment,
    value.replace(/\r\n?/g, '\n').replace(/^[ \t]+/gm, (indent) => indent.replaceAll('\t', '    ')),
    0,
  );
  return fragment;
}

function append(parent: Node, name: string): Element {
  return parent.appendChild(document.createElement(name));
}

/** `tight` is the item of a list without blank lines: its text is no paragraph. */
function appendBlocks(parent: Node, text: string, depth: number, tight?: Element | false): void {
  // Backwards, because taking from the end is cheap.
  const lines = text.split('\n').reverse();
  const next = () => lines.at(-1) ?? '';
  const take = () => lines.pop() ?? '';

  const appendList = (kind: string, number?: string) => {
    const isSibling = () => item.exec(next())?.[3]?.endsWith(kind);
    const items: string[] = [];
    let loose = false;
    do {
      const [opening = '', , indent = '', marker = ''] = item.exec(next()) ?? [];
      let content = take().slice(opening.length);
      let afterBlank = false;
      while (lines.length) {
        const line = next();
        const spaces = line.search(/\S|$/);
        const isBlank = !line.trim();
        // Two spaces make a line part of the item, however wide its marker is: that is what people type.
        if (!isBlank && spaces < indent.length + 2 && (afterBlank || interruption.test(line) || item.test(line))) break;
        content += '\n' + take().slice(Math.min(spaces, indent.length + marker.length + 1));
        afterBlank = isBlank;
      }
      content = content.trimEnd();
      items.push(content);
      loose ||= /\n\n/.test(content) || (afterBlank && !!isSibling());
    } while (isSibling());
    const list = append(parent, number ? 'ol' : 'ul');
    if (Number(number) > 1) list.setAttribute('start', `${number}`);
    for (const content of items) {
      const element = append(list, 'li');
      appendBlocks(element, content, depth + 1, !loose && element);
    }
  };

  while (lines.length) {
    let line = next();
    const list = depth < maxDepth && item.exec(line);
    if (list) {
      appendList(list[3]?.at(-1) ?? '', list[4]);
      continue;
    }
    take();
    const opening = fence.exec(line)?.[1];
    if (opening) {
      let code = '';
      // Closed by a line of nothing but the same marks, at least as many.
      const isClosed = () => next().trim().startsWith(opening) && !next().trim().replaceAll(opening.charAt(0), '');
      while (lines.length && !isClosed()) code += take() + '\n';
      take();
      append(append(parent, 'pre'), 'code').textContent = code;
    } else if (heading.test(line)) {
      appendInline(append(append(parent, 'p'), 'strong'), line.replace(heading, '').trim().replace(/ #+$/, ''));
    } else if (rule.test(line)) {
      append(parent, 'hr');
    } else if (depth < maxDepth && quote.test(line)) {
      line = line.replace(quote, '');
      while (quote.test(next())) line += '\n' + take().replace(quote, '');
      appendBlocks(append(parent, 'blockquote'), line, depth + 1);
    } else if (line.trim()) {
      let paragraph = line.trim();
      while (next().trim() && !underline.test(next()) && !interruption.test(next())) {
        // Two spaces at the end of a line break it, as does a backslash.
        paragraph += line.endsWith('  ') ? '\\\n' : '\n';
        line = take();
        paragraph += line.trim();
      }
      const target = tight || append(parent, 'p');
      appendInline(underline.test(next()) && take() ? append(target, 'strong') : target, paragraph);
    }
  }
}
