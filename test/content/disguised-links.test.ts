import { expect } from '@open-wc/testing';
import { hiddenTarget } from '../../src/content/link.js';
import { CommentsPage, waitFor } from '../support/comments-page.js';
import { comment } from '../support/fake-backend.js';
import cases from './disguised-links.json' with { type: 'json' };
import { renderHtml } from './rendered.js';

/** A label, and what has to be shown after it. */
const expected = ({ label, href, target }: (typeof cases)[number]) =>
  (label || href) + (target && ` (\u2066${target}\u2069)`);

describe('a link', () => {
  for (const example of cases) {
    const { what, label, href, target } = example;
    it(`shows ${target ? `the target ${target}` : 'no target'} after ${JSON.stringify(label)}: ${what}`, () => {
      const link = document.createElement('a');
      link.href = href;
      link.append(label);
      expect(renderHtml(link.outerHTML).textContent).to.equal(expected(example));
    });
  }

  it('is checked in linear time', () => {
    // In quadratic time, one of these labels takes longer than a test may.
    for (const part of [' ', '\u3000', '.', ' . ', '。', 'a', 'a.', '0', '0x', '//', '⁄', '-', ':'])
      expect(hiddenTarget(`a${part.repeat(100_000)}\u0001`, 'https://evil.example/'), part).to.be.a('string');
  });

  it('shows the target of an author’s link by the same rules as in a comment', async () => {
    const named = cases.filter(({ label }) => label);
    const items = named.map(({ label, href }, index) =>
      comment('One.', { id: `${index}`, author: { name: label, url: href } }),
    );
    const page = await CommentsPage.open({ open: async () => ({ state: 'open' }), list: async () => ({ items }) });
    await page.find('heading', /^Comments/);
    await waitFor(() => expect(page.all('article')).to.have.length(named.length));
    const shown = page.all('article').map((article) => article.querySelector('[part=author] a')?.textContent);
    expect(shown).to.deep.equal(named.map(expected));
  });
});
