import { expect } from 'chai';
import { AdapterError, type Author, type Comment, type Draft, type Features } from '../../../src/model/adapter.js';
import { checkedAdapter } from '../../../src/model/contract/checked-adapter.js';
import { mayBeStored } from '../../../src/model/outcome.js';
import { submitOnce } from '../../../src/model/posting/submission.js';
import { UNOPENED } from '../../../src/model/state/discussion-state.js';
import { attemptTime } from '../../../src/model/posting/submit-draft.js';
import { submissionMatcher } from '../../../src/model/posting/stored-comment.js';
import { FakeClock } from '../../support/fake-clock.js';
import { FakeBackend, type FakeResponse } from '../support/fake-backend.js';
import { ada, bob, comment, discussion } from '../support/fixtures.js';

const since = Date.parse('2013-06-07T12:00:00Z');
const draft: Draft = { discussion, parentId: null, body: 'Agreed', submitKey: 'k' };
const mine = comment('mine', {
  body: { format: 'text', value: 'Agreed' },
  author: ada.author,
  createdAt: '2013-06-07T12:00:01Z',
});

interface Submitted {
  readonly submit?: FakeResponse;
  readonly features?: Features;
  readonly listed?: readonly Comment[] | AdapterError;
  readonly author?: Author;
  readonly isRetry?: boolean;
  /** False: another viewer has signed in meanwhile. */
  readonly isSameViewer?: boolean;
}

/**
 * Submits the draft while `listed` is what a search finds. Returns the outcome, the number of searches and what was
 * sent.
 */
async function submitted({
  submit,
  features,
  listed = [],
  author = ada.author,
  isRetry = true,
  isSameViewer = true,
}: Submitted) {
  const backend = new FakeBackend({ features, responses: submit && { submit }, without: submit ? [] : ['submit'] });
  let searches = 0;
  const adapter = checkedAdapter(backend.adapter, { note: () => undefined, areThorough: false });
  const search = async (): Promise<Comment | undefined> => {
    searches++;
    if (listed instanceof AdapterError) throw listed;
    return listed.find(submissionMatcher(draft, { adapter, author, since }));
  };
  const uncertainSince = isRetry ? since : undefined;
  const call = { signal: new AbortController().signal };
  const outcome = await submitOnce(
    draft,
    { uncertainSince },
    { adapter, isSameViewer: () => isSameViewer, search },
    call,
  );
  return { outcome, searches, sent: backend.calls.map(({ args }) => args[0]) };
}

const refusal = (error: AdapterError) => () => Promise.reject(error);
const duplicate = refusal(new AdapterError('duplicate', 'You said that.'));
const offline = refusal(new AdapterError('network'));

describe('submitOnce', () => {
  it('sends a new comment once, without a search', async () => {
    for (const idempotency of ['key', 'detects-duplicates', 'none', undefined] as const) {
      const { outcome, searches, sent } = await submitted({
        submit: { outcome: 'published', comment: mine },
        features: { idempotency },
        isRetry: false,
      });
      expect(outcome).to.deep.equal({ type: 'published', comment: mine, reason: undefined });
      expect([searches, sent]).to.deep.equal([0, [draft]]);
    }
  });

  it('sends nothing once another viewer is signed in', async () => {
    const { outcome, searches, sent } = await submitted({ submit: { outcome: 'published' }, isSameViewer: false });
    expect(outcome).to.deep.equal({ type: 'viewer-changed' });
    expect([searches, sent]).to.deep.equal([1, []]);
  });

  it('fails without a submit method, and on a bad response', async () => {
    const { outcome } = await submitted({ isRetry: false });
    expect(outcome.type === 'failed' && [outcome.error.kind, outcome.uncertain]).to.deep.equal(['unsupported', false]);
    for (const submit of [() => undefined, {}, { outcome: 'approved' }, () => 'published']) {
      const { outcome: nonsense } = await submitted({ submit, isRetry: false });
      expect(nonsense.type === 'failed' && [nonsense.error.kind, nonsense.uncertain], 'it may be stored').to.deep.equal(
        ['bad-response', true],
      );
      expect(nonsense.type === 'failed' && nonsense.error.message).to.match(/^submit\(\) returned .*"outcome"/);
    }
  });

  it('reports a rejection with its reason, whether returned or thrown', async () => {
    const rejections = [
      { outcome: 'rejected', reason: 'No links.' },
      refusal(new AdapterError('rejected', 'No links.')),
    ];
    for (const submit of rejections)
      expect((await submitted({ submit })).outcome).to.deep.equal({ type: 'rejected', reason: 'No links.' });
    expect((await submitted({ submit: refusal(new AdapterError('rejected')) })).outcome).to.deep.equal({
      type: 'rejected',
      reason: undefined,
    });
  });

  it('fails uncertain or for certain, by kind of error and the adapter’s word', async () => {
    const uncertain = async (error: AdapterError, isRetry = false) => {
      const { outcome } = await submitted({ submit: refusal(error), features: { idempotency: 'key' }, isRetry });
      return outcome.type === 'failed' && outcome.error === error && outcome.uncertain;
    };
    expect(await uncertain(new AdapterError('timeout'))).to.equal(true);
    expect(await uncertain(new AdapterError('timeout', '', { stored: 'no' }))).to.equal(false);
    expect(await uncertain(new AdapterError('rate-limited'))).to.equal(false);
    expect(await uncertain(new AdapterError('rate-limited'), true), 'the first attempt is still uncertain').to.equal(
      true,
    );
    expect(await uncertain(new AdapterError('duplicate')), 'of another comment, not of an earlier attempt').to.equal(
      false,
    );
  });

  describe('on a retry after an uncertain attempt', () => {
    it('reuses the key without a search if the backend is idempotent', async () => {
      const { searches, sent } = await submitted({
        submit: { outcome: 'published', comment: mine },
        features: { idempotency: 'key' },
        listed: [mine],
      });
      expect([searches, sent]).to.deep.equal([0, [draft]]);
    });

    it('takes a refused duplicate as posted', async () => {
      const features = { idempotency: 'detects-duplicates' } as const;
      const { outcome, sent } = await submitted({ submit: duplicate, features, listed: [comment('a'), mine] });
      expect(outcome).to.deep.equal({ type: 'published', comment: mine });
      expect(sent).to.deep.equal([draft]);
      const held = { ...mine, status: 'pending' } as const;
      expect((await submitted({ submit: duplicate, features, listed: [held] })).outcome).to.deep.equal({
        type: 'pending',
        comment: held,
      });
    });

    it('takes a refused duplicate as pending if the search fails or finds nothing', async () => {
      const features = { idempotency: 'detects-duplicates' } as const;
      for (const listed of [[], new AdapterError('network')]) {
        expect((await submitted({ submit: duplicate, features, listed })).outcome).to.deep.equal({ type: 'pending' });
      }
    });

    it('does not send a comment the search finds if the backend would store it twice', async () => {
      for (const features of [undefined, { idempotency: 'none' } as const]) {
        const { outcome, sent } = await submitted({ submit: offline, features, listed: [comment('a'), mine] });
        expect(outcome).to.deep.equal({ type: 'published', comment: mine });
        expect(sent).to.deep.equal([]);
      }
      const held = { ...mine, status: 'pending' } as const;
      expect((await submitted({ submit: offline, listed: [held] })).outcome).to.deep.equal({
        type: 'pending',
        comment: held,
      });
    });

    it('sends a comment once that the search does not find', async () => {
      const { outcome, searches, sent } = await submitted({
        submit: { outcome: 'published', comment: mine },
        listed: [comment('a')],
      });
      expect(outcome.type).to.equal('published');
      expect([searches, sent]).to.deep.equal([1, [draft]]);
    });

    it('sends the comment when another author has posted the same text', async () => {
      const theirs = { ...mine, id: 'theirs', author: bob.author };
      const { sent } = await submitted({ submit: { outcome: 'published', comment: mine }, listed: [theirs] });
      expect(sent).to.deep.equal([draft]);
    });

    it('does not send the comment when the search fails', async () => {
      const { outcome, sent } = await submitted({
        submit: { outcome: 'published' },
        listed: new AdapterError('network'),
      });
      expect(outcome.type === 'failed' && [outcome.error.kind, outcome.uncertain]).to.deep.equal(['network', true]);
      expect(sent).to.deep.equal([]);
    });
  });
});

describe('submissionMatcher', () => {
  const adapter = new FakeBackend().adapter;
  const circumstances = { adapter, author: ada.author, since };
  const is = submissionMatcher(draft, circumstances);

  it('compares text, author, parent and time', () => {
    expect(is(mine)).to.equal(true);
    expect(is({ ...mine, body: { format: 'text', value: 'Agreed, mostly' } })).to.equal(false);
    expect(is({ ...mine, author: bob.author })).to.equal(false);
    expect(is({ ...mine, parentId: 'c1' })).to.equal(false);
    expect(is({ ...mine, createdAt: '2013-06-07T10:00:00Z' }), 'posted before').to.equal(false);
    expect(is({ ...mine, createdAt: '2013-06-07T11:00:00Z' }), 'by a clock an hour behind').to.equal(true);
    expect(is({ ...mine, createdAt: 'yesterday' })).to.equal(false);
  });

  it('compares author ids, or names if either side has no id', () => {
    expect(is({ ...mine, author: { id: 'ada', name: 'Ada L.' } })).to.equal(true);
    expect(is({ ...mine, author: { id: 'another', name: 'Ada' } })).to.equal(false);
    expect(is({ ...mine, author: { name: 'Ada ' } })).to.equal(true);
    const guest = submissionMatcher(draft, { ...circumstances, author: { name: 'Ada' } });
    expect(guest({ ...mine, author: { id: '7', name: 'Ada' } })).to.equal(true);
    expect(guest({ ...mine, author: { id: '7', name: 'Bob' } })).to.equal(false);
  });

  it('ignores the author if either side has none', () => {
    expect(is({ ...mine, author: null })).to.equal(true);
    expect(submissionMatcher(draft, { ...circumstances, author: undefined })(mine)).to.equal(true);
  });

  it('recognizes the text in the HTML the backend made of it', () => {
    const matches = submissionMatcher({ parentId: null, body: 'I said "1 < 2"\n& left.' }, circumstances);
    expect(
      matches({ ...mine, body: { format: 'html', value: '<p>I said &#8220;1 &lt; 2&#8221;<br />\n&amp; left.</p>' } }),
    ).to.equal(true);
    const markdownAdapter = new FakeBackend({ features: { input: 'markdown' } }).adapter;
    const emphatic = submissionMatcher(
      { parentId: null, body: '*Agreed*' },
      { ...circumstances, adapter: markdownAdapter },
    );
    expect(emphatic({ ...mine, body: { format: 'html', value: '<p><em>Agreed</em></p>' } })).to.equal(true);
  });
});

describe('the time of an attempt', () => {
  const HOUR = 60 * 60_000;
  let clock: FakeClock;
  beforeEach(() => {
    clock = FakeClock.installAt('2013-06-07T15:00:00Z');
  });
  afterEach(() => clock.uninstall());

  it('is the backend’s, if the backend reports its time', () => {
    const state = {
      ...UNOPENED,
      info: { state: 'open', now: '2013-06-07T12:00:00Z' },
      clockOffset: -3 * HOUR,
    } as const;
    expect(attemptTime(state)).to.equal(clock.now - 3 * HOUR);
  });

  it('is that of the latest comment where the reader’s clock may be hours ahead', () => {
    const earlier = comment('earlier', { createdAt: '2013-06-07T10:00:00Z' });
    const latest = comment('latest', { createdAt: '2013-06-07T11:00:00Z' });
    expect(attemptTime({ ...UNOPENED, comments: [latest, earlier] })).to.equal(Date.parse(latest.createdAt));
    expect(attemptTime({ ...UNOPENED, comments: [comment('undated', { createdAt: 'soon' })] })).to.equal(0);
    expect(attemptTime(UNOPENED)).to.equal(0);
  });

  it('is never later than the reader’s clock', () => {
    const future = comment('future', { createdAt: new Date(clock.now + HOUR).toISOString() });
    expect(attemptTime({ ...UNOPENED, comments: [future] })).to.equal(clock.now);
  });
});

describe('mayBeStored', () => {
  it('is true without a response', () => {
    for (const kind of ['network', 'timeout', 'unavailable', 'bad-response'] as const) {
      expect(mayBeStored(new AdapterError(kind)), kind).to.equal(true);
      expect(mayBeStored(new AdapterError(kind, '', { stored: 'no' })), `${kind}, stored: 'no'`).to.equal(false);
    }
  });

  it('is false after a refusal', () => {
    for (const kind of ['closed', 'rejected', 'duplicate', 'rate-limited', 'sign-in-required', 'too-long'] as const) {
      expect(mayBeStored(new AdapterError(kind)), kind).to.equal(false);
      expect(mayBeStored(new AdapterError(kind, '', { stored: 'maybe' })), `${kind}, stored: 'maybe'`).to.equal(true);
    }
  });
});
