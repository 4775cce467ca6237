import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { ArticleComments } from '../../src/elements/article-comments.js';
import { CommentCount } from '../../src/elements/count/comment-count.js';
import { type Messages, registerLocale } from '../../src/index.js';
import type { VisitMessages } from '../../src/i18n/messages.js';
import core from '../../src/locales/en.js';
import en from '../support/english.js';
import { comment } from '../support/fake-backend.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';

/** A language with two words of its own. */
const language = (lang: string, heading: string): Messages => ({
  ...en,
  lang,
  heading: (count) => `${heading} (${count})`,
  commentCount: (count) => `${count} ${heading}`,
});

describe('a language that the page registers', () => {
  const { error } = console;
  let logged: string[];

  beforeEach(() => {
    logged = [];
    console.error = (...words: unknown[]) => void logged.push(words.map(String).join(' '));
  });
  afterEach(() => {
    unmountAll();
    console.error = error;
    for (const element of document.querySelectorAll('comment-count')) element.remove();
  });

  const open = (lang: string): Promise<CommentsPage> =>
    CommentsPage.open(memoryAdapter({ comments: [comment('First.')] }), { lang });

  it('is used at once by both elements, also by those on the page already', async () => {
    const page = await open('fr-CA');
    const count = Object.assign(new CommentCount(), { lang: 'fr', discussion: 'pier' });
    document.body.append(count);
    await page.find('heading', 'Comments (1)');
    await waitFor(() => expect(count.shadowRoot?.textContent?.trim()).to.equal('1 comment'));
    registerLocale(language('fr', 'Commentaires'));
    await page.find('heading', 'Commentaires (1)');
    await waitFor(() => expect(count.shadowRoot?.textContent?.trim()).to.equal('1 Commentaires'));
    expect(page.section.lang).to.equal('fr');
  });

  it('goes before the words that come with the element', async () => {
    const page = await open('en-GB');
    await page.find('heading', 'Comments (1)');
    registerLocale(language('en-GB', 'Letters'));
    await page.find('heading', 'Letters (1)');
  });

  it('is English where it has no words', async () => {
    registerLocale({ lang: 'eo', dir: 'ltr', post: 'Sendi' } as Messages);
    const page = await open('eo');
    await page.find('button', 'Sendi');
    expect(page.get('heading', 'Comments (1)')).to.exist;
    expect(page.section.lang).to.equal('eo');
  });

  it('has words that no language has, or of another type, reported to the developer', async () => {
    registerLocale({
      lang: 'la',
      dir: 'ltr',
      repport: 'Nuntia',
      orders: { top: 1 },
      post: 'Mitte',
    } as unknown as Messages);
    const page = await open('la');
    await page.find('button', 'Mitte');
    const wrong = (path: string): string =>
      `In the messages for lang="la", ${path} is invalid: there is no such message, or it has another type. See docs/messages.md or the type Messages.`;
    await waitFor(() => expect(logged).to.have.length(2));
    for (const path of ['repport', 'orders.top']) expect(logged.join('\n')).to.include(wrong(path));
  });

  it('has them reported when a loader fetches it', async () => {
    const { locales } = ArticleComments;
    ArticleComments.locales = { sw: async () => ({ ...en, lang: 'sw', repport: 'Ripoti' }) };
    try {
      await (await open('sw')).comment('First.');
      await waitFor(() => expect(logged).to.have.length(1));
      expect(logged[0]).to.include('In the messages for lang="sw", repport is invalid');
    } finally {
      unmountAll();
      ArticleComments.locales = locales;
    }
  });

  describe('with debug', () => {
    const { warn } = console;
    let warned: string[];
    beforeEach(() => {
      warned = [];
      console.warn = (text: string) => void warned.push(text);
    });
    afterEach(() => void (console.warn = warn));

    const openDebug = (lang: string): Promise<CommentsPage> =>
      CommentsPage.open(memoryAdapter({ comments: [comment('First.')] }), { lang, debug: '' });

    it('has the words that it lacks listed, once', async () => {
      const { post: _post, orders, ...rest } = language('pt', 'Comentários');
      const { top: _top, ...others } = orders;
      registerLocale({ ...rest, orders: others } as unknown as Messages);
      const page = await openDebug('pt-BR');
      await waitFor(() => expect(warned).to.have.length(1));
      expect(warned[0]).to.equal(
        '<article-comments>: 2 of the messages for lang="pt" are missing and shown in English: orders.top, post. ' +
          'docs/messages.md lists all messages.',
      );
      await (await openDebug('pt')).comment('First.');
      page.element.requestUpdate();
      await page.element.updateComplete;
      expect(warned).to.have.length(1);
      expect(page.all('alert')).to.have.length(0);
    });

    it('has the words listed that one of its parts lacks, which are in English', async () => {
      const { default: visit } = await core.visit();
      const { copyLink, ...others } = visit;
      const translated = { ...others, mute: (name: string) => `${name} isilarazi` } as VisitMessages;
      registerLocale({ ...core, lang: 'eu', visit: async () => ({ default: translated }) });
      const page = await openDebug('eu');
      const article = await page.comment('First.');
      await page.press(en.more, article);
      await page.find('button', copyLink);
      expect(page.all('button', /isilarazi$/)).to.have.length(1);
      await waitFor(() => expect(warned).to.have.length(1));
      expect(warned[0]).to.include('1 of the messages for lang="eu" are missing and shown in English: copyLink.');
    });

    it('is not spoken of where it lacks none', async () => {
      registerLocale(language('gl', 'Comentarios'));
      registerLocale({ lang: 'nn', dir: 'ltr' } as Messages);
      await (await openDebug('gl')).comment('First.');
      await (await openDebug('nn')).comment('First.');
      await waitFor(() => expect(warned).to.have.length(1));
      expect(warned[0]).to.include('lang="nn"');
    });
  });

  it('is refused where it does not say which it is', () => {
    for (const nonsense of [undefined, null, 'fr', {}, { lang: '' }])
      expect(() => registerLocale(nonsense as Messages)).to.throw(TypeError, 'registerLocale() needs messages');
  });

  it('is missed where nobody has words for the page’s, once for the whole page', async () => {
    for (let time = 0; time < 3; time++) await (await open('cy')).comment('First.');
    document.body.append(Object.assign(new CommentCount(), { lang: 'cy', discussion: 'pier' }));
    await waitFor(() => expect(logged).to.have.length(1));
    expect(logged[0]).to.match(/There are no messages for lang="cy", so .* in English\. .*registerLocale\(\)/);
  });

  it('is not looked for among what every object of the language knows', async () => {
    const page = await open('constructor');
    await page.comment('First.');
    await page.find('heading', 'Comments (1)');
    await waitFor(() => expect(logged.join()).to.contain('There are no messages for lang="constructor"'));
  });
});
