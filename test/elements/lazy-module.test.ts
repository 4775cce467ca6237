import { expect } from '@open-wc/testing';
import { LazyModule, together } from '../../src/elements/lazy-module.js';
import { held } from '../support/fake-backend.js';
import { nextTask } from '../support/next-task.js';

/** A host that counts how often it is asked to draw. */
function createHost() {
  const drawn = { times: 0 };
  const host = {
    requestUpdate: () => void drawn.times++,
    updateComplete: Promise.resolve(true),
    addController: () => undefined,
    removeController: () => undefined,
  };
  return { host, drawn };
}

describe('a lazy module', () => {
  it('is fetched once, however often it is asked for', async () => {
    let fetches = 0;
    const module = new LazyModule(createHost().host, async () => ({ id: ++fetches }));
    const early = [module.load(), module.load()];
    expect(module.request()).to.equal(undefined);
    const loaded = await Promise.all([...early, module.load()]);
    expect(loaded.map((one) => one?.id)).to.deep.equal([1, 1, 1]);
    expect(module.request()?.id).to.equal(1);
  });

  it('draws its host when it comes, and when it cannot be fetched', async () => {
    const { host, drawn } = createHost();
    let attempts = 0;
    const module = new LazyModule(host, async () => {
      if (++attempts === 1) throw new TypeError('Failed to fetch dynamically imported module');
      return {};
    });
    expect(await module.load()).to.equal(undefined);
    expect([module.error?.kind, drawn.times]).to.deep.equal(['network', 1]);
    await module.load();
    expect([module.error, drawn.times]).to.deep.equal([undefined, 2]);
  });

  it('is ready once its host is rendered, also if the update failed', async () => {
    const { host } = createHost();
    const update = held<boolean>();
    const module = new LazyModule({ ...host, updateComplete: update.promise }, async () => ({ name: 'module' }));
    const loaded = module.load().catch((error: unknown) => error);
    await nextTask();
    expect([module.module, module.ready]).to.deep.equal([{ name: 'module' }, undefined]);
    const failure = new Error('The update failed.');
    update.fail(failure);
    expect(await loaded).to.equal(failure);
    expect(module.ready).to.deep.equal({ name: 'module' });
  });

  it('is not requested again by itself after a failure, only when someone loads it', async () => {
    let attempts = 0;
    const module = new LazyModule(createHost().host, async () => {
      if (++attempts === 1) throw new TypeError('Failed to fetch dynamically imported module');
      return { name: 'module' };
    });
    await module.load();
    expect(module.request()).to.equal(undefined);
    expect(attempts).to.equal(1);
    expect(await module.load()).to.deep.equal({ name: 'module' });
  });
});

describe('files that are loaded together', () => {
  it('resolves to the first of several files once all are loaded', async () => {
    let resolve = (_: string): void => undefined;
    const imported = new Promise<string>((done) => (resolve = done));
    let loaded: string | undefined;
    const both = together(Promise.resolve('file'), imported).then((file) => (loaded = file));
    await Promise.resolve();
    expect(loaded).to.equal(undefined);
    resolve('imported');
    expect(await both).to.equal('file');
  });

  it('fails if any of several files cannot be loaded', async () => {
    const failed = await together(Promise.resolve('file'), Promise.reject(new TypeError('Failed to fetch'))).catch(
      (error: unknown) => error,
    );
    expect(failed).to.be.instanceOf(TypeError);
  });
});
