import { expect } from 'chai';
import { guardAdapter, isOfKind, orUndefined } from '../../../src/adapters/shared/errors.js';
import { AdapterError, type CommentsAdapter } from '../../../src/model/adapter.js';
import { call, discussion, failure } from '../../support/adapter-fixture.js';
import { abortableCall } from '../../support/http-edge.js';

const gone = new AdapterError('not-found');

it('distinguishes errors by their kinds', () => {
  expect(isOfKind(gone, 'forbidden', 'not-found')).to.equal(true);
  expect(isOfKind(gone, 'forbidden')).to.equal(false);
  expect(isOfKind(new TypeError('not-found'), 'not-found')).to.equal(false);
});

it('turns errors of the named kinds, and no others, into undefined', async () => {
  expect(await orUndefined(Promise.resolve(7), 'not-found')).to.equal(7);
  expect(await orUndefined(Promise.reject(gone), 'forbidden', 'not-found')).to.equal(undefined);
  expect(await settled(orUndefined(Promise.reject(gone), 'forbidden'))).to.equal(gone);
});

const guarded = (methods: Partial<CommentsAdapter>): Required<CommentsAdapter> =>
  guardAdapter({
    name: 'Example',
    open: async () => ({ state: 'open' }),
    list: async () => ({ items: [] }),
    ...methods,
  }) as Required<CommentsAdapter>;

const settled = (promise: Promise<unknown>): Promise<unknown> => promise.catch((thrown: unknown) => thrown);

describe('a guarded adapter', () => {
  it('passes arguments, results and adapter errors through, and has no other methods', async () => {
    const error = new AdapterError('closed', 'No more');
    const adapter = guarded({ source: async (_, id) => `text of ${id}`, signOut: () => Promise.reject(error) });
    expect(await adapter.source(discussion, '7', call)).to.equal('text of 7');
    expect(await settled(adapter.signOut(call))).to.equal(error);
    expect(Object.keys(adapter)).to.deep.equal(['name', 'open', 'list', 'source', 'signOut']);
  });

  it('passes on a token, which has no call', () => {
    const tokens: unknown[] = [];
    guarded({ setToken: (token) => void tokens.push(token) }).setToken(undefined);
    expect(tokens).to.deep.equal([undefined]);
  });

  it('turns any other error into a bad response, also one that is thrown at once', async () => {
    const cause = new TypeError('undefined is not iterable');
    const broken = () => {
      throw cause;
    };
    const { message } = await failure(guarded({ open: broken }).open(discussion, call), 'bad-response', { cause });
    expect(message).to.match(/^Example /);
  });

  it('does nothing with an aborted signal', async () => {
    const { call: aborted, abort, reason } = abortableCall();
    abort();
    let isStarted = false;
    const adapter = guarded({ signOut: async () => void (isStarted = true) });
    expect(await settled(adapter.signOut(aborted))).to.equal(reason);
    expect(isStarted).to.equal(false);
  });

  it('rejects with the reason of the signal at once, whatever arrives afterwards', async () => {
    const { call: aborted, abort, reason } = abortableCall();
    const waiting = guarded({ signOut: () => new Promise(() => {}) }).signOut(aborted);
    const failing = guarded({
      signOut: async () => {
        await Promise.resolve();
        throw new AdapterError('network');
      },
    }).signOut(aborted);
    abort();
    expect(await settled(waiting)).to.equal(reason);
    expect(await settled(failing)).to.equal(reason);
  });

  it('does not wrap methods that return no promise', () => {
    const subscribe = () => undefined;
    const onViewerChange = () => () => undefined;
    const adapter = guarded({ subscribe, onViewerChange });
    expect(adapter.subscribe).to.equal(subscribe);
    expect(adapter.onViewerChange).to.equal(onViewerChange);
  });
});
