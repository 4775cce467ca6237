import { expect } from '@open-wc/testing';
import { registerLocale } from '../../src/i18n/locale-registry.js';
import type { Messages } from '../../src/i18n/messages.js';
import ar from '../../src/locales/ar.js';
import de from '../../src/locales/de.js';
import en from '../../src/locales/en.js';
import type { CommentsAdapter, DiscussionInfo } from '../../src/model/adapter.js';
import { expectConsoleError } from '../support/console-error.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';
import { held } from '../support/fake-backend.js';

const policyOf = (page: CommentsPage): Element => {
  const policy = page.section.querySelector('[part=policy]');
  if (!policy) throw new Error('There is no policy.');
  return policy;
};

const withPolicy = (policy?: DiscussionInfo['policy']): CommentsAdapter => ({
  open: async () => ({ state: 'open', ...(policy && { policy }) }),
  list: async () => ({ items: [] }),
});

describe('the house rules', () => {
  afterEach(unmountAll);

  it('shows the default policy, without a link if no address is set', async () => {
    const page = await CommentsPage.open(withPolicy());
    await page.says(en.policy(false));
    expect(page.all('link')).to.have.length(0);
  });

  it('mentions reports in the policy if the adapter or the page accepts them', async () => {
    const byAdapter = await CommentsPage.open({ ...withPolicy(), report: async () => {} });
    await byAdapter.says(en.policy(true));
    const byPage = await CommentsPage.open(withPolicy(), { 'report-href': '/report?comment={id}' });
    await byPage.says(en.policy(true));
  });

  it('mentions no reports in the policy if neither the adapter nor the page accepts them', async () => {
    const page = await CommentsPage.open(withPolicy());
    await page.says(en.policy(false));
    expect(page.isSaying(/report/)).to.equal(false);
  });

  it('mentions reports in the policy only once the backend has announced that it accepts them', async () => {
    const opened = held<DiscussionInfo>();
    const adapter: CommentsAdapter = { ...withPolicy(), open: () => opened.promise };
    const page = await CommentsPage.open(adapter);
    await page.says(en.policy(false));
    adapter.report = async () => {};
    opened.release({ state: 'open' });
    await page.says(en.policy(true));
    expect(page.isSaying(en.policy(false))).to.equal(false);
  });

  for (const lang of ['en', 'de', 'ar'])
    it(`keeps the height of the policy when reports turn out to be accepted, in the language "${lang}"`, async () => {
      registerLocale(de);
      registerLocale(ar);
      for (const width of [320, 360, 390, 412, 430, 480, 540, 680, 720]) {
        const opened = held<DiscussionInfo>();
        const parent = document.body.appendChild(document.createElement('div'));
        parent.style.width = `${width}px`;
        // Engines differ in their font for pages that name none, and the words cannot be as long in each.
        parent.style.fontFamily = "'Liberation Serif', 'Times New Roman'";
        // Letters of the same width everywhere: the headless shell would round it to whole pixels.
        parent.style.textRendering = 'geometricPrecision';
        const adapter: CommentsAdapter = { ...withPolicy(), open: () => opened.promise };
        const page = await CommentsPage.open(adapter, { lang }, { parent });
        const before = policyOf(page).getBoundingClientRect().height;
        adapter.report = async () => {};
        opened.release({ state: 'open' });
        await page.says({ en, de, ar }[lang]!.policy(true));
        expect(policyOf(page).getBoundingClientRect().height, `${width}px wide`).to.equal(before);
        parent.remove();
      }
    });

  it('shows the publisher’s own policy, with and without reports', async () => {
    for (const report of [undefined, async () => {}]) {
      const adapter: CommentsAdapter = { ...withPolicy(), ...(report && { report }) };
      const page = await CommentsPage.open(
        adapter,
        {},
        { prepare: (element) => (element.messages = { policy: 'Hush.' }) },
      );
      await page.says('Hush.');
    }
  });

  it('shows the policy of a registered language that has one text with and without reports', async () => {
    registerLocale({ ...en, lang: 'tlh', policy: 'QoylaH.' } as unknown as Messages);
    const page = await CommentsPage.open(withPolicy(), { lang: 'tlh' });
    await page.says('QoylaH.');
  });

  it('shows the policy of the backend as plain text, tags included', async () => {
    const page = await CommentsPage.open(withPolicy({ body: { format: 'text', value: 'Be kind. <b>Always.</b>' } }));
    await page.says('Be kind. <b>Always.</b>');
    expect(page.isSaying(en.policy(false))).to.equal(false);
  });

  it('shows the policy of the backend as HTML, without anything that could run', async () => {
    const page = await CommentsPage.open(
      withPolicy({
        body: { format: 'html', value: '<p>Be <em>kind</em>.<img src="x" onerror="window.ran = true"></p>' },
      }),
    );
    expect((await page.find('emphasis')).textContent).to.equal('kind');
    expect(page.section.querySelector('img')).to.equal(null);
    expect(window).to.not.have.property('ran');
  });

  it('shows what the page puts in the slot of the policy', async () => {
    const page = await CommentsPage.open(
      withPolicy(),
      {},
      { content: '<span slot="policy">Our paper, our rules.</span>' },
    );
    await page.find('heading', 'Comments (0)');
    expect(page.element.querySelector('span')?.checkVisibility()).to.equal(true);
    await waitFor(() => expect(page.element.querySelector('span')?.assignedSlot?.name).to.equal('policy'));
  });

  it('links to the full policy, at the page’s address before the backend’s', async () => {
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

  it('links to no policy at an address that would run a script', async () => {
    const page = await expectConsoleError('policy-href=" javascript:alert(2)" is invalid', async () => {
      const opened = await CommentsPage.open(withPolicy({ url: 'javascript:alert(1)' }), {
        'policy-href': ' javascript:alert(2)',
      });
      await opened.says(en.policy(false));
      return opened;
    });
    expect(page.all('link')).to.have.length(0);
  });
});
