import { expect } from '@open-wc/testing';
import { Visits } from '../../src/elements/following/visits.js';
import { DiscussionStore } from '../../src/model/discussion/discussion-store.js';
import type { Comment, DiscussionInfo } from '../../src/model/adapter.js';
import { comment } from '../support/fake-backend.js';
import { FakeClock } from '../support/fake-clock.js';

const HOUR = 3_600_000;

describe('what is new since the last visit', () => {
  let clock: FakeClock;
  const stores: DiscussionStore[] = [];
  let visibility: DocumentVisibilityState;

  beforeEach(() => {
    clock = FakeClock.installAt('2026-11-24T12:00:00Z');
    visibility = 'visible';
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => visibility });
  });
  afterEach(() => {
    for (const store of stores.splice(0)) store.close();
    clock.uninstall();
    delete (document as { visibilityState?: unknown }).visibilityState;
    localStorage.clear();
  });

  /** The reader comes to the article. */
  async function come(
    key = 'pier',
    info: Partial<DiscussionInfo> = {},
  ): Promise<{ visits: Visits; store: DiscussionStore }> {
    const store = new DiscussionStore();
    stores.push(store);
    store.open(
      { open: async () => ({ state: 'open', ...info }), list: async () => ({ items: [] }), features: { pollEvery: 0 } },
      { key, url: 'https://example.com/' },
    );
    await clock.advance(0);
    return { visits: new Visits({ store, key }), store };
  }

  /** The reader turns to another tab, or comes back to this one. */
  function turn(next: DocumentVisibilityState): void {
    visibility = next;
    document.dispatchEvent(new Event('visibilitychange'));
  }

  const postedAt = (clock: string, more: Partial<Comment> = {}): Comment =>
    comment('C', { createdAt: `2026-11-24T${clock}:00Z`, ...more });

  it('is nothing at the first', async () => {
    const { visits } = await come();
    expect(visits.isNew(postedAt('11:59'))).to.equal(false);
    expect(visits.isNew(postedAt('12:01'))).to.equal(false);
  });

  it('is what was posted after the reader left', async () => {
    const first = await come();
    await clock.advance(HOUR);
    first.store.close();
    await clock.advance(HOUR);
    const { visits } = await come();
    expect(visits.isNew(postedAt('12:59'))).to.equal(false);
    expect(visits.isNew(postedAt('13:01'))).to.equal(true);
  });

  it('stays new after a reload', async () => {
    (await come()).store.close();
    await clock.advance(HOUR);
    (await come()).store.close();
    const { visits } = await come();
    expect(visits.isNew(postedAt('12:30'))).to.equal(true);
  });

  it('counts from when the page was hidden, not from when it was closed', async () => {
    const first = await come();
    await clock.advance(HOUR);
    turn('hidden');
    await clock.advance(HOUR);
    first.store.close();
    visibility = 'visible';
    const { visits } = await come();
    expect(visits.isNew(postedAt('13:30'))).to.equal(true);
  });

  it('is told anew when the reader comes back to the tab after long', async () => {
    const { visits } = await come();
    await clock.advance(HOUR);
    turn('hidden');
    await clock.advance(HOUR / 4);
    turn('visible');
    expect(visits.isNew(postedAt('13:10'))).to.equal(false);
    turn('hidden');
    await clock.advance(HOUR);
    turn('visible');
    expect(visits.isNew(postedAt('13:10'))).to.equal(false);
    expect(visits.isNew(postedAt('14:00'))).to.equal(true);
  });

  it('is never what the reader wrote, nor what is no longer shown', async () => {
    const info = { viewer: { state: 'signed-in', author: { id: 'ada', name: 'Ada' } } } as const;
    (await come('pier', info)).store.close();
    await clock.advance(HOUR);
    const { visits } = await come('pier', info);
    expect(visits.isNew(postedAt('12:30', { author: info.viewer.author }))).to.equal(false);
    expect(visits.isNew(postedAt('12:30', { status: 'deleted' }))).to.equal(false);
    expect(visits.isNew(postedAt('12:30', { createdAt: 'yesterday' }))).to.equal(false);
  });

  it('is told for each discussion by itself', async () => {
    (await come('quay')).store.close();
    await clock.advance(HOUR);
    expect((await come('pier')).visits.isNew(postedAt('12:30'))).to.equal(false);
    expect((await come('quay')).visits.isNew(postedAt('12:30'))).to.equal(true);
  });

  it('goes by the backend’s clock', async () => {
    (await come('pier', { now: '2026-11-24T10:00:00Z' })).store.close();
    await clock.advance(HOUR);
    const { visits } = await come('pier', { now: '2026-11-24T11:00:00Z' });
    expect(visits.isNew(postedAt('10:30'))).to.equal(true);
  });

  it('is nothing where nothing is kept, or something else is', async () => {
    localStorage.setItem('article-comments:visits', '"nonsense"');
    expect((await come()).visits.isNew(postedAt('12:30'))).to.equal(false);
  });

  it('listens to nothing once the discussion has been left', async () => {
    const { store } = await come();
    store.close();
    const before = localStorage.getItem('article-comments:visits');
    await clock.advance(HOUR);
    turn('hidden');
    expect(localStorage.getItem('article-comments:visits')).to.equal(before);
  });
});
