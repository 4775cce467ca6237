import { expect, nextFrame } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { ArticleComments } from '../../src/elements/article-comments.js';
import type { Language } from '../../src/i18n/messages.js';
import ar from '../../src/locales/ar.js';
import de from '../../src/locales/de.js';
import en from '../support/english.js';
import { comment, held } from '../support/fake-backend.js';
import { CommentsPage, unmountAll } from '../support/comments-page.js';
import { expectConsoleError } from '../support/console-error.js';
import { wholeLocale } from '../support/whole-locale.js';

const { discard } = await wholeLocale(de);

const old = { comments: [comment('Erster.', { createdAt: '2013-06-07T10:54:00Z' })] };

describe('the language of the section', () => {
  const { locales } = ArticleComments;
  const { lang } = document.documentElement;

  beforeEach(() => {
    ArticleComments.locales = { de: () => import('../../src/locales/de.js'), ar: async () => ar };
  });
  afterEach(() => {
    unmountAll();
    ArticleComments.locales = locales;
    document.documentElement.lang = lang;
  });

  it('is its own', async () => {
    const page = await CommentsPage.open(memoryAdapter(old), { lang: 'de' });
    await page.find('heading', 'Kommentare (1)');
    expect(page.section.lang).to.equal('de');
    expect(await page.find('textbox', de.yourComment)).to.exist;
    expect(page.get('button', de.post)).to.exist;
  });

  it('is the page’s', async () => {
    document.documentElement.lang = 'de';
    const page = await CommentsPage.open(memoryAdapter(old));
    await page.find('heading', 'Kommentare (1)');
  });

  it('is inherited through shadow roots', async () => {
    const host = document.body.appendChild(document.createElement('div'));
    host.lang = 'de';
    const inner = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'));
    const innermost = inner.attachShadow({ mode: 'open' });
    try {
      const page = await CommentsPage.open(memoryAdapter(old), {}, { parent: innermost });
      await page.find('heading', 'Kommentare (1)');
    } finally {
      host.remove();
    }
  });

  it('runs from right to left where it does so', async () => {
    const page = await CommentsPage.open(memoryAdapter(old), { lang: 'ar' });
    await page.find('button', ar.post);
    expect(page.section.dir).to.equal('rtl');
    expect(getComputedStyle(page.section).direction).to.equal('rtl');
    expect(
      (await page.comment('Erster.')).querySelector<HTMLElement>('[part~=body]')?.dir,
      'a comment has a direction of its own',
    ).to.equal('auto');
  });

  it('serves its regions', async () => {
    const page = await CommentsPage.open(
      { open: async () => ({ state: 'open' }), list: async () => ({ items: [], total: 1234 }) },
      { lang: 'de-CH' },
    );
    await page.find('heading', `Kommentare (${new Intl.NumberFormat('de-CH').format(1234)})`);
  });

  for (const [tag, words] of [
    ['de-AT', 'de'],
    ['zh-TW', 'zh-hant'],
    ['zh-HK', 'zh-hant'],
    ['zh', 'zh-hans'],
    ['no', 'nb'],
    ['nn-NO', 'nb'],
    ['pt', 'pt-br'],
    ['pt-AO', 'pt-pt'],
    ['sr-Cyrl-RS', 'sr'],
    ['iw', 'he'],
    ['en-AU', 'en'],
  ] as const)
    it(`serves ${tag} with the words of ${words}`, async () => {
      const loader = async () => ({ ...en, lang: words, post: `Post in ${words}` });
      ArticleComments.locales = { [words]: loader };
      if (words === 'en') ArticleComments.locales = {};
      const page = await CommentsPage.open(memoryAdapter(old), { lang: tag });
      await page.find('button', words === 'en' ? en.post : `Post in ${words}`);
    });

  it('writes numbers and dates in its own manner', async () => {
    const page = await CommentsPage.open(
      { open: async () => ({ state: 'open' }), list: async () => ({ items: old.comments, total: 1234 }) },
      { lang: 'de', 'time-style': 'absolute', 'time-zone': 'Europe/Berlin' },
    );
    await page.find('heading', 'Kommentare (1.234)');
    expect((await page.comment('Erster.')).querySelector('time')?.textContent?.trim()).to.match(
      /^7\. Juni 2013(, | um )12:54 MESZ$/,
    );
  });

  it('is English without messages in the page’s language, also in dates and numbers', async () => {
    const page = await expectConsoleError('There are no messages for lang="fr"', () =>
      CommentsPage.open(
        { open: async () => ({ state: 'open' }), list: async () => ({ items: old.comments, total: 1234 }) },
        { lang: 'fr', 'time-style': 'absolute', 'time-zone': 'UTC' },
      ),
    );
    await page.find('heading', 'Comments (1,234)');
    expect(page.section.lang).to.equal('en');
    expect(page.get('article').querySelector('time')?.textContent?.trim()).to.equal('Jun 7, 2013, 10:54 AM UTC');
  });

  it('is English where the page’s is no language tag, and no time zone is blamed for that', async () => {
    const page = await CommentsPage.open(memoryAdapter(old), {
      lang: 'en-',
      'time-style': 'absolute',
      'time-zone': 'UTC',
    });
    const article = await page.comment('Erster.');
    expect(article.querySelector('time')?.textContent?.trim()).to.equal('Jun 7, 2013, 10:54 AM UTC');
    // The note to the developer would come with code that is fetched first.
    for (let frame = 0; frame < 10; frame++) await nextFrame();
    expect(page.all('alert').map((alert) => alert.textContent)).to.deep.equal([]);
  });

  it('is English where the words cannot be fetched', async () => {
    ArticleComments.locales = { de: () => Promise.reject(new TypeError('Failed to fetch')) };
    const page = await expectConsoleError('lang="de" cannot be loaded', () =>
      CommentsPage.open(memoryAdapter(old), { lang: 'de' }),
    );
    await page.find('heading', 'Comments (1)');
    await page.comment('Erster.');
  });

  it('does not show the comments in English first', async () => {
    const words = held<Language>();
    ArticleComments.locales = { de: () => words.promise };
    const page = await CommentsPage.open(memoryAdapter(old), { lang: 'de' });
    await page.findTextBox();
    expect(page.all('article')).to.have.length(0);
    words.release(de);
    await page.comment('Erster.');
    expect(page.isSaying(en.report)).to.equal(false);
  });

  it('changes with the section’s own', async () => {
    const page = await CommentsPage.open(memoryAdapter(old));
    await page.turnToForm();
    await page.write('Halb fertig');
    page.element.lang = 'de';
    await page.find('heading', 'Kommentare (1)');
    await page.find('button', discard);
    expect((page.get('textbox', de.yourComment) as HTMLTextAreaElement).value).to.equal('Halb fertig');
    await page.comment('Erster.');
    page.element.removeAttribute('lang');
    await page.find('heading', 'Comments (1)');
  });

  it('is English in the part of its words that cannot be fetched', async () => {
    const takingPart = (): Promise<never> => Promise.reject(new TypeError('Failed to fetch'));
    ArticleComments.locales = { de: async () => ({ ...de, takingPart }) };
    const page = await CommentsPage.open(memoryAdapter(old), { lang: 'de' });
    await page.write('Halb fertig', await page.find('textbox', de.yourComment));
    await page.find('button', en.discard);
    expect(page.get('heading', 'Kommentare (1)')).to.exist;
  });

  it('changes in all its parts at once', async () => {
    const words = held<Awaited<ReturnType<Language['takingPart']>>>();
    ArticleComments.locales = { de: async () => ({ ...de, takingPart: () => words.promise }) };
    const page = await CommentsPage.open(memoryAdapter(old));
    await page.turnToForm();
    await page.write('Half done');
    await page.find('button', en.discard);
    page.element.lang = 'de';
    await nextFrame();
    await page.find('heading', 'Comments (1)');
    words.release(await de.takingPart());
    await page.find('heading', 'Kommentare (1)');
    await page.find('button', discard);
  });

  it('stays what it was until another has come, with the comments and the focus in them', async () => {
    const words = held<Language>();
    ArticleComments.locales = { de: () => words.promise };
    const page = await CommentsPage.open(memoryAdapter(old));
    const first = await page.comment('Erster.');
    first.focus();
    page.element.lang = 'de';
    await page.element.updateComplete;
    await page.find('heading', 'Comments (1)');
    expect(page.isFocused(first)).to.equal(true);
    words.release(de);
    await page.find('heading', 'Kommentare (1)');
    expect(page.isFocused(first)).to.equal(true);
  });

  it('is not blamed for another that could not be fetched any more', async () => {
    const french = held<Language>();
    ArticleComments.locales = { fr: () => french.promise, de: async () => de };
    const page = await CommentsPage.open(memoryAdapter(old), { lang: 'fr' });
    page.element.lang = 'de';
    await page.find('heading', 'Kommentare (1)');
    french.fail(new TypeError('Failed to fetch'));
    page.element.requestUpdate();
    await nextFrame();
    await page.element.updateComplete;
    expect(page.all('alert')).to.have.length(0);
  });

  it('changes with the page’s', async () => {
    const page = await CommentsPage.open(memoryAdapter(old));
    await page.comment('Erster.');
    document.documentElement.lang = 'de';
    await page.find('heading', 'Kommentare (1)');
  });

  it('takes single words from the page, in every language', async () => {
    const page = await CommentsPage.open(
      memoryAdapter(old),
      { lang: 'de' },
      { prepare: (element) => (element.messages = { post: 'Ab die Post', discard: 'Weg damit' }) },
    );
    await page.find('button', 'Ab die Post');
    await page.find('heading', 'Kommentare (1)');
    await page.find('textbox', de.yourComment).then((box) => page.write('x', box));
    await page.find('button', 'Weg damit');
    page.element.messages = { post: 'Los' };
    await page.find('button', 'Los');
    expect(await page.find('button', discard)).to.exist;
  });
});
