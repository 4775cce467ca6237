import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import type { Comment, CommentsAdapter, DiscussionInfo } from '../../src/model/adapter.js';
import en from '../support/english.js';
import { comment, watched } from '../support/fake-backend.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';
import { describeIn } from '../support/media.js';
import { expectConsoleError } from '../support/console-error.js';
import { FakeClock } from '../support/fake-clock.js';

const reader = (items: readonly Comment[], info: Partial<DiscussionInfo> = {}): CommentsAdapter => ({
  open: async () => ({ state: 'open', ...info }),
  list: async () => ({ items }),
});

const timeOf = (article: HTMLElement): HTMLTimeElement => {
  const time = article.querySelector('time');
  if (!time) throw new Error('The comment has no time.');
  return time;
};

describe('the time of a comment', () => {
  let clock: FakeClock | undefined;
  afterEach(() => {
    unmountAll();
    clock?.uninstall();
    clock = undefined;
  });

  it('is told relative to now, moves on by itself, and says the exact one when asked', async () => {
    clock = FakeClock.installAt('2026-11-24T13:00:00Z');
    const page = await CommentsPage.open(reader([comment('One.')]), { 'time-zone': 'America/New_York' });
    const shown = timeOf(await page.comment('One.'));
    expect(shown.textContent?.trim()).to.equal('3 hours ago');
    // Safari has no idle callback: the whole date comes with a timer.
    await clock.advance(0);
    await waitFor(() => expect(shown.title).to.equal('Nov 24, 2026, 5:00 AM EST'));
    expect(shown.dateTime).to.equal('2026-11-24T10:00:00.000Z');
    await clock.advance(60 * 60_000);
    await waitFor(() => expect(timeOf(page.get('article')).textContent?.trim()).to.equal('4 hours ago'));
  });

  it('moves on by the minute in the first hour', async () => {
    clock = FakeClock.installAt('2026-11-24T10:00:00Z');
    const page = await CommentsPage.open(reader([comment('One.')]));
    expect(timeOf(await page.comment('One.')).textContent?.trim()).to.equal('just now');
    for (const [minutes, shown] of [
      [1, '1 minute ago'],
      [1, '2 minutes ago'],
      [5, '7 minutes ago'],
    ] as const) {
      await clock.advance(minutes * 60_000);
      await waitFor(() => expect(timeOf(page.get('article')).textContent?.trim()).to.equal(shown));
    }
  });

  it('is "just now" at first, also where the reader’s clock is a little slow', async () => {
    clock = FakeClock.installAt('2026-11-24T10:00:00Z');
    const page = await CommentsPage.open(
      reader([comment('One.'), comment('Two.', { createdAt: '2026-11-24T10:00:30Z' })]),
    );
    expect(timeOf(await page.comment('One.')).textContent?.trim()).to.equal('just now');
    expect(timeOf(await page.comment('Two.')).textContent?.trim()).to.equal('just now');
  });

  it('is absolute in the page’s time zone where the page wants it so', async () => {
    const page = await CommentsPage.open(reader([comment('One.', { createdAt: '2013-06-07T10:54:00Z' })]), {
      'time-style': 'absolute',
      'time-zone': 'America/New_York',
    });
    expect(timeOf(await page.comment('One.')).textContent?.trim()).to.equal('Jun 7, 2013, 6:54 AM EDT');
  });

  it('is in the reader’s own zone where the page names one that does not exist, and the page’s developer is told', async () => {
    const settings = { 'time-style': 'absolute', 'time-zone': 'America/Gotham' };
    const words = 'time-zone="America/Gotham" is unknown';
    const page = await expectConsoleError(words, () => CommentsPage.open(reader([comment('One.')]), settings));
    const own = new Intl.DateTimeFormat('en', { dateStyle: 'medium' }).format(new Date('2026-11-24T10:00:00Z'));
    expect(timeOf(await page.comment('One.')).textContent).to.contain(own);
    expect(await page.alert()).to.contain(words);
  });

  it('is left out where the backend’s cannot be read', async () => {
    const adapter = reader([comment('One.', { createdAt: 'yesterday' })]);
    const page = await expectConsoleError('items[0].createdAt is "yesterday"', () => CommentsPage.open(adapter));
    expect((await page.comment('One.')).querySelector('time')).to.equal(null);
  });

  it('leads to the comment', async () => {
    const page = await CommentsPage.open(reader([comment('One.', { id: 'a b' })]));
    const link = timeOf(await page.comment('One.')).closest('a');
    expect(link?.href).to.equal(`${location.href.split('#')[0]}#comment-a%20b`);
  });

  describeIn('print', 'in print', () => {
    for (const style of ['relative', 'absolute'])
      it(`is the exact one, also where it is ${style} on the screen`, async () => {
        const page = await CommentsPage.open(reader([comment('One.')]), { 'time-style': style, 'time-zone': 'UTC' });
        const shown = timeOf(await page.comment('One.'));
        await waitFor(() => expect(shown.title).not.to.equal(''));
        const own = parseFloat(getComputedStyle(shown).fontSize) > 0 ? (shown.textContent ?? '').trim() : '';
        const { content } = getComputedStyle(shown, '::after');
        const added = content.includes('attr(title)') || content.includes('Nov') ? shown.title : '';
        expect(own + added).to.equal('Nov 24, 2026, 10:00 AM UTC');
      });
  });
});

describe('an archived discussion behind the smallest adapter that takes reports', () => {
  afterEach(unmountAll);

  it('reads as a newspaper would print it', async () => {
    const author = { name: 'Grace Hopper' };
    const items = ['2013-06-07T10:54:00Z', '2013-06-07T15:20:00Z', '2013-12-24T23:59:00Z'].map((createdAt, index) =>
      comment(`Thought ${index + 1}.`, { author, createdAt }),
    );
    const { adapter } = watched<CommentsAdapter>({
      open: async () => ({ state: 'closed', policy: { url: 'https://paper.example/comment-policy' } }),
      list: async () => ({ items, total: 3 }),
      report: async () => {},
    });
    const page = await CommentsPage.open(adapter, { 'time-style': 'absolute', 'time-zone': 'America/New_York' });
    await page.find('heading', 'Comments (3)', { level: 2 });
    await page.says(en.policy(true));
    expect(page.get('link', 'Our comment policy').getAttribute('href')).to.equal(
      'https://paper.example/comment-policy',
    );
    expect(page.all('article', 'Grace Hopper').map((article) => timeOf(article).textContent?.trim())).to.deep.equal([
      'Jun 7, 2013, 6:54 AM EDT',
      'Jun 7, 2013, 11:20 AM EDT',
      'Dec 24, 2013, 6:59 PM EST',
    ]);
    for (const article of page.all('article')) expect(page.all('button', 'Report as abuse', article)).to.have.length(1);
    expect(page.all('status').map((status) => status.textContent?.trim())).to.deep.equal([
      'Comments are closed. We accept them for a limited time after publication.',
    ]);
    expect(page.all('textbox')).to.have.length(0);
    expect(page.all('alert')).to.have.length(0);
  });
});

describe('a reader’s clock that is wrong', () => {
  let clock: FakeClock;
  beforeEach(() => {
    clock = FakeClock.installAt('2013-06-07T12:00:00Z');
  });
  afterEach(() => {
    unmountAll();
    clock.uninstall();
  });

  for (const [name, offset] of [
    ['an hour slow', 3_600_000],
    ['an hour fast', -3_600_000],
  ] as const) {
    it(`changes nothing in what is said of the past, nor in when a discussion closes, when it is ${name}`, async () => {
      const now = (): number => clock.now + offset;
      const ago = (minutes: number): string => new Date(now() - minutes * 60_000).toISOString();
      const memory = memoryAdapter({
        now,
        comments: [comment('Long ago.', { createdAt: ago(125) }), comment('A moment ago.', { createdAt: ago(0) })],
        info: { closesAt: new Date(now() + 5 * 60_000).toISOString() },
      });
      const page = await CommentsPage.open(memory);
      expect((await page.comment('Long ago.')).textContent).to.contain('2 hours ago');
      expect((await page.comment('A moment ago.')).textContent).to.contain('just now');
      await page.beginToWrite();
      await page.says(en.closesIn('5 minutes'));
    });
  }
});
