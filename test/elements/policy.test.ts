import { expect } from '@open-wc/testing';
import type { CommentsAdapter, DiscussionInfo } from '../../src/model/adapter.js';
import en from '../../src/locales/en.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';

const withPolicy = (policy?: DiscussionInfo['policy']): CommentsAdapter => ({
  open: async () => ({ state: 'open', ...(policy && { policy }) }),
  list: async () => ({ items: [] }),
});

describe('the house rules', () => {
  afterEach(unmountAll);

  it('have a default text, and no link where there is no page of them', async () => {
    const page = await CommentsPage.open(withPolicy());
    await page.says(en.policy);
    expect(page.all('link')).to.have.length(0);
  });

  it('are the backend’s own text, in which a tag is text', async () => {
    const page = await CommentsPage.open(withPolicy({ body: { format: 'text', value: 'Be kind. <b>Always.</b>' } }));
    await page.says('Be kind. <b>Always.</b>');
    expect(page.isSaying(en.policy)).to.equal(false);
  });

  it('are the backend’s own markup, without what could run', async () => {
    const page = await CommentsPage.open(
      withPolicy({
        body: { format: 'html', value: '<p>Be <em>kind</em>.<img src="x" onerror="window.ran = true"></p>' },
      }),
    );
    expect((await page.find('emphasis')).textContent).to.equal('kind');
    expect(page.section.querySelector('img')).to.equal(null);
    expect(window).to.not.have.property('ran');
  });

  it('are what the page puts in the slot', async () => {
    const page = await CommentsPage.open(
      withPolicy(),
      {},
      { content: '<span slot="policy">Our paper, our rules.</span>' },
    );
    await page.find('heading', 'Comments (0)');
    expect(page.element.querySelector('span')?.checkVisibility()).to.equal(true);
    await waitFor(() => expect(page.element.querySelector('span')?.assignedSlot?.name).to.equal('policy'));
  });

  it('end with a link to all of them, the page’s before the backend’s', async () => {
    const theirs = await CommentsPage.open(withPolicy({ url: 'https://backend.example/rules' }));
    expect((await theirs.find('link', 'Our comment policy')).getAttribute('href')).to.equal(
      'https://backend.example/rules',
    );
    const own = await CommentsPage.open(withPolicy({ url: 'https://backend.example/rules' }), {
      'policy-href': 'https://paper.example/rules',
    });
    expect((await own.find('link', 'Our comment policy')).getAttribute('href')).to.equal('https://paper.example/rules');
  });

  it('may stand at an address within the site', async () => {
    const page = await CommentsPage.open(withPolicy(), { 'policy-href': '/comment-policy' });
    expect(((await page.find('link', 'Our comment policy')) as HTMLAnchorElement).href).to.equal(
      `${location.origin}/comment-policy`,
    );
  });

  it('never lead to an address that would run a script', async () => {
    const page = await CommentsPage.open(withPolicy({ url: 'javascript:alert(1)' }), {
      'policy-href': ' javascript:alert(2)',
    });
    await page.says(en.policy);
    expect(page.all('link')).to.have.length(0);
  });
});
