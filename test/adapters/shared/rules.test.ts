import { expect } from 'chai';
import { enforceRules, requireText, type RuleOptions } from '../../../src/adapter-kit.js';
import {
  AdapterError,
  type Comment,
  type CommentsAdapter,
  type ErrorKind,
  type Viewer,
} from '../../../src/model/adapter.js';
import { all, call, comment, discussion, draft, failure, NO_MESSAGE } from '../../support/adapter-fixture.js';

const ada: Viewer = { state: 'signed-in', author: { id: 'ada', name: 'Ada' } };
const own = comment('own', { author: { id: 'ada', name: 'Ada' } });
const foreign = comment('foreign', { author: { id: 'bo', name: 'Bo' } });
const stored: readonly Comment[] = [
  own,
  foreign,
  comment('deleted', { status: 'deleted' }),
  comment('hidden', { status: 'hidden' }),
];

interface Behaviour extends RuleOptions {
  /** The kind with which the backend answers every call that changes something. */
  readonly refuses?: ErrorKind;
  readonly viewer?: Viewer;
  readonly without?: 'get';
}

/** A backend that checks nothing itself, or refuses everything. */
async function ruled({ refuses, viewer = ada, without, ...options }: Behaviour = {}) {
  const calls: string[] = [];
  const change =
    <T>(name: string, result: T) =>
    async (): Promise<T> => {
      calls.push(name);
      if (refuses) throw new AdapterError(refuses, 'The backend said so.');
      return result;
    };
  const backend: CommentsAdapter = {
    open: async () => ({ state: 'open', viewer }),
    list: async () => ({ items: [...stored] }),
    async get(_, id) {
      calls.push(`get ${id}`);
      const found = stored.find((one) => one.id === id);
      if (found) return found;
      throw new AdapterError('not-found');
    },
    submit: change('submit', { outcome: 'published' }),
    edit: change('edit', own),
    remove: change('remove', { effect: 'gone' }),
    vote: change('vote', {}),
    report: change('report', {}),
    setToken: () => undefined,
  };
  if (without) delete backend.get;
  const adapter = all(enforceRules(backend, options));
  await adapter.open(discussion, call);
  return { adapter, calls };
}

describe('the rules that an adapter can add', () => {
  it('refuses a blank text before it is sent', async () => {
    const { adapter, calls } = await ruled();
    await failure(adapter.submit(draft({ body: ' \n' }), call), 'invalid', { field: 'body' });
    await failure(adapter.edit(discussion, { id: 'own', body: '' }, call), 'invalid', { field: 'body' });
    expect(calls).to.deep.equal([]);
    expect(requireText(' a\0b ')).to.equal(' ab ');
  });

  it('refuses the draft of another viewer', async () => {
    const { adapter, calls } = await ruled();
    await failure(adapter.submit(draft({ authorId: 'bo' }), call), 'session-expired', {}, NO_MESSAGE);
    expect(calls).to.deep.equal([]);
    expect(await adapter.submit(draft({ authorId: 'ada' }), call)).to.deep.equal({ outcome: 'published' });
    adapter.setToken('bo');
    expect(await adapter.submit(draft({ authorId: 'bo' }), call), 'nobody known yet').to.deep.equal({
      outcome: 'published',
    });
  });

  it('refuses a downvote where the backend has only likes', async () => {
    const { adapter, calls } = await ruled();
    await failure(adapter.vote(discussion, { id: 'foreign', value: -1 }, call), 'unsupported', {}, NO_MESSAGE);
    expect(calls).to.deep.equal([]);
  });

  it('requests nothing more if the backend carries out the call', async () => {
    const { adapter, calls } = await ruled();
    await adapter.submit(draft({ parentId: 'own' }), call);
    await adapter.edit(discussion, { id: 'own', body: 'New' }, call);
    await adapter.vote(discussion, { id: 'foreign', value: 1 }, call);
    expect(calls).to.deep.equal(['submit', 'edit', 'vote']);
  });

  it('loads the comment first for the methods that the backend does not check', async () => {
    const { adapter, calls } = await ruled({ loadFirst: ['submit', 'remove', 'vote'] });
    for (const parentId of ['unknown', 'deleted', 'hidden'])
      await failure(adapter.submit(draft({ parentId }), call), 'parent-gone', {}, NO_MESSAGE);
    await failure(adapter.remove(discussion, 'foreign', call), 'forbidden', {}, NO_MESSAGE);
    await failure(adapter.vote(discussion, { id: 'unknown', value: 1 }, call), 'not-found', {}, NO_MESSAGE);
    expect(calls).to.deep.equal(['get unknown', 'get deleted', 'get hidden', 'get foreign', 'get unknown']);
    await adapter.submit(draft({ parentId: 'own' }), call);
    await adapter.remove(discussion, 'own', call);
    await adapter.submit(draft(), call);
    expect(calls.slice(5)).to.deep.equal(['get own', 'submit', 'get own', 'remove', 'submit']);
  });

  for (const refuses of ['forbidden', 'not-found', 'invalid', 'unavailable', 'bad-response'] as const)
    it(`finds out what the backend means by ${refuses}`, async () => {
      const { adapter } = await ruled({ refuses });
      await failure(adapter.submit(draft({ parentId: 'unknown' }), call), 'parent-gone', {}, NO_MESSAGE);
      await failure(adapter.edit(discussion, { id: 'unknown', body: 'x' }, call), 'not-found', {}, NO_MESSAGE);
      await failure(adapter.edit(discussion, { id: 'foreign', body: 'x' }, call), 'forbidden', {}, NO_MESSAGE);
      await failure(adapter.remove(discussion, 'foreign', call), 'forbidden', {}, NO_MESSAGE);
      await failure(adapter.report(discussion, { id: 'deleted', reason: 'spam' }, call), 'not-found', {}, NO_MESSAGE);
      // Neither unknown nor another person's.
      await failure(adapter.remove(discussion, 'own', call), refuses, {}, /The backend said so/);
      await failure(adapter.report(discussion, { id: 'foreign', reason: 'spam' }, call), refuses);
      await failure(adapter.submit(draft(), call), refuses);
    });

  it('leaves clear errors of the backend as they are', async () => {
    const { adapter, calls } = await ruled({ refuses: 'closed' });
    await failure(adapter.edit(discussion, { id: 'foreign', body: 'x' }, call), 'closed');
    expect(calls).to.deep.equal(['edit']);
  });

  it('passes on the error of the call if the comment cannot be loaded', async () => {
    const find = () => Promise.reject(new AdapterError('network'));
    await failure((await ruled({ refuses: 'invalid', find })).adapter.remove(discussion, 'own', call), 'invalid');
    await failure(
      (await ruled({ refuses: 'invalid', without: 'get' })).adapter.remove(discussion, 'own', call),
      'invalid',
    );
  });

  it('lets moderators, and viewers whom the backend permits, remove the comments of others', async () => {
    const moderator = await ruled({ viewer: { ...ada, moderator: true }, loadFirst: ['remove'] });
    expect(await moderator.adapter.remove(discussion, 'foreign', call)).to.deep.equal({ effect: 'gone' });
    const find = async () => ({ ...foreign, can: { remove: true } });
    const allowed = await ruled({ find, loadFirst: ['remove'] });
    expect(await allowed.adapter.remove(discussion, 'foreign', call)).to.deep.equal({ effect: 'gone' });
  });

  it('adds no methods to an adapter', async () => {
    const { open, list } = (await ruled()).adapter;
    expect(Object.keys(enforceRules({ open, list }))).to.deep.equal(['open', 'list']);
  });
});
