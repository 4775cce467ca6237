import { expect } from '@open-wc/testing';
import { renderHtml } from '../../src/content/html.js';
import { renderMarkdown } from '../../src/content/markdown.js';
import { stripTags } from '../../src/content/strip-tags.js';
import { renderText } from '../../src/content/text.js';
import { attacks, type Attack } from '../support/attacks/attacks.js';
import { probe, type Findings } from '../support/attacks/probe.js';

const techniques = new Map<string, Attack[]>();
for (const attack of attacks) techniques.set(attack.technique, [...(techniques.get(attack.technique) ?? []), attack]);

const renderers: Record<string, (value: string) => DocumentFragment> = {
  text: renderText,
  Markdown: renderMarkdown,
  HTML: renderHtml,
  'HTML before the sanitiser has arrived': (value) => renderText(stripTags(value)),
};

describe('attacks', () => {
  it('are many and different', () => {
    expect(attacks.length).to.be.at.least(220);
    expect(new Set(attacks.map(({ text }) => text)).size).to.equal(attacks.length);
  });

  for (const [format, render] of Object.entries(renderers)) {
    describe(`as ${format}`, () => {
      for (const [technique, group] of techniques) {
        it(`neither run nor phone home nor leave anything behind: ${technique}`, async () => {
          const address = location.href;
          const findings = await probe(window, (place) => place.append(...group.map(({ text }) => render(text))));
          expect(findings).to.deep.equal({ ran: [], requests: [], forbidden: [] });
          expect(location.href).to.equal(address);
          expect(Object.keys(Object.prototype)).to.deep.equal([]);
        });
      }

      it('are shown whole or dropped, and never break off the comment', () => {
        for (const { text } of attacks) expect(render(text).ownerDocument, text).to.be.instanceOf(Document);
      });
    });
  }
});

/** The check of above in a frame of its own, with the renderer left out. */
async function probeRaw(text: string): Promise<Findings> {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  // An attack that navigates takes the frame away from under the check, which is a request as well.
  const left = new Promise<Findings>((resolve) => {
    frame.addEventListener('load', () => {
      if (!frame.contentDocument) resolve({ ran: [], requests: ['navigation'], forbidden: ['navigation'] });
    });
  });
  try {
    const page = frame.contentWindow as (Window & typeof globalThis) | null;
    if (!page) throw new Error('The frame has no window.');
    const found = probe(page, (place) => {
      place.innerHTML = text;
    });
    // An attack that clobbers the document takes the check's own tools away.
    const broken = found.catch((error: unknown): Findings => ({ ran: [], requests: [], forbidden: [String(error)] }));
    return await Promise.race([broken, left]);
  } finally {
    frame.remove();
  }
}

describe('the check for attacks, with the renderers left out', () => {
  const found: Findings[] = [];

  for (const [technique, group] of techniques) {
    it(`sees what gets through: ${technique}`, async () => {
      found.push(...(await Promise.all(group.map(({ text }) => probeRaw(text)))));
    });
  }

  it('is not blind', () => {
    const count = (of: (findings: Findings) => readonly string[]) => found.filter((findings) => of(findings).length > 0).length;
    expect(found.length).to.equal(attacks.length);
    expect(
      count(({ ran }) => ran),
      'attacks that ran',
    ).to.be.at.least(80);
    // Firefox lists no request that failed before it was sent; there, only what is left behind can be told.
    if (performance.getEntriesByType('resource').some(({ name }) => name.includes('sentinel'))) {
      expect(
        count(({ requests }) => requests),
        'attacks that phoned home',
      ).to.be.at.least(30);
    }
    expect(
      count(({ forbidden }) => forbidden),
      'attacks that left something behind',
    ).to.be.at.least(200);
  });
});
