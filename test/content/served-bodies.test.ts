/** What a server writes of a body, and what the element draws of it, side by side in one browser. */
import { expect } from '@open-wc/testing';
import { toDom } from '../../src/content/render-body.js';
import type { Body } from '../../src/model/adapter.js';
import { toMarkup } from '../../src/server/markup.js';
import { parseBody } from '../../src/server/parse-body.js';
import { attacks } from '../support/attacks/attacks.js';
import { htmlSamples, ordinaryHtml } from '../support/attacks/html-samples.js';
import { engine } from '../support/engine.js';
import { renderHtml, renderMarkdown, renderText } from './rendered.js';

/** The same body, as three parties have it. */
interface Renderings {
  readonly element: DocumentFragment;
  /** What the server has read. */
  readonly server: DocumentFragment;
  /** What a page's parser makes of the markup that the server has written. */
  readonly page: DocumentFragment;
}

const renderers: Readonly<Record<Body['format'], (value: string) => DocumentFragment>> = {
  text: renderText,
  markdown: renderMarkdown,
  html: renderHtml,
};

function renderingsOf(body: Body): Renderings {
  const nodes = parseBody(body);
  const template = document.createElement('template');
  template.innerHTML = toMarkup(nodes);
  const all = { element: renderers[body.format](body.value), server: toDom(nodes), page: template.content };
  // Texts beside each other become one when markup is read.
  for (const fragment of Object.values(all)) fragment.normalize();
  return all;
}

function isSame({ element, server, page }: Renderings): boolean {
  return element.isEqualNode(server) && element.isEqualNode(page);
}

/** The words, without the characters that have no place in a page. */
const wordsOf = ({ textContent }: DocumentFragment): string =>
  (textContent ?? '').replaceAll(/[\0\ufffd]/g, '').replaceAll(/\s+/g, '');

function hasSameWords({ element, server, page }: Renderings): boolean {
  return wordsOf(element) === wordsOf(server) && wordsOf(element) === wordsOf(page);
}

interface Exception {
  readonly concerns: (value: string, place: string) => boolean;
  /** Whether nothing but the look differs. */
  readonly keepsWords: boolean;
}

/** Where the two differ, and may: `src/server/parse-html.ts` says why. No comment that somebody has written is among them. */
const exceptions: Readonly<Record<string, Exception>> = {
  'a form that hides its properties': {
    concerns: (_, place) => place === 'in a form that hides its properties',
    keepsWords: false,
  },
  'a customised built-in element': { concerns: (value) => value.includes('is=article-comments'), keepsWords: false },
  // Browsers have learned to keep them.
  'elements in a menu': { concerns: (_, place) => place === 'in a select', keepsWords: false },
  'the end of a script in an address': {
    concerns: (value) => /href="(?:https:|mailto:)[^"]*<\/script>/.test(value),
    keepsWords: true,
  },
  'characters that no page can hold': { concerns: (value) => value.includes('\0'), keepsWords: true },
  // Against the standard, Firefox ends the drawing or the formula there.
  ...(engine === 'Firefox' && {
    'the end of a paragraph in SVG or MathML': {
      concerns: (value: string) => /<(?:svg|math)\b.*<\/p>/is.test(value),
      keepsWords: false,
    },
  }),
};

/** The first exception that a text falls under. */
function exceptionFor(value: string, place = ''): string | undefined {
  return Object.entries(exceptions).find(([, { concerns }]) => concerns(value, place))?.[0];
}

describe('a body rendered by the server', () => {
  for (const format of ['text', 'markdown'] as const) {
    it(`equals the rendering of the element, in ${format}`, () => {
      const values = [...attacks.map(({ text }) => text), ...ordinaryHtml].filter((value) => !exceptionFor(value));
      expect(values.filter((value) => !isSame(renderingsOf({ format, value })))).to.deep.equal([]);
    });
  }

  for (const { place, texts } of htmlSamples) {
    it(`equals the rendering of the element for any HTML ${place}`, () => {
      const values = texts.filter((value) => !exceptionFor(value, place));
      expect(values.filter((value) => !isSame(renderingsOf({ format: 'html', value })))).to.deep.equal([]);
    });
  }

  for (const [name, { keepsWords }] of Object.entries(exceptions)) {
    it(`differs from the rendering of the element${keepsWords ? ' but has the same text' : ''} for ${name}`, () => {
      const values = htmlSamples.flatMap(({ place, texts }) =>
        texts.filter((value) => exceptionFor(value, place) === name),
      );
      const renderings = values.map((value) => renderingsOf({ format: 'html', value }));
      expect(renderings.some((one) => !isSame(one))).to.equal(true);
      if (keepsWords) expect(values.filter((_, index) => !hasSameWords(renderings[index]!))).to.deep.equal([]);
    });
  }

  it('keeps the blank line at the start of code', () => {
    const renderings = renderingsOf({ format: 'html', value: '<pre>\n\n  a\n</pre>' });
    expect(renderings.element.textContent).to.equal('\n  a\n');
    expect(renderings.page.textContent).to.equal('\n  a\n');
  });
});
