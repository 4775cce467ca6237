/** The property `token` never shows up where anybody could read it. */
import { expect } from '@open-wc/testing';
import { ArticleComments } from '../../src/elements/article-comments.js';
import type { Token } from '../../src/model/adapter.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';
import { HttpEdge } from '../support/http-edge.js';
import { discussionFor } from '../support/readers-backend.js';

describe('the token of a reader is a secret', () => {
  const { backends } = ArticleComments;
  const { error } = console;
  let logged: string[];
  let edge: HttpEdge;

  beforeEach(() => {
    logged = [];
    console.error = (...words: unknown[]) => void logged.push(words.map(String).join(' '));
    edge = new HttpEdge({ 'GET /discussion': (sent) => discussionFor(sent) });
    ArticleComments.backends = { http: async ({ token }) => edge.adapter({ token }) };
  });
  afterEach(() => {
    unmountAll();
    console.error = error;
    ArticleComments.backends = backends;
  });

  const open = (token: Token): Promise<CommentsPage> =>
    CommentsPage.open(
      undefined,
      { src: 'https://backend.example' },
      {
        prepare: (element) => void (element.token = token),
      },
    );
  const bearers = (): unknown[] => edge.sent.map(({ init }) => init.headers.authorization);

  const everything = (page: CommentsPage): string =>
    [document.documentElement.outerHTML, page.element.shadowRoot?.innerHTML, ...logged].join('\n');

  it('keeps the token out of every element and message', async () => {
    const page = await open('token-of-ada');
    await page.turnToForm();
    await page.says('Posting as Ada');
    page.element.token = 'refused-token';
    await waitFor(() => expect(page.isSaying('Posting as')).to.equal(false));
    expect(everything(page)).not.to.match(/token-of-ada|refused-token/);
  });

  it('keeps a token of an invalid type out of every element and message', async () => {
    for (const token of [{ value: 'token-of-ada' }, Promise.resolve('token-of-ada'), 12_345_678]) {
      const page = await open(token as unknown as Token);
      expect(await page.alert()).to.contain(`The property token, of type ${typeof token}, is invalid.`);
      expect(everything(page)).not.to.match(/token-of-ada|12345678/);
      page.element.remove();
    }
    expect(bearers()).to.deep.equal([undefined, undefined, undefined]);
  });

  it('ignores a token in an attribute, and keeps it out of the section and its messages', async () => {
    const page = await CommentsPage.open(undefined, { src: 'https://backend.example', token: 'token-of-ada' });
    expect(await page.alert()).to.contain('set the property token from a script');
    expect([page.element.shadowRoot?.innerHTML, ...logged].join('\n')).not.to.contain('token-of-ada');
    expect(bearers()).to.deep.equal([undefined]);
  });
});
