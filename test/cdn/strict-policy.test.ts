import { expect } from '@open-wc/testing';
import ar from '../../src/locales/ar.js';
import en from '../support/english.js';
import type { CommentsPage } from '../support/comments-page.js';
import { waitFor } from '../support/comments-page.js';
import { closeAll, FramedPage } from '../support/framed-page.js';

/** Three comments with bodies of each format, as the reader sees them. */
async function expectComments(page: CommentsPage): Promise<void> {
  const text = await page.comment('Plain words.');
  expect(text.textContent).to.contain('<script>__attacked()</script> <img src=x: onerror=__attacked()>');
  const markdown = await page.comment('Strong words, a page and ');
  expect(markdown.querySelector('strong')?.textContent).to.equal('Strong');
  expect([...markdown.querySelectorAll<HTMLAnchorElement>('[part~=body] a')].map(({ href }) => href)).to.deep.equal([
    'https://example.com/',
  ]);
  const html = await page.comment('Hostile markup, tamed.');
  expect(html.querySelector('em')?.textContent).to.equal('tamed');
  expect(
    html.querySelectorAll('[part~=body] :is(img, script, style, base, svg, iframe, [onclick], [style], a)'),
  ).to.have.length(0);
}

/** Reads, writes, reports, and changes the language: everything that fetches and draws something of its own. */
async function useAsReader(page: CommentsPage): Promise<void> {
  await expectComments(page);
  await page.find('heading', en.heading('3'));

  await page.turnToForm();
  await page.write('Written under a strict policy. <img src=x: onerror=__attacked()>');
  await page.press(en.post);
  await page.says(en.published);
  await page.comment('Written under a strict policy.');

  const form = await page.startReport('Hostile markup, tamed.');
  await page.choose(en.reasons.spam);
  await page.press(en.sendReport, form);
  await page.says('Thank you. We’ve received your report');
  await page.find('button', en.reported);

  page.element.lang = 'ar';
  await page.find('heading', ar.heading('4'));
  await page.find('button', ar.post);
  expect(page.section.dir).to.equal('rtl');
}

/** The same three comments, each quoted. */
async function expectQuotes({ document }: FramedPage): Promise<void> {
  const quotes = [...document.querySelectorAll('comment-quote')];
  const bodies = await waitFor(() => {
    const found = quotes.flatMap(({ shadowRoot }) => shadowRoot?.querySelector<HTMLElement>('[part=body]') ?? []);
    if (found.length < 3) throw new Error(`${found.length} of three comments are there.`);
    return found;
  });
  const [text, markdown, html] = bodies;
  expect(text?.textContent).to.contain('Plain words.').and.contain('<script>__attacked()</script>');
  expect(markdown?.querySelector('strong')?.textContent).to.equal('Strong');
  expect([...markdown!.querySelectorAll('a')].map(({ href }) => href)).to.deep.equal(['https://example.com/']);
  expect(html?.querySelector('em')?.textContent).to.equal('tamed');
  for (const body of bodies)
    expect(body.querySelectorAll(':is(img, script, style, base, svg, iframe, [onclick], [style])')).to.have.length(0);
  expect(
    quotes.map(({ shadowRoot }) => shadowRoot?.querySelector<HTMLAnchorElement>('[part=permalink]')?.hash),
  ).to.deep.equal(['#comment-1', '#comment-2', '#comment-3']);
}

/** Also what is reported late: violations are told in a task of their own. */
async function expectNoTrouble({ window, watched }: FramedPage): Promise<void> {
  await new Promise((resolve) => window.requestAnimationFrame(() => window.requestAnimationFrame(resolve)));
  expect(watched).to.deep.equal({ violations: [], errors: [] });
}

/** What the browsers say of a policy that the page does not allow twice. */
const SECOND_POLICY = /Policy with name ["']lit-html["'] already exists|blocked creating policy named 'lit-html'/;

describe('the files for a script tag under a strict content security policy', () => {
  afterEach(closeAll);

  it('uses a page whose policy is in force', async () => {
    const frame = await FramedPage.open('strict-module');
    const style = frame.document.createElement('p');
    style.setAttribute('style', 'color: red');
    expect(() => (style.innerHTML = '<b>bold</b>')).to.throw(/Trusted|Sink type mismatch/i);
    await waitFor(() => expect(frame.watched.violations).to.have.length(2));
    expect(frame.watched.violations.join())
      .to.match(/require-trusted-types-for/)
      .and.match(/style-src/);
  });

  for (const kind of ['module', 'classic']) {
    it(`works without violations (${kind})`, async () => {
      const frame = await FramedPage.open(`strict-${kind}`);
      await useAsReader(await frame.comments());
      await expectNoTrouble(frame);
    });

    it(`works under the policy with a nonce that publishers copy from the documentation (${kind})`, async () => {
      const frame = await FramedPage.open(`copied-${kind}`);
      const policy = frame.document.querySelector('meta[http-equiv]')?.getAttribute('content');
      expect(policy)
        .to.match(/script-src 'nonce-\w+' 'strict-dynamic'/)
        .and.contain("object-src 'none'");
      await useAsReader(await frame.comments());
      await expectNoTrouble(frame);
    });

    it(`works on a page with its own copy of Lit (${kind})`, async () => {
      const frame = await FramedPage.open(`own-lit-${kind}`);
      await useAsReader(await frame.comments());
      expect(frame.document.querySelector('page-greeting')?.shadowRoot?.textContent).to.equal('Good morning.');
      await expectNoTrouble(frame);
    });

    it(`works on a page with its own Lit that lists the policies with 'allow-duplicates' (${kind})`, async () => {
      const frame = await FramedPage.open(`listed-${kind}`);
      await useAsReader(await frame.comments());
      expect(frame.document.querySelector('page-greeting')?.shadowRoot?.textContent).to.equal('Good morning.');
      await expectNoTrouble(frame);
    });

    it(`quotes comments of each format, also in another language, without violations (${kind})`, async () => {
      const frame = await FramedPage.open(`quoted-${kind}`);
      await expectQuotes(frame);
      frame.document.documentElement.lang = 'ar';
      await waitFor(() => {
        const link = frame.document.querySelector('comment-quote')?.shadowRoot?.querySelector('[part=permalink]');
        expect(link?.textContent).to.equal(ar.goToComment);
      });
      await expectNoTrouble(frame);
    });

    it(`shows HTML bodies as plain text where the page does not list their policy (${kind})`, async () => {
      const frame = await FramedPage.open(`no-html-${kind}`);
      const page = await frame.comments();
      const html = await page.comment('Hostile markup,');
      const body = html.querySelector('[part~=body]');
      expect(body?.textContent).to.contain('tamed').and.contain('A link').and.not.contain('onclick');
      expect(
        [...(body?.querySelectorAll('*') ?? [])].filter(({ localName }) => !/^(p|br)$/.test(localName)),
      ).to.deep.equal([]);
      // The page is told that a policy is missing from its list, and that strings cannot be parsed without; nothing else.
      const directives = () => frame.watched.violations.map((violation) => violation.split(':')[0]);
      await waitFor(() => expect(directives()).to.deep.equal(['trusted-types', 'require-trusted-types-for']));
      expect(frame.watched.errors).to.deep.equal([]);
    });

    it(`leaves the page as it was where its own Lit holds the only policy (${kind})`, async () => {
      const frame = await FramedPage.open(`unlisted-${kind}`);
      // The browser tells both in tasks of their own.
      await waitFor(() => {
        expect(frame.watched.violations).to.have.length(1);
        expect(frame.watched.errors).to.have.length(1);
      });
      expect(frame.watched.violations[0]).to.match(/^trusted-types: /);
      // Without a policy lit throws as it loads, and the console names the policy that the page has to allow twice.
      expect(frame.watched.errors.filter((error) => !SECOND_POLICY.test(error))).to.deep.equal([]);
      expect(frame.document.querySelector('article-comments')?.shadowRoot).to.equal(null);
      expect(frame.document.querySelector('article-comments > p')?.checkVisibility()).to.equal(true);
      expect(frame.document.querySelector('page-greeting')?.shadowRoot?.textContent).to.equal('Good morning.');
    });
  }

  it('works as one element when a page loads the module and the classic script', async () => {
    const frame = await FramedPage.open('both');
    expect(frame.files).to.include.members(['article-comments', 'article-comments.iife']);
    await useAsReader(await frame.comments());
    await expectNoTrouble(frame);
  });

  it('works as one element when a page loads the module twice and allows each policy once', async () => {
    const frame = await FramedPage.open('twice');
    expect(frame.files.filter((name) => name === 'article-comments')).to.have.length(2);
    // Both addresses export the same classes, which the loader defines later than it exports them.
    const defined = await frame.window.customElements.whenDefined('article-comments');
    expect(frame.window.ArticleComments.ArticleComments === defined).to.equal(true);
    await useAsReader(await frame.comments());
    await expectNoTrouble(frame);
  });

  it('works as one element when a page loads both files and lists the policies', async () => {
    const frame = await FramedPage.open('both-listed');
    await useAsReader(await frame.comments());
    await expectNoTrouble(frame);
  });

  it('works as one element when a page loads both files and allows each policy once', async () => {
    const frame = await FramedPage.open('both-listed-once');
    await useAsReader(await frame.comments());
    // The second one loads no Lit, because the elements are defined.
    await expectNoTrouble(frame);
  });
});
