import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { staticAdapter } from '../../src/adapters/static.js';
import { ArticleComments } from '../../src/elements/article-comments.js';
import en from '../../src/locales/en.js';
import { AdapterError, type CommentsAdapter, type ReportReason } from '../../src/model/adapter.js';
import { comment } from '../support/fake-backend.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';
import { FakeClock } from '../support/fake-clock.js';
import { nextTask } from '../support/next-task.js';
import { neverHappens } from '../support/never-happens.js';

/** Collects what sections say to the page while `open` puts one there. */
async function told(open: () => Promise<CommentsPage>): Promise<{ page: CommentsPage; errors: string[][] }> {
  const errors: string[][] = [];
  const listener = (event: GlobalEventHandlersEventMap['comments-error']): void =>
    void errors.push([event.action, event.error.kind, event.error.message]);
  document.addEventListener('comments-error', listener);
  afterThis(() => document.removeEventListener('comments-error', listener));
  return { page: await open(), errors };
}

/** Resolves once the code has come that tells the developer, and what it has to say is drawn. */
async function hasLooked({ element }: CommentsPage): Promise<void> {
  await import('../../src/elements/settings/misconfiguration.js');
  await nextTask();
  await element.updateComplete;
}

const cleanUps: (() => void)[] = [];
const afterThis = (cleanUp: () => void): void => void cleanUps.push(cleanUp);

describe('a section that its page has set up wrongly', () => {
  const { backends } = ArticleComments;
  const { error } = console;
  let logged: string[];

  beforeEach(() => {
    logged = [];
    console.error = (text: string) => void logged.push(text);
  });
  afterEach(() => {
    unmountAll();
    console.error = error;
    ArticleComments.backends = backends;
    for (const cleanUp of cleanUps.splice(0)) cleanUp();
  });

  it('waits five seconds for an adapter, then tells reader and developer', async () => {
    const clock = FakeClock.installAt('2026-11-24T12:00:00Z');
    afterThis(() => clock.uninstall());
    const { page, errors } = await told(() => CommentsPage.open(undefined));
    await clock.advance(4_900);
    expect(page.all('alert')).to.have.length(0);
    expect(page.isSaying(en.unavailable)).to.equal(false);
    await clock.advance(200);
    expect(await page.alert()).to.contain(
      'There is no adapter: set the attributes backend and src, or the property adapter.',
    );
    expect(page.isSaying(en.unavailable)).to.equal(true);
    expect(errors.map(([action, kind]) => [action, kind])).to.deep.equal([['setup', 'invalid']]);
    expect(logged).to.have.length(1);
    expect(logged[0]).to.contain('There is no adapter');
    page.element.adapter = memoryAdapter({ comments: [comment('Late.')] });
    await page.comment('Late.');
    expect(page.all('alert')).to.have.length(0);
  });

  it('is not wrong when the adapter comes a little later', async () => {
    const clock = FakeClock.installAt('2026-11-24T12:00:00Z');
    afterThis(() => clock.uninstall());
    const { page, errors } = await told(() => CommentsPage.open(undefined));
    await clock.advance(3_000);
    page.element.adapter = memoryAdapter({ comments: [comment('First.')] });
    await page.comment('First.');
    await clock.advance(10_000);
    await neverHappens(() => errors);
    expect(page.all('alert')).to.have.length(0);
  });

  it('still waits when it is moved meanwhile', async () => {
    const clock = FakeClock.installAt('2026-11-24T12:00:00Z');
    afterThis(() => clock.uninstall());
    const { page } = await told(() => CommentsPage.open(undefined));
    await clock.advance(1_000);
    document.body.prepend(page.element);
    await clock.advance(10_000);
    expect(await page.alert()).to.contain('There is no adapter');
  });

  it('keeps what the page put inside for its readers', async () => {
    const { page } = await told(() =>
      CommentsPage.open(undefined, { backend: 'nosuch' }, { content: '<p>Write to us.</p>' }),
    );
    await page.alert();
    expect(page.element.querySelector('p')?.checkVisibility()).to.equal(true);
  });

  for (const [what, content] of [
    ['only words for readers without scripts', '\n  <noscript>Comments need JavaScript.</noscript>\n'],
    ['only data', '<script type="application/json">{ "comments": 1 }</script>'],
    ['only what belongs into another slot', '<span slot="closed">Closed.</span>'],
  ] as const) {
    it(`tells readers that there are no comments where the page has put inside ${what}`, async () => {
      const wrongArchive: CommentsAdapter = staticAdapter({ data: { comments: 1 } });
      const { page } = await told(() => CommentsPage.open(wrongArchive, {}, { content }));
      expect((await page.says(en.unavailable)).checkVisibility()).to.equal(true);
      expect(page.get('button', en.tryAgain)).to.exist;
    });
  }

  it('says nothing of its own beside words that the page has put inside', async () => {
    const { page } = await told(() => CommentsPage.open(undefined, { backend: 'nosuch' }, { content: 'Write to us.' }));
    await page.alert();
    expect(page.isSaying(en.unavailable)).to.equal(false);
  });

  it('is told which method the adapter lacks', async () => {
    const { page, errors } = await told(() =>
      CommentsPage.open({ open: async () => ({ state: 'open' }) } as unknown as CommentsAdapter),
    );
    expect(await page.alert()).to.contain('The adapter has no list(): an adapter needs open() and list().');
    expect(errors.map(([action]) => action)).to.deep.equal(['setup']);
    expect(page.isSaying(en.unavailable)).to.equal(true);
  });

  it('is told that a backend is not known, and which are', async () => {
    ArticleComments.backends = { memory: async () => memoryAdapter() };
    const { page } = await told(() => CommentsPage.open(undefined, { backend: 'wordpess' }));
    expect(await page.alert()).to.contain('backend="wordpess" is unknown. Use one of: memory.');
  });

  it('is told the same of a name that every object of the language knows', async () => {
    ArticleComments.backends = { memory: async () => memoryAdapter() };
    const { page } = await told(() => CommentsPage.open(undefined, { backend: 'constructor' }));
    expect(await page.alert()).to.contain('backend="constructor" is unknown.');
  });

  it('is told that names of backends need the script-tag build', async () => {
    ArticleComments.backends = {};
    const { page } = await told(() => CommentsPage.open(undefined, { src: 'https://backend.example' }));
    expect(await page.alert()).to.contain('backend="http" needs the script-tag build.');
  });

  it('is told in the adapter’s words how that was set up wrongly', async () => {
    ArticleComments.backends = {
      ghost: () => Promise.reject(new AdapterError('invalid', 'The attribute src must end with /members.')),
    };
    const { page, errors } = await told(() => CommentsPage.open(undefined, { backend: 'ghost' }));
    expect(await page.alert()).to.contain('The attribute src must end with /members.');
    expect(errors.map(([action]) => action)).to.deep.equal(['setup']);
  });

  for (const [written, meant] of [
    ['page_size', 'page-size'],
    ['pagesize', 'page-size'],
    ['policy-url', 'policy-href'],
    ['report-link', undefined],
    ['time-stlye', 'time-style'],
    ['page-sise', 'page-size'],
    ['discusion', 'discussion'],
    ['scr', 'src'],
  ] as const)
    it(`suggests ${meant ?? 'nothing'} for the unknown attribute "${written}" with debug`, async () => {
      const { page } = await told(() =>
        CommentsPage.open(memoryAdapter(), { [written]: '1', debug: '', 'data-x_y': '' }),
      );
      const text = `There is no attribute ${written}, so it has no effect. Did you mean ${meant}?`;
      await page.find('textbox', 'Your comment');
      await hasLooked(page);
      if (meant) expect(await page.alert()).to.contain(text);
      else expect(page.all('alert')).to.have.length(0);
    });

  it('is told nothing of attributes that a page or a framework puts on any element', async () => {
    const own =
      'class id style slot title dir role part nonce tabindex hidden-x aria-label data-src _ngcontent-abc'.split(' ');
    const more = [
      'v-cloak',
      'data-v-7ba5bd90',
      'ng-version',
      'x-data',
      'hx-get',
      'onclick',
      'itemprop',
      'theme',
      'key',
    ];
    const attributes = Object.fromEntries([...own, ...more].map((name) => [name, '']));
    const { page, errors } = await told(() => CommentsPage.open(memoryAdapter(), { ...attributes, debug: '' }));
    await page.find('textbox', 'Your comment');
    await hasLooked(page);
    expect(errors).to.deep.equal([]);
    expect(page.all('alert')).to.have.length(0);
  });

  it('reports content in an unknown slot with debug', async () => {
    const { page } = await told(() =>
      CommentsPage.open(
        memoryAdapter(),
        { debug: '' },
        { content: '<p slot="polcy">Be kind.</p><p slot="policy">Be kind.</p>' },
      ),
    );
    expect(await page.alert()).to.contain(
      'There is no slot polcy, so its content is not shown. Use one of: policy, closed, empty, sign-in, composer-end.',
    );
    expect(await page.alert()).not.to.contain('no slot policy');
  });

  it('is told of a misspelt attribute beside any other mistake', async () => {
    const { page } = await told(() =>
      CommentsPage.open(memoryAdapter(), { 'page-size': 'many', 'policy-url': '/policy' }),
    );
    expect(await page.alert()).to.contain('Did you mean policy-href?');
  });

  it('reports an unknown form of a report reason with debug', async () => {
    const reasons = [{ id: 'illegal', form: 'long' }] as unknown as readonly ReportReason[];
    const prepare = (element: ArticleComments): void => void (element.reportReasons = reasons);
    const { page } = await told(() => CommentsPage.open(memoryAdapter(), { debug: '' }, { prepare }));
    expect(await page.alert()).to.contain('reportReasons[0].form is "long", not one of short notice');
  });

  it('reports invalid features of the adapter with debug', async () => {
    const features = { report: { reasons: ['spam'] } } as unknown as NonNullable<CommentsAdapter['features']>;
    const { page } = await told(() => CommentsPage.open(memoryAdapter({ features }), { debug: '' }));
    expect(await page.alert()).to.contain('adapter.features.report.reasons[0] is "spam", not an object');
  });

  it('is told that an answer has no comments in it', async () => {
    const { page } = await told(() =>
      CommentsPage.open({ open: async () => ({ state: 'open' }), list: async () => ({ comments: [] }) as never }),
    );
    expect(await page.alert()).to.match(/array of comments.*"items"|"items".*array of comments/);
  });

  it('is no mistake when the adapter could not be fetched: the reader tries again', async () => {
    let attempt = 0;
    ArticleComments.backends = {
      memory: async () => {
        if (++attempt === 1) throw new TypeError('Failed to fetch dynamically imported module');
        return memoryAdapter({ comments: [comment('First.')] });
      },
    };
    const { page, errors } = await told(() => CommentsPage.open(undefined, { backend: 'memory' }));
    expect(await page.alert()).to.contain(en.loadFailed(en.causes.network));
    expect(errors.map(([action, kind]) => [action, kind])).to.deep.equal([['setup', 'network']]);
    await page.press('Try again');
    await page.comment('First.');
  });

  it('tells each mistake once, however often it is drawn', async () => {
    const { page, errors } = await told(() => CommentsPage.open(undefined, { backend: 'nosuch' }));
    await page.alert();
    for (let round = 0; round < 3; round++) {
      page.element.requestUpdate();
      await page.element.updateComplete;
      await nextTask();
    }
    await waitFor(() => expect(errors).to.have.length(1));
    expect(logged).to.have.length(1);
  });
});
