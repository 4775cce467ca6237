import { expect } from '@open-wc/testing';
import { renderHtml } from './rendered.js';
import { renderMarkdown } from './rendered.js';
import { stripTags } from '../../src/content/text.js';
import { renderText } from './rendered.js';
import { attacks, type Attack } from '../support/attacks/attacks.js';
import { probe, type Findings } from '../support/attacks/probe.js';

const techniques = new Map<string, Attack[]>();
for (const attack of attacks) techniques.set(attack.technique, [...(techniques.get(attack.technique) ?? []), attack]);

const renderers: Record<string, (value: string) => DocumentFragment> = {
  text: renderText,
  Markdown: renderMarkdown,
  HTML: renderHtml,
  'HTML while the sanitiser loads': (value) => renderText(stripTags(value)),
};

describe('renderers under attack', () => {
  it('attacks the renderers with at least 220 distinct payloads', () => {
    expect(attacks.length).to.be.at.least(220);
    expect(new Set(attacks.map(({ text }) => text)).size).to.equal(attacks.length);
  });

  for (const [format, render] of Object.entries(renderers)) {
    describe(format, () => {
      for (const [technique, group] of techniques) {
        it(`blocks execution, requests and forbidden markup: ${technique}`, async () => {
          const address = location.href;
          const findings = await probe(window, (place) => place.append(...group.map(({ text }) => render(text))));
          expect(findings).to.deep.equal({ ran: [], requests: [], forbidden: [] });
          expect(location.href).to.equal(address);
          expect(Object.keys(Object.prototype)).to.deep.equal([]);
        });
      }

      it('returns a fragment for every payload without throwing', () => {
        for (const { text } of attacks) expect(render(text).ownerDocument, text).to.be.instanceOf(Document);
      });
    });
  }
});

/** Inserts the payload unrendered, in a frame of its own. */
async function probeRaw(text: string): Promise<Findings> {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  // A payload that navigates unloads the frame in the middle of the probe; that counts as a request too.
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
    // A payload that clobbers the document breaks the probe itself.
    const broken = found.catch((error: unknown): Findings => ({ ran: [], requests: [], forbidden: [String(error)] }));
    return await Promise.race([broken, left]);
  } finally {
    frame.remove();
  }
}

describe('the probe, without a renderer', () => {
  const found: Findings[] = [];

  for (const [technique, group] of techniques) {
    // Two thousand elements in each other have two million ancestors, and each event passes them all.
    const parts = technique === 'oversized input' ? group.map((attack) => [attack]) : [group];
    for (const [index, part] of parts.entries())
      it(`inserts the raw payloads: ${technique}${parts.length > 1 ? `, ${index + 1}` : ''}`, async () => {
        const findings = await Promise.all(part.map(({ text }) => probeRaw(text)));
        expect(findings).to.have.length(part.length);
        found.push(...findings);
      });
  }

  it('detects the attacks', () => {
    const count = (of: (findings: Findings) => readonly string[]) =>
      found.filter((findings) => of(findings).length > 0).length;
    expect(found.length).to.equal(attacks.length);
    expect(
      count(({ ran }) => ran),
      'attacks that ran',
    ).to.be.at.least(80);
    // Firefox does not list requests that failed before they were sent, so there is nothing to count.
    if (performance.getEntriesByType('resource').some(({ name }) => name.includes('sentinel'))) {
      expect(
        count(({ requests }) => requests),
        'attacks that made a request',
      ).to.be.at.least(30);
    }
    expect(
      count(({ forbidden }) => forbidden),
      'attacks that left forbidden markup',
    ).to.be.at.least(200);
  });
});
