import { expect } from 'chai';
import { type DraftKey, type DraftText, keyPrefix, storageKey } from '../../../src/model/drafts/draft.js';
import { DraftStorage } from '../../../src/model/drafts/draft-storage.js';
import { DraftStore, type SavedDraft } from '../../../src/model/drafts/draft-store.js';
import { DraftRecord } from '../../../src/model/drafts/other-tabs.js';
import { FakeClock } from '../../support/fake-clock.js';
import { ada, anonymous, bob, withSeeds } from '../support/fixtures.js';
import { FakeStorage } from '../../support/fake-storage.js';

const DAY = 24 * 60 * 60_000;

const place: DraftKey = { discussion: '42', viewer: anonymous };
const mine: DraftKey = { ...place, viewer: ada };
const draft: DraftText = { body: 'Half a sentence', sent: { submitKey: 'k', body: 'Half a sentence', since: 7 } };

/** One browser: its tabs share the storage of the device. */
class Browser {
  readonly device = new FakeStorage();

  openTab(): Tab {
    return new Tab(this.device, new FakeStorage());
  }
}

class Tab {
  store: DraftStore;
  readonly #device: FakeStorage;
  readonly session: FakeStorage;

  constructor(device: FakeStorage, session: FakeStorage) {
    this.#device = device;
    this.session = session;
    this.store = this.#load();
  }

  reload(): void {
    this.store = this.#load();
  }

  /** What "Duplicate tab" does: the new tab has a copy of this one's storage. */
  duplicate(): Tab {
    const session = new FakeStorage();
    for (const [key, value] of this.session.entries) session.setItem(key, value);
    return new Tab(this.#device, session);
  }

  /** Writes a text and leaves it in no form. */
  leave(at: DraftKey, text: DraftText): void {
    const record = this.store.open(at);
    record.save(text);
    this.store.release(record);
  }

  /** The text that a form opens with. */
  textAt(at: DraftKey): string | undefined {
    const open = this.store.claim(at);
    if (open) this.store.release(open.record);
    return open?.draft.body;
  }

  offers(at: DraftKey): readonly string[] {
    return this.store.list(at).map((one) => one.draft.body);
  }

  #load(): DraftStore {
    return new DraftStore(new DraftStorage(this.#device.get, this.session.get));
  }
}

describe('drafts', () => {
  it('restores a draft unchanged in its tab after a reload', () => {
    const tab = new Browser().openTab();
    expect(tab.textAt(place)).to.equal(undefined);
    tab.leave(place, draft);
    tab.reload();
    expect(tab.store.claim(place)?.draft).to.deep.include(draft);
  });

  it('can be removed', () => {
    const browser = new Browser();
    const tab = browser.openTab();
    const record = tab.store.open(place);
    record.save(draft);
    record.remove();
    tab.store.release(record);
    expect(tab.textAt(place)).to.equal(undefined);
    expect(browser.device.entries.size + tab.session.entries.size).to.equal(0);
  });

  it('keeps one draft when this tab has continued it before the forms were loaded again', () => {
    const browser = new Browser();
    const tab = browser.openTab();
    tab.leave(place, { body: 'Begun' });
    const saved = tab.store.list(place)[0]!;
    const storage = new DraftStorage(browser.device.get, tab.session.get);
    new DraftRecord(storage, place, saved.id).save({ body: 'Begun, and continued' });
    const open = tab.store.claim(place);
    expect(open?.draft.body).to.equal('Begun, and continued');
    expect([...browser.device.entries.keys()]).to.deep.equal([storageKey(place, saved.id)]);
  });

  it('never offers a draft for another article, comment, report, edit or viewer', () => {
    const tab = new Browser().openTab();
    const places: DraftKey[] = [
      place,
      { ...place, discussion: '43' },
      { ...place, reply: 'c1' },
      { ...place, reply: 'c2' },
      { ...place, report: 'c1' },
      { ...place, edit: 'c1' },
      { ...place, edit: 'c2' },
      { ...place, viewer: ada },
      { ...place, viewer: bob },
      { ...place, viewer: ada, reply: 'c3' },
      { ...place, viewer: ada, report: 'c3' },
    ];
    for (const [index, one] of places.entries()) tab.leave(one, { body: `Draft ${index}` });
    expect(places.map((one) => tab.store.list(one)[0]?.draft.body)).to.deep.equal(
      places.map((_, index) => `Draft ${index}`),
    );
  });

  it('keeps the same drafts for an anonymous and an unknown viewer', () => {
    const tab = new Browser().openTab();
    tab.leave({ ...place, viewer: { state: 'unknown' } }, draft);
    expect(tab.textAt(place)).to.equal(draft.body);
    expect(tab.textAt({ ...place, reply: null }), 'no reply').to.equal(draft.body);
  });

  it('never gives the drafts of two places the same key, whatever characters it contains', () => {
    const alphabet = ['', '', ':', '"', '%', '%3A', ',', '\\', '[', 'ä', ' ', '👍', '\ud83d', '\u0000', 'a', 'null'];
    withSeeds(300, (random) => {
      const word = (): string =>
        Array.from({ length: 3 }, () => alphabet[Math.floor(random() * alphabet.length)]).join('');
      const some = (): DraftKey => ({
        discussion: word(),
        reply: word() || null,
        report: word() || undefined,
        edit: word() || undefined,
        viewer: { state: 'signed-in', author: { id: word(), name: 'Ada' } },
      });
      const [one, other] = [some(), some()];
      const isSame = JSON.stringify(one) === JSON.stringify(other);
      expect(storageKey(one, 'x') === storageKey(other, 'x'), JSON.stringify([one, other])).to.equal(isSame);
      expect(storageKey(one, 'x').startsWith(keyPrefix(other))).to.equal(isSame);
    });
  });

  it('keeps the draft of a viewer whose name the backend truncated inside a surrogate pair', () => {
    const tab = new Browser().openTab();
    const cut: DraftKey = { ...place, viewer: { state: 'signed-in', author: { name: 'Ada \ud83d' } } };
    tab.leave(cut, draft);
    expect(tab.textAt(cut)).to.equal(draft.body);
  });

  it('stores a guest’s name and email address only in the tab', () => {
    const browser = new Browser();
    const tab = browser.openTab();
    tab.leave(place, { ...draft, guest: { name: 'Grace', email: 'grace@example.com' } });
    expect([...browser.device.entries.values()].join()).not.to.contain('Grace');
    expect(tab.store.claim(place)?.draft.guest?.name).to.equal('Grace');
  });

  it('removes a draft after 30 days, and leaves nothing of it behind', () => {
    const clock = FakeClock.installAt('2026-11-25T12:00:00Z');
    try {
      const browser = new Browser();
      const tab = browser.openTab();
      tab.leave(place, draft);
      clock.moveTo(clock.now + 29 * DAY);
      expect(browser.openTab().offers(place)).to.deep.equal([draft.body]);
      clock.moveTo(clock.now + 2 * DAY);
      expect(browser.openTab().offers(place)).to.deep.equal([]);
      tab.reload();
      expect(tab.textAt(place)).to.equal(undefined);
      expect(browser.device.entries.size + tab.session.entries.size).to.equal(0);
    } finally {
      clock.uninstall();
    }
  });

  it('removes an expired draft of this tab, but not what another tab has written since', () => {
    const clock = FakeClock.installAt('2026-11-25T12:00:00Z');
    try {
      const browser = new Browser();
      const tab = browser.openTab();
      tab.leave(place, draft);
      const duplicate = tab.duplicate();
      clock.moveTo(clock.now + 20 * DAY);
      duplicate.store.claim(place)?.record.save({ body: 'A whole sentence' });
      clock.moveTo(clock.now + 20 * DAY);
      tab.reload();
      expect(tab.textAt(place)).to.equal(undefined);
      expect(tab.offers(place)).to.deep.equal(['A whole sentence']);
    } finally {
      clock.uninstall();
    }
  });

  it('removes entries with an invalid key, and finds the drafts beside them', () => {
    const browser = new Browser();
    browser.openTab().leave({ ...place, reply: 'c1' }, draft);
    for (const key of ['broken', '7]', '"id","more"]', ']'])
      browser.device.setItem(`${keyPrefix(place)}${key}`, JSON.stringify({ ...draft, savedAt: Date.now() }));
    const tab = browser.openTab();
    expect(tab.offers(place)).to.deep.equal([]);
    expect(tab.store.replies(place)).to.deep.equal(['c1']);
    expect(browser.device.entries.size).to.equal(1);
  });

  it('removes a draft if a part of it cannot be read', () => {
    const browser = new Browser();
    for (const part of [{ guest: { name: {} } }, { sent: { submitKey: 7 } }, { notice: { urls: [7] } }]) {
      browser.device.setItem(storageKey(place, 'x'), JSON.stringify({ ...draft, savedAt: Date.now(), ...part }));
      expect(browser.openTab().offers(place), JSON.stringify(part)).to.deep.equal([]);
      expect(browser.device.entries.size).to.equal(0);
    }
  });

  it('ignores stored values that are not drafts', () => {
    const browser = new Browser();
    const tab = browser.openTab();
    for (const nonsense of ['', '{', 'null', '7', '"text"', '[]', '{}', '{"body":7}', '{"body":"no date"}']) {
      browser.device.setItem(storageKey(place, 'x'), nonsense);
      expect(tab.offers(place), nonsense).to.deep.equal([]);
    }
  });
});

describe('drafts of two tabs', () => {
  it('offers the draft of another tab, but does not fill a form with it', () => {
    const browser = new Browser();
    const [one, other] = [browser.openTab(), browser.openTab()];
    one.leave(place, { body: 'One' });
    expect(other.textAt(place)).to.equal(undefined);
    other.leave(place, { body: 'Other' });
    expect(one.textAt(place)).to.equal('One');
    expect(other.textAt(place)).to.equal('Other');
    expect(one.offers(place)).to.have.members(['One', 'Other']);
    expect(one.store.list(place).find(({ draft: { body } }) => body === 'Other')?.isOwn).to.equal(false);
  });

  it('keeps a draft when another tab discards its own', () => {
    const browser = new Browser();
    const [one, other] = [browser.openTab(), browser.openTab()];
    one.leave(place, { body: 'One' });
    const record = other.store.open(place);
    record.save({ body: 'Other' });
    record.remove();
    one.reload();
    expect(one.textAt(place)).to.equal('One');
    expect(other.offers(place)).to.deep.equal(['One']);
  });

  it('keeps both drafts when one tab takes over a text that the other is still writing', () => {
    const browser = new Browser();
    const [one, other] = [browser.openTab(), browser.openTab()];
    const record = one.store.open(place);
    record.save({ body: 'Begun' });
    const taken = other.store.take(other.store.list(place)[0] as SavedDraft, place);
    taken.record.save({ body: 'Begun, and changed there' });
    expect(record.isTakenOver).to.equal(true);
    record.save({ body: 'Begun, and changed here' });
    expect(record.id).not.to.equal(taken.record.id);
    taken.record.remove();
    expect(browser.openTab().offers(place)).to.deep.equal(['Begun, and changed here']);
    one.reload();
    expect(one.textAt(place)).to.equal('Begun, and changed here');
  });

  it('keeps the drafts of both tabs after a tab was duplicated', () => {
    const browser = new Browser();
    const one = browser.openTab();
    one.leave(place, { body: 'Begun' });
    const copy = one.duplicate();
    const [first, second] = [one.store.claim(place)?.record, copy.store.claim(place)?.record];
    first?.save({ body: 'First' });
    second?.save({ body: 'Second' });
    expect(browser.openTab().offers(place)).to.have.members(['First', 'Second']);
    one.reload();
    copy.reload();
    expect([one.textAt(place), copy.textAt(place)]).to.deep.equal(['First', 'Second']);
  });

  it('keeps both drafts when a duplicated tab continues an older text than the device has by then', () => {
    const browser = new Browser();
    const tab = browser.openTab();
    const record = tab.store.open(place);
    record.save({ body: 'Begun' });
    const duplicate = tab.duplicate();
    record.save({ body: 'Begun, and finished here' });
    tab.store.release(record);
    duplicate.store.claim(place)?.record.save({ body: 'Begun, and finished there' });
    expect(browser.openTab().offers(place)).to.have.members(['Begun, and finished here', 'Begun, and finished there']);
  });

  it('never gives a draft to two forms of one page', () => {
    const tab = new Browser().openTab();
    tab.leave(place, draft);
    const first = tab.store.claim(place);
    expect(first?.draft.body).to.equal(draft.body);
    expect(tab.store.claim(place)).to.equal(undefined);
    if (first) tab.store.release(first.record);
    expect(tab.textAt(place)).to.equal(draft.body);
  });
});

describe('drafts where storage is full or blocked', () => {
  it('keeps a draft in the tab while the device has no room, and on the device again later', () => {
    const browser = new Browser();
    const tab = browser.openTab();
    const record = tab.store.open(place);
    expect(record.save(draft)).to.equal('device');
    browser.device.isFull = true;
    expect(record.save({ body: 'Longer than before' })).to.equal('tab');
    tab.reload();
    expect(tab.textAt(place)).to.equal('Longer than before');
    browser.device.isFull = false;
    expect(tab.store.claim(place)?.saved).to.equal('device');
  });

  it('offers a draft after a reload if only the device had room for its latest text', () => {
    const browser = new Browser();
    const tab = browser.openTab();
    const record = tab.store.open(place);
    record.save({ body: 'Begun' });
    tab.session.isFull = true;
    record.save({ body: 'Begun, and finished' });
    tab.reload();
    expect(tab.offers(place)).to.deep.equal(['Begun, and finished']);
  });

  it('keeps the copy on the device when a draft moves to another place and the device has no room', () => {
    const browser = new Browser();
    const tab = browser.openTab();
    tab.leave(place, { body: 'Begun signed out' });
    browser.device.isFull = true;
    expect(tab.store.claim(mine)?.draft.body).to.equal('Begun signed out');
    expect(browser.openTab().offers(mine), 'after the tab has been closed').to.deep.equal(['Begun signed out']);
  });

  it('keeps the key of a submission when storage has no room for it', () => {
    const browser = new Browser();
    const tab = browser.openTab();
    const record = tab.store.open(place);
    record.save({ body: 'Text' });
    browser.device.isFull = tab.session.isFull = true;
    record.save({ body: 'Text', sent: { submitKey: record.id, body: 'Text', since: 1 } });
    tab.reload();
    expect(tab.store.claim(place)?.record.id).to.equal(record.id);
  });

  it('keeps a draft only in the page, and reports that, if the browser stores nothing', () => {
    const browser = new Browser();
    const tab = browser.openTab();
    browser.device.isBlocked = tab.session.isBlocked = true;
    const record = tab.store.open(place);
    expect(record.save(draft)).to.equal('page');
    tab.store.release(record);
    expect(tab.textAt(place)).to.equal(draft.body);
  });
});

describe('drafts through sign-in', () => {
  it('gives a draft to the first viewer who signs in in its tab, and to no other', () => {
    const tab = new Browser().openTab();
    tab.leave(place, draft);
    tab.reload();
    expect(tab.textAt(mine)).to.equal(draft.body);
    expect(tab.textAt(mine), 'still hers').to.equal(draft.body);
    expect(tab.textAt(place), 'gone for the next guest').to.equal(undefined);
    expect(tab.textAt({ ...place, viewer: bob }), 'nor for the next to sign in').to.equal(undefined);
  });

  it('only offers a draft to a viewer who signs in in another tab, who may be another person', () => {
    const browser = new Browser();
    browser.openTab().leave(place, draft);
    const other = browser.openTab();
    expect(other.textAt(mine)).to.equal(undefined);
    expect(other.offers(mine)).to.deep.equal([draft.body]);
  });

  it('never replaces a draft written while signed in with one from before the sign-in', () => {
    const tab = new Browser().openTab();
    tab.leave(mine, { body: 'Signed in' });
    tab.leave(place, draft);
    expect(tab.textAt(mine)).to.equal('Signed in');
    expect(tab.offers(mine), 'not lost').to.deep.equal(['Signed in', draft.body]);
  });

  it('keeps a longer copy of a draft that has already moved to the signed-in viewer', () => {
    const tab = new Browser().openTab();
    const record = tab.store.open(place);
    record.save({ body: 'Begun' });
    const { id } = record;
    tab.store.release(record);
    const moved = tab.store.open(mine, id);
    moved.save({ body: 'Begun, and finished' });
    tab.store.release(moved);
    tab.store.open(place, id).moveTo(mine, { body: 'Begun' });
    expect(tab.offers(mine)).to.include('Begun, and finished');
  });

  it('keeps a draft with its article and comment through a sign-in', () => {
    const tab = new Browser().openTab();
    tab.leave({ ...place, reply: 'c1' }, draft);
    expect(tab.textAt(mine)).to.equal(undefined);
    expect(tab.textAt({ ...mine, reply: 'c2' })).to.equal(undefined);
    expect(tab.textAt({ ...mine, reply: 'c1' })).to.equal(draft.body);
  });
});

describe('replies', () => {
  it('returns the replies begun by this viewer in this discussion', () => {
    const tab = new Browser().openTab();
    tab.leave({ ...place, reply: 'c1', viewer: bob }, draft);
    tab.leave({ ...place, reply: 'c2', viewer: ada }, draft);
    tab.leave({ ...place, reply: 'c3', discussion: '43', viewer: ada }, draft);
    tab.leave({ ...place, report: 'c4', viewer: ada }, draft);
    tab.leave({ ...place, viewer: ada }, draft);
    expect(tab.store.replies({ ...place, viewer: bob })).to.deep.equal(['c1']);
    expect(tab.store.replies(mine)).to.deep.equal(['c2']);
  });

  it('returns replies that storage refused, too', () => {
    const browser = new Browser();
    const tab = browser.openTab();
    browser.device.isBlocked = tab.session.isBlocked = true;
    tab.leave({ ...place, reply: 'c1' }, draft);
    expect(tab.store.replies(place)).to.deep.equal(['c1']);
  });
});
