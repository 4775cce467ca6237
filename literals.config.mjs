/**
 * Shortens what minifiers of JavaScript leave alone: the text of lit's `html`, `svg` and `css` templates.
 *
 * Only the white space that formats the source goes, never a space that a reader could see: in markup a run that holds
 * a line break becomes one space, except at the very edges of a template; text on one line stays as it is.
 */
import MagicString from 'magic-string';

export function minifyMarkup(text, { first, last }) {
  let short = text.replace(/\s*\n\s*/g, ' ');
  if (first) short = short.replace(/^ (?=<)/, '');
  if (last) short = short.replace(/(?<=>) $/, '');
  return short;
}

const stringOrComment = /("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|\/\*[^]*?\*\//g;

/** Quoted strings are kept as they are; around them comments go, and the white space and the zeros that CSS does not need. */
export function minifyStyles(text) {
  const shorten = (css) =>
    css
      .replace(/\s+/g, ' ')
      .replace(/ ?([{};,>]) ?/g, '$1')
      .replace(/: /g, ':')
      .replace(/;}/g, '}')
      .replace(/(?<![\w.])0(?=\.\d)/g, '');
  let short = '';
  let end = 0;
  let code = '';
  for (const match of text.matchAll(stringOrComment)) {
    const [whole, string] = match;
    code += text.slice(end, match.index);
    end = match.index + whole.length;
    if (string === undefined) continue;
    // The value of an attribute that is one word needs no quotes.
    short += shorten(code) + (/\[[\w-]+=$/.test(code) ? string.replace(/^(["'])([a-z]+)\1$/, '$2') : string);
    code = '';
  }
  return (short + shorten(code + text.slice(end))).trim();
}

export function* taggedTemplates(node) {
  if (node.type === 'TaggedTemplateExpression' && node.tag.type === 'Identifier') yield node;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child?.type === 'string') yield* taggedTemplates(child);
    }
  }
}

/** A plugin for rollup. It runs after TypeScript has been turned into JavaScript. */
export function minifyLiterals() {
  return {
    name: 'minify-literals',
    transform(code, id) {
      if (id.includes('node_modules') || !/\b(html|svg|css)\s*`/.test(code)) return null;
      const changed = new MagicString(code);
      for (const { tag, quasi } of taggedTemplates(this.parse(code))) {
        const isMarkup = tag.name === 'html' || tag.name === 'svg';
        if (!isMarkup && tag.name !== 'css') continue;
        // White space counts in preformatted text.
        if (isMarkup && quasi.quasis.some(({ value }) => value.raw.includes('<pre'))) continue;
        quasi.quasis.forEach(({ start, end, value }, index) => {
          if (start === end) return;
          const place = { first: index === 0, last: index === quasi.quasis.length - 1 };
          changed.update(start, end, isMarkup ? minifyMarkup(value.raw, place) : minifyStyles(value.raw));
        });
      }
      return { code: changed.toString(), map: changed.generateMap({ hires: true }) };
    },
  };
}
