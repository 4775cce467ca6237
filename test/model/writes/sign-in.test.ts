import { expect } from '@open-wc/testing';
import { failing, offline } from '../support/fake-backend.js';
import { ada, anonymous, elsewhere, opened, turns, writerOf } from '../support/fixtures.js';

describe('signing in', () => {
  it('shows who is there and asks for everything again', async () => {
    const { edge, store } = await opened({ answers: { signIn: ada } });
    expect(await writerOf(store).signIn()).to.deep.equal({ type: 'done', value: ada });
    expect(store.state.viewer).to.equal(ada);
    expect([edge.count('open'), edge.count('list')]).to.deep.equal([2, 2]);
    await turns();
    expect(store.state.viewer, 'an answer that does not say who reads takes nothing back').to.equal(ada);
  });

  it('hands over the address of a sign-in page, and nothing has changed yet', async () => {
    const { edge, store } = await opened({ answers: { signIn: { redirect: '/sign-in' } } });
    const before = store.state;
    expect(await writerOf(store).signIn()).to.deep.equal({ type: 'done', value: { redirect: '/sign-in' } });
    expect(store.state).to.equal(before);
    expect(edge.count('open')).to.equal(1);
  });

  it('is one request however often it is asked for at once', async () => {
    const { edge, store } = await opened();
    const both = [writerOf(store).signIn(), writerOf(store).signIn()];
    (await edge.next('signIn')).answer(ada);
    await Promise.all(both);
    expect(edge.count('signIn')).to.equal(1);
  });

  it('leaves everything as it was when it fails, cannot be done, or answers with nothing', async () => {
    const cases = [
      [{ answers: { signIn: failing(offline) } }, 'network'],
      [{ without: ['signIn'] }, 'unsupported'],
      [{ answers: { signIn: () => undefined } }, 'bad-response'],
      [{ answers: { signIn: () => 'Ada' } }, 'bad-response'],
    ] as const;
    for (const [options, kind] of cases) {
      const { store } = await opened({ ...options, without: 'without' in options ? [...options.without] : [] });
      const before = store.state;
      const outcome = await writerOf(store).signIn();
      expect(outcome.type === 'failed' && outcome.error.kind).to.equal(kind);
      expect(store.state).to.equal(before);
    }
  });

  it('signs nobody in at the next discussion, in whichever turn after the answer that is opened', async () => {
    for (let turn = 0; turn < 12; turn++) {
      const { edge, store } = await opened();
      const outcome = writerOf(store).signIn();
      (await edge.next('signIn')).answer(ada);
      await turns(turn);
      store.open(edge.adapter, elsewhere);
      await outcome;
      expect(store.state.viewer, `after ${turn} turns`).to.deep.equal({ state: 'unknown' });
      store.close();
    }
  });
});

describe('signing out', () => {
  it('shows nobody and asks for everything again', async () => {
    const { edge, store } = await opened({ answers: { signIn: ada, signOut: () => undefined } });
    await writerOf(store).signIn();
    expect((await writerOf(store).signOut()).type).to.equal('done');
    expect(store.state.viewer).to.deep.equal(anonymous);
    expect(edge.count('open')).to.equal(3);
  });

  it('does not claim what failed or cannot be done', async () => {
    for (const options of [
      { answers: { signIn: ada, signOut: failing(offline) } },
      { answers: { signIn: ada }, without: ['signOut' as const] },
    ]) {
      const { store } = await opened(options);
      await writerOf(store).signIn();
      expect((await writerOf(store).signOut()).type).to.equal('failed');
      expect(store.state.viewer).to.equal(ada);
    }
  });
});
