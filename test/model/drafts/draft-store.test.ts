import { expect } from '@open-wc/testing';
import { draftKey, type DraftPlace } from '../../../src/model/drafts/draft-key.js';
import { saveDraft, storedDraftKeys, type StoredDraft } from '../../../src/model/drafts/draft-storage.js';
import { DraftStore } from '../../../src/model/drafts/draft-store.js';
import { ada, anonymous, bob, withSeeds } from '../support/fixtures.js';

/** Storage that the test can inspect and fill up. */
class FakeStorage {
  readonly entries = new Map<string, string>();
  isFull = false;

  getItem(key: string): string | null {
    return this.entries.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    if (this.isFull) throw new DOMException('Full', 'QuotaExceededError');
    this.entries.set(key, value);
  }

  removeItem(key: string): void {
    this.entries.delete(key);
  }

  get length(): number {
    return this.entries.size;
  }

  key(index: number): string | null {
    return [...this.entries.keys()][index] ?? null;
  }
}

const blocked = (): never => {
  throw new DOMException('Blocked', 'SecurityError');
};

const place: DraftPlace = { discussion: '42', viewer: anonymous };
const draft: StoredDraft = {
  body: 'Half a sentence',
  guest: { name: 'Ada' },
  submitKey: 'intent-1',
  uncertainSince: 7,
};

function fresh() {
  const storage = new FakeStorage();
  return { storage, drafts: new DraftStore(() => storage) };
}

describe('drafts', () => {
  it('survive a page load unchanged', () => {
    const { storage, drafts } = fresh();
    expect(drafts.read(place)).to.equal(undefined);
    expect(drafts.write(place, draft)).to.equal(true);
    expect(drafts.read(place)).to.deep.equal(draft);
    expect(new DraftStore(() => storage).read(place)).to.deep.equal(draft);
  });

  it('can be removed', () => {
    const { storage, drafts } = fresh();
    drafts.write(place, draft);
    drafts.remove(place);
    expect(drafts.read(place)).to.equal(undefined);
    expect(storage.entries.size).to.equal(0);
  });

  it('never turn up at another article, comment, report, edit or viewer', () => {
    const { drafts } = fresh();
    const places: DraftPlace[] = [
      place,
      { ...place, discussion: '43' },
      { ...place, reply: 'c1' },
      { ...place, reply: 'c2' },
      { ...place, report: 'c1' },
      { ...place, edit: 'c1' },
      { ...place, edit: 'c2' },
      { ...place, viewer: ada },
      { ...place, viewer: bob },
      { ...place, viewer: ada, reply: 'c1' },
      { ...place, viewer: ada, report: 'c1' },
    ];
    for (const [index, one] of places.entries()) {
      drafts.write(one, { body: `Draft ${index}` });
      for (const later of places.slice(index + 1)) expect(drafts.read(later)).to.equal(undefined);
    }
    expect(places.map((one) => drafts.read(one)?.body)).to.deep.equal(places.map((_, index) => `Draft ${index}`));
  });

  it('keep the keys they had before drafts of edits existed', () => {
    expect(draftKey({ ...place, reply: 'c1' })).to.equal('article-comments:draft:["42","c1",null,null]');
  });

  it('are the same for an anonymous and an unknown viewer', () => {
    const { drafts } = fresh();
    drafts.write({ ...place, viewer: { state: 'unknown' } }, draft);
    expect(drafts.read(place)).to.deep.equal(draft);
    expect(drafts.read({ ...place, reply: null }), 'no reply').to.deep.equal(draft);
  });

  it('never share a key, whatever characters are in it', () => {
    const alphabet = ['', '', ':', '"', '%', '%3A', ',', '\\', '[', 'ä', ' ', '👍', '\ud83d', '\u0000', 'a', 'null'];
    withSeeds(300, (random) => {
      const word = (): string =>
        Array.from({ length: 3 }, () => alphabet[Math.floor(random() * alphabet.length)]).join('');
      const some = (): DraftPlace => ({
        discussion: word(),
        reply: word() || null,
        report: word() || undefined,
        edit: word() || undefined,
        viewer: { state: 'signed-in', author: { id: word(), name: 'Ada' } },
      });
      const [one, other] = [some(), some()];
      const isSame = JSON.stringify(one) === JSON.stringify(other);
      expect(draftKey(one) === draftKey(other), JSON.stringify([one, other])).to.equal(isSame);
      expect(draftKey(one)).to.equal(draftKey({ ...one }));
    });
  });

  it('work for a name that the backend truncated inside a surrogate pair', () => {
    const { drafts } = fresh();
    const cut: DraftPlace = { ...place, viewer: { state: 'signed-in', author: { name: 'Ada \ud83d' } } };
    expect(drafts.write(cut, draft)).to.equal(true);
    expect(drafts.read(cut)).to.deep.equal(draft);
  });

  describe('without storage', () => {
    it('live in memory, and say so', () => {
      const drafts = new DraftStore(blocked);
      expect(drafts.write(place, draft)).to.equal(false);
      expect(drafts.read(place)).to.deep.equal(draft);
      drafts.remove(place);
      expect(drafts.read(place)).to.equal(undefined);
    });

    it('live in memory while storage is full, and return to it later', () => {
      const { storage, drafts } = fresh();
      drafts.write(place, draft);
      storage.isFull = true;
      expect(drafts.write(place, { body: 'Longer than before' })).to.equal(false);
      expect(drafts.read(place)?.body).to.equal('Longer than before');
      storage.isFull = false;
      expect(drafts.write(place, { body: 'Longer still' })).to.equal(true);
      expect(new DraftStore(() => storage).read(place)?.body).to.equal('Longer still');
      expect(drafts.read(place)?.body).to.equal('Longer still');
    });
  });

  it('ignore values that are not drafts', () => {
    const { storage, drafts } = fresh();
    for (const nonsense of ['', '{', 'null', '7', '"text"', '[]', '{}', '{"body":7}']) {
      storage.entries.set(draftKey(place), nonsense);
      expect(drafts.read(place), nonsense).to.equal(undefined);
    }
    drafts.write(place, draft);
    expect(drafts.read(place)).to.deep.equal(draft);
  });

  describe('through sign-in', () => {
    const mine: DraftPlace = { ...place, viewer: ada };

    it('follow the author, once', () => {
      const { drafts } = fresh();
      drafts.write(place, { ...draft, forSignIn: true });
      expect(drafts.read(mine)).to.deep.equal(draft);
      expect(drafts.read(mine), 'still hers').to.deep.equal(draft);
      expect(drafts.read(place), 'gone for the next guest').to.equal(undefined);
      expect(drafts.read({ ...place, viewer: bob }), 'nor for the next to sign in').to.equal(undefined);
    });

    it('follow the author without storage, too', () => {
      const drafts = new DraftStore(blocked);
      drafts.write(place, { ...draft, forSignIn: true });
      expect(drafts.read(mine)).to.deep.equal(draft);
      expect(drafts.read(place)).to.equal(undefined);
    });

    it('stay behind unless the author left to sign in', () => {
      const { drafts } = fresh();
      drafts.write(place, draft);
      expect(drafts.read(mine)).to.equal(undefined);
      expect(drafts.read(place)).to.deep.equal(draft);
    });

    it('never replace a draft written while signed in', () => {
      const { drafts } = fresh();
      drafts.write(mine, { body: 'Signed in' });
      drafts.write(place, { ...draft, forSignIn: true });
      expect(drafts.read(mine)?.body).to.equal('Signed in');
      drafts.remove(mine);
      expect(drafts.read(mine), 'not lost').to.deep.equal(draft);
    });

    it('stay with their article and comment', () => {
      const { drafts } = fresh();
      drafts.write({ ...place, reply: 'c1' }, { ...draft, forSignIn: true });
      expect(drafts.read(mine)).to.equal(undefined);
      expect(drafts.read({ ...mine, reply: 'c2' })).to.equal(undefined);
      expect(drafts.read({ ...mine, reply: 'c1' })).to.deep.equal(draft);
    });
  });
});

describe('replies', () => {
  it('returns the replies begun by this viewer in this discussion', () => {
    const { drafts } = fresh();
    drafts.write({ ...place, reply: 'c1' }, draft);
    drafts.write({ ...place, reply: 'c2', viewer: ada }, draft);
    drafts.write({ ...place, reply: 'c3', discussion: '43' }, draft);
    drafts.write({ ...place, report: 'c4' }, draft);
    drafts.write(place, draft);
    expect(drafts.replies(place)).to.deep.equal(['c1']);
    expect(drafts.replies({ ...place, viewer: ada })).to.deep.equal(['c2']);
  });

  it('returns replies in memory, too', () => {
    const drafts = new DraftStore(blocked);
    drafts.write({ ...place, reply: 'c1' }, draft);
    expect(drafts.replies(place)).to.deep.equal(['c1']);
  });
});

describe('storedDraftKeys', () => {
  it('returns a key whenever a draft can be read', () => {
    withSeeds(200, (random) => {
      const { storage, drafts } = fresh();
      const viewers = [ada, bob, anonymous, { state: 'unknown' } as const, { state: 'signed-in' } as const];
      const some = (): DraftPlace => ({
        discussion: random() < 0.5 ? '42' : '43',
        reply: random() < 0.5 ? 'c1' : undefined,
        viewer: viewers[Math.floor(random() * viewers.length)] ?? ada,
      });
      for (let step = 0; step < 4; step++)
        drafts.write(some(), { body: 'Text', forSignIn: random() < 0.5 || undefined });
      const wanted = some();
      const mayExist = storedDraftKeys(wanted.discussion, () => storage).length > 0;
      const found = drafts.read(wanted);
      expect(mayExist || found === undefined, JSON.stringify([wanted, [...storage.entries]])).to.equal(true);
    });
  });

  it('is empty for a discussion without drafts', () => {
    const { storage } = fresh();
    expect(storedDraftKeys(place.discussion, () => storage)).to.deep.equal([]);
    saveDraft({ ...place, discussion: '421' }, draft, () => storage);
    expect(storedDraftKeys(place.discussion, () => storage)).to.deep.equal([]);
  });

  it('is empty without storage', () => {
    expect(storedDraftKeys(place.discussion, blocked)).to.deep.equal([]);
  });
});

describe('saveDraft', () => {
  it('stores a draft that a DraftStore can read', () => {
    const { storage, drafts } = fresh();
    expect(saveDraft(place, draft, () => storage)).to.equal(true);
    expect(storedDraftKeys(place.discussion, () => storage)).to.have.length(1);
    expect(drafts.read(place)).to.deep.equal(draft);
  });

  it('returns false when storage is full or blocked', () => {
    const { storage } = fresh();
    storage.isFull = true;
    expect(saveDraft(place, draft, () => storage)).to.equal(false);
    expect(saveDraft(place, draft, blocked)).to.equal(false);
  });
});
