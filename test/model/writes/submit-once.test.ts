import { expect } from '@open-wc/testing';
import { AdapterError, type Author, type Comment, type Draft, type Features } from '../../../src/model/adapter.js';
import { mayBeStored, submitOnce } from '../../../src/model/writes/submit-once.js';
import { submissionMatcher } from '../../../src/model/writes/submission-matcher.js';
import { BackendEdge, type Answer } from '../support/fake-backend.js';
import { ada, bob, comment, discussion } from '../support/fixtures.js';

const since = Date.parse('2013-06-07T12:00:00Z');
const draft: Draft = { discussion, parentId: null, body: 'Agreed', submitKey: 'k' };
const mine = comment('mine', { body: { format: 'text', value: 'Agreed' }, author: ada.author, createdAt: '2013-06-07T12:00:01Z' });

interface Delivered {
  readonly submit?: Answer;
  readonly features?: Features;
  readonly listed?: readonly Comment[] | AdapterError;
  readonly author?: Author;
  readonly isRetry?: boolean;
}

/** Delivers the draft, the list holding what it is told to hold, and tells what was asked. */
async function delivered({ submit, features, listed = [], author = ada.author, isRetry = true }: Delivered) {
  const edge = new BackendEdge({ features, answers: submit && { submit }, without: submit ? [] : ['submit'] });
  let searches = 0;
  const find = async (matches: (comment: Comment) => boolean): Promise<Comment | undefined> => {
    searches++;
    if (listed instanceof AdapterError) throw listed;
    return listed.find(matches);
  };
  const uncertainSince = isRetry ? since : undefined;
  const call = { signal: new AbortController().signal };
  const outcome = await submitOnce(draft, { uncertainSince }, { adapter: edge.adapter, author, find }, call);
  return { outcome, searches, sent: edge.asked.map(({ args }) => args[0]) };
}

const refusal = (error: AdapterError) => () => Promise.reject(error);
const duplicate = refusal(new AdapterError('duplicate', 'You said that.'));
const offline = refusal(new AdapterError('network'));

describe('a submission', () => {
  it('is sent once, without a look at the list, when it is new', async () => {
    for (const idempotency of ['key', 'detects-duplicates', 'none', undefined] as const) {
      const { outcome, searches, sent } = await delivered({
        submit: { outcome: 'published', comment: mine },
        features: { idempotency },
        isRetry: false,
      });
      expect(outcome).to.deep.equal({ type: 'published', comment: mine, reason: undefined });
      expect([searches, sent]).to.deep.equal([0, [draft]]);
    }
  });

  it('fails with what the adapter does not do, or does not say', async () => {
    const { outcome } = await delivered({ isRetry: false });
    expect(outcome.type === 'failed' && [outcome.error.kind, outcome.uncertain]).to.deep.equal(['unsupported', false]);
    for (const answer of [() => undefined, {}, { outcome: 'approved' }, () => 'published']) {
      const { outcome: nonsense } = await delivered({ submit: answer, isRetry: false });
      expect(nonsense.type === 'failed' && [nonsense.error.kind, nonsense.uncertain], 'it may be stored').to.deep.equal([
        'bad-response',
        true,
      ]);
      expect(nonsense.type === 'failed' && nonsense.error.message).to.match(/^submit\(\) returned .*"outcome"/);
    }
  });

  it('is rejected with a reason, however the adapter says so', async () => {
    const answers = [{ outcome: 'rejected', reason: 'No links.' }, refusal(new AdapterError('rejected', 'No links.'))];
    for (const submit of answers) expect((await delivered({ submit })).outcome).to.deep.equal({ type: 'rejected', reason: 'No links.' });
    expect((await delivered({ submit: refusal(new AdapterError('rejected')) })).outcome).to.deep.equal({
      type: 'rejected',
      reason: undefined,
    });
  });

  it('fails in doubt or for certain, as its kind and the adapter say', async () => {
    const uncertain = async (error: AdapterError, isRetry = false) => {
      const { outcome } = await delivered({ submit: refusal(error), features: { idempotency: 'key' }, isRetry });
      return outcome.type === 'failed' && outcome.error === error && outcome.uncertain;
    };
    expect(await uncertain(new AdapterError('timeout'))).to.equal(true);
    expect(await uncertain(new AdapterError('timeout', '', { stored: 'no' }))).to.equal(false);
    expect(await uncertain(new AdapterError('rate-limited'))).to.equal(false);
    expect(await uncertain(new AdapterError('rate-limited'), true), 'the first try is in doubt still').to.equal(true);
    expect(await uncertain(new AdapterError('duplicate')), 'of another comment, not of an earlier try').to.equal(false);
  });

  describe('again, after a try whose end nobody saw', () => {
    it('goes with the same key to a backend that knows keys, and no look at the list', async () => {
      const { searches, sent } = await delivered({
        submit: { outcome: 'published', comment: mine },
        features: { idempotency: 'key' },
        listed: [mine],
      });
      expect([searches, sent]).to.deep.equal([0, [draft]]);
    });

    it('has arrived where the backend refuses it as a repetition', async () => {
      const features = { idempotency: 'detects-duplicates' } as const;
      const { outcome, sent } = await delivered({ submit: duplicate, features, listed: [comment('a'), mine] });
      expect(outcome).to.deep.equal({ type: 'published', comment: mine });
      expect(sent).to.deep.equal([draft]);
      const held = { ...mine, status: 'pending' } as const;
      expect((await delivered({ submit: duplicate, features, listed: [held] })).outcome).to.deep.equal({ type: 'pending', comment: held });
    });

    it('is held for review where a refused repetition is in no list, or the list cannot be had', async () => {
      const features = { idempotency: 'detects-duplicates' } as const;
      for (const listed of [[], new AdapterError('network')]) {
        expect((await delivered({ submit: duplicate, features, listed })).outcome).to.deep.equal({ type: 'pending' });
      }
    });

    it('is not sent to a backend that would store it twice when it is in the list', async () => {
      for (const features of [undefined, { idempotency: 'none' } as const]) {
        const { outcome, sent } = await delivered({ submit: offline, features, listed: [comment('a'), mine] });
        expect(outcome).to.deep.equal({ type: 'published', comment: mine });
        expect(sent).to.deep.equal([]);
      }
      const held = { ...mine, status: 'pending' } as const;
      expect((await delivered({ submit: offline, listed: [held] })).outcome).to.deep.equal({ type: 'pending', comment: held });
    });

    it('is sent once to such a backend when it is not in the list', async () => {
      const { outcome, searches, sent } = await delivered({ submit: { outcome: 'published', comment: mine }, listed: [comment('a')] });
      expect(outcome.type).to.equal('published');
      expect([searches, sent]).to.deep.equal([1, [draft]]);
    });

    it('is sent to such a backend when somebody else has said the same', async () => {
      const theirs = { ...mine, id: 'theirs', author: bob.author };
      const { sent } = await delivered({ submit: { outcome: 'published', comment: mine }, listed: [theirs] });
      expect(sent).to.deep.equal([draft]);
    });

    it('is not sent to such a backend when the list cannot be had', async () => {
      const { outcome, sent } = await delivered({ submit: { outcome: 'published' }, listed: new AdapterError('network') });
      expect(outcome.type === 'failed' && [outcome.error.kind, outcome.uncertain]).to.deep.equal(['network', true]);
      expect(sent).to.deep.equal([]);
    });
  });
});

describe('whether a listed comment is the one that was sent', () => {
  const adapter = new BackendEdge().adapter;
  const circumstances = { adapter, author: ada.author, since };
  const is = submissionMatcher(draft, circumstances);

  it('is told by text, author, place and time together', () => {
    expect(is(mine)).to.equal(true);
    expect(is({ ...mine, body: { format: 'text', value: 'Agreed, mostly' } })).to.equal(false);
    expect(is({ ...mine, author: bob.author })).to.equal(false);
    expect(is({ ...mine, parentId: 'c1' })).to.equal(false);
    expect(is({ ...mine, createdAt: '2013-06-07T10:00:00Z' }), 'said before').to.equal(false);
    expect(is({ ...mine, createdAt: '2013-06-07T11:00:00Z' }), 'by a clock that is an hour late').to.equal(true);
    expect(is({ ...mine, createdAt: 'yesterday' })).to.equal(false);
  });

  it('goes by ids before names, and by names where one side has no id', () => {
    expect(is({ ...mine, author: { id: 'ada', name: 'Ada L.' } })).to.equal(true);
    expect(is({ ...mine, author: { id: 'another', name: 'Ada' } })).to.equal(false);
    expect(is({ ...mine, author: { name: 'Ada ' } })).to.equal(true);
    const guest = submissionMatcher(draft, { ...circumstances, author: { name: 'Ada' } });
    expect(guest({ ...mine, author: { id: '7', name: 'Ada' } })).to.equal(true);
    expect(guest({ ...mine, author: { id: '7', name: 'Bob' } })).to.equal(false);
  });

  it('does without an author where nobody knows one', () => {
    expect(is({ ...mine, author: null })).to.equal(true);
    expect(submissionMatcher(draft, { ...circumstances, author: undefined })(mine)).to.equal(true);
  });

  it('looks through what the backend made of the text', () => {
    const asked = submissionMatcher({ parentId: null, body: 'I said "1 < 2"\n& left.' }, circumstances);
    expect(asked({ ...mine, body: { format: 'html', value: '<p>I said &#8220;1 &lt; 2&#8221;<br />\n&amp; left.</p>' } })).to.equal(true);
    const written = new BackendEdge({ features: { input: 'markdown' } }).adapter;
    const emphatic = submissionMatcher({ parentId: null, body: '*Agreed*' }, { ...circumstances, adapter: written });
    expect(emphatic({ ...mine, body: { format: 'html', value: '<p><em>Agreed</em></p>' } })).to.equal(true);
  });
});

describe('whether a failed write may be stored', () => {
  it('is in doubt when nobody saw an answer', () => {
    for (const kind of ['network', 'timeout', 'unavailable', 'bad-response'] as const) {
      expect(mayBeStored(new AdapterError(kind)), kind).to.equal(true);
      expect(mayBeStored(new AdapterError(kind, '', { stored: 'no' })), `${kind}, and the adapter knows better`).to.equal(false);
    }
  });

  it('is clear when the backend refused', () => {
    for (const kind of ['closed', 'rejected', 'duplicate', 'rate-limited', 'sign-in-required', 'too-long'] as const) {
      expect(mayBeStored(new AdapterError(kind)), kind).to.equal(false);
      expect(mayBeStored(new AdapterError(kind, '', { stored: 'maybe' })), `${kind}, and the adapter doubts`).to.equal(true);
    }
  });
});
