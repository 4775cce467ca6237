/** What a page can do with the exports, in the same words with the module and with the classic script. */
import { expect } from '@open-wc/testing';
import { waitFor } from '../support/comments-page.js';
import { closeAll, FramedPage } from '../support/framed-page.js';

const NAMES = ['bluesky', 'ghost', 'http', 'mastodon', 'memory', 'static', 'waline', 'wordpress'];

describe('the exports of the files for a script tag', () => {
  afterEach(closeAll);

  for (const [kind, choices] of [
    ['module', ['memory']],
    ['classic', []],
  ] as const) {
    it(`lets a page with the ${kind} script configure an adapter and register a language`, async () => {
      const frame = await FramedPage.open(`exports-${kind}`);
      const page = await frame.comments();
      await page.comment('Lettre 2');
      await page.find('heading', 'Commentaires (2)');
      expect(page.section.lang).to.equal('fr');
      const count = frame.document.querySelector('comment-count');
      await waitFor(() => expect(count?.shadowRoot?.textContent?.trim()).to.equal('2 commentaires'));
      await page.turnToForm();
      await page.says('Posting as Ada');
      expect(frame.choices, 'fetched with the first call').to.deep.equal(choices);
      expect(frame.watched).to.deep.equal({ violations: [], errors: [] });
    });
  }

  it('has the same exports in both files, except that the module leaves the classes to a second file', async () => {
    const script = (await FramedPage.open('attacked-classic')).window.ArticleComments;
    const { window } = await FramedPage.open('attacked-module');
    expect(Object.keys(script)).to.have.members(Object.keys(window.ArticleComments));
    expect(Object.keys(script.adapters)).to.deep.equal(NAMES);
    const defined = await window.customElements.whenDefined('article-comments');
    expect(window.ArticleComments.ArticleComments === defined, 'the class of the tag').to.equal(true);
  });

  it('makes an adapter for each backend', async () => {
    const { adapters } = (await FramedPage.open('attacked-module')).window.ArticleComments;
    const src = 'https://backend.example';
    const made = await Promise.all([
      adapters.bluesky(),
      adapters.ghost({ src }),
      adapters.http({ src, token: 'a-token' }),
      adapters.mastodon({ src, token: 'a-token' }),
      adapters.memory(),
      adapters.static({ src }),
      adapters.waline({ src }),
      adapters.wordpress({ src }),
    ]);
    expect(made.map(({ name }) => name)).to.deep.equal(NAMES);
    expect(made.every(({ open, list }) => typeof open === 'function' && typeof list === 'function')).to.equal(true);
  });

  it('rejects options that an adapter does not accept, with the remedy', async () => {
    const { adapters, AdapterError } = (await FramedPage.open('attacked-module')).window.ArticleComments;
    const error: unknown = await adapters.http({ src: 'javascript:alert(1)' }).catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(AdapterError);
    expect(String(error)).to.contain('needs src="…"');
  });
});
