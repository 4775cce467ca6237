import { expect } from 'chai';
import { failsWith, offline } from '../support/fake-backend.js';
import { ada, anonymous, elsewhere, opened, flushMicrotasks, writerOf } from '../support/fixtures.js';

describe('signing in', () => {
  it('shows the viewer and reloads everything', async () => {
    const { backend, store } = await opened({ responses: { signIn: ada } });
    expect(await writerOf(store).signIn()).to.deep.equal({ type: 'done', value: ada });
    expect(store.state.viewer).to.equal(ada);
    expect([backend.count('open'), backend.count('list')]).to.deep.equal([2, 2]);
    await flushMicrotasks();
    expect(store.state.viewer, 'kept by a response without a viewer').to.equal(ada);
  });

  it('returns the address of a sign-in page and changes nothing yet', async () => {
    const { backend, store } = await opened({ responses: { signIn: { redirect: '/sign-in' } } });
    const before = store.state;
    expect(await writerOf(store).signIn()).to.deep.equal({ type: 'done', value: { redirect: '/sign-in' } });
    expect(store.state).to.equal(before);
    expect(backend.count('open')).to.equal(1);
  });

  it('sends one request for a double click', async () => {
    const { backend, store } = await opened();
    const both = [writerOf(store).signIn(), writerOf(store).signIn()];
    (await backend.next('signIn')).respond(ada);
    await Promise.all(both);
    expect(backend.count('signIn')).to.equal(1);
  });

  it('changes nothing when it fails, is unsupported or gets a bad response', async () => {
    const cases = [
      [{ responses: { signIn: failsWith(offline) } }, 'network'],
      [{ without: ['signIn'] }, 'unsupported'],
      [{ responses: { signIn: () => undefined } }, 'bad-response'],
      [{ responses: { signIn: () => 'Ada' } }, 'bad-response'],
    ] as const;
    for (const [options, kind] of cases) {
      const { store } = await opened({ ...options, without: 'without' in options ? [...options.without] : [] });
      const before = store.state;
      const outcome = await writerOf(store).signIn();
      expect(outcome.type === 'failed' && outcome.error.kind).to.equal(kind);
      expect(store.state).to.equal(before);
    }
  });

  it('does not affect the next discussion, whenever after the response it is opened', async () => {
    for (let turn = 0; turn < 12; turn++) {
      const { backend, store } = await opened();
      const outcome = writerOf(store).signIn();
      (await backend.next('signIn')).respond(ada);
      await flushMicrotasks(turn);
      store.open(backend.adapter, elsewhere);
      await outcome;
      expect(store.state.viewer, `after ${turn} turns`).to.deep.equal({ state: 'unknown' });
      store.close();
    }
  });
});

describe('signing out', () => {
  it('shows an anonymous viewer and reloads everything', async () => {
    const { backend, store } = await opened({ responses: { signIn: ada, signOut: () => undefined } });
    await writerOf(store).signIn();
    expect((await writerOf(store).signOut()).type).to.equal('done');
    expect(store.state.viewer).to.deep.equal(anonymous);
    expect(backend.count('open')).to.equal(3);
  });

  it('changes nothing when it fails or is unsupported', async () => {
    for (const options of [
      { responses: { signIn: ada, signOut: failsWith(offline) } },
      { responses: { signIn: ada }, without: ['signOut' as const] },
    ]) {
      const { store } = await opened(options);
      await writerOf(store).signIn();
      expect((await writerOf(store).signOut()).type).to.equal('failed');
      expect(store.state.viewer).to.equal(ada);
    }
  });
});
