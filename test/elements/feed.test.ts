import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import en from '../../src/locales/en.js';
import { comments } from '../support/fake-backend.js';
import { CommentsPage, unmountAll } from '../support/comments-page.js';

const open = (feedUrl?: string): Promise<CommentsPage> =>
  CommentsPage.open(memoryAdapter({ comments: comments(2), info: feedUrl === undefined ? {} : { feedUrl } }));

describe('the feed of a discussion', () => {
  afterEach(unmountAll);

  it('is a link at the end of the list', async () => {
    const page = await open('https://news.example/feeds/pier');
    const link = (await page.find('link', en.followFeed)) as HTMLAnchorElement;
    expect(link.href).to.equal('https://news.example/feeds/pier');
    const last = await page.comment('Comment 2');
    expect(last.compareDocumentPosition(link) & Node.DOCUMENT_POSITION_FOLLOWING).to.be.greaterThan(0);
  });

  for (const feedUrl of [undefined, 'javascript:alert(1)', 'mailto:editors@news.example', '/feeds/pier', ''])
    it(`is no link where its address is ${feedUrl}`, async () => {
      const page = await open(feedUrl);
      await page.comment('Comment 2');
      expect(page.all('link', en.followFeed)).to.have.length(0);
    });
});
