import { expect } from 'chai';
import { memoryAdapter, type MemoryOptions } from '../../../src/adapters/memory.js';
import { AdapterError, type Posting } from '../../../src/model/adapter.js';
import { all, call, comment, discussion, draft, failure, listIds } from '../../support/adapter-fixture.js';
import { adapterAt } from './adapter-at.js';

const me = { id: 'me', name: 'Me' };
const signedIn = { state: 'signed-in', author: me } as const;
const { key } = discussion;

describe('posting to the memory adapter', () => {
  it('publishes a comment and lists it', async () => {
    const { adapter, submit } = adapterAt('2013-06-07T10:54:00Z', { viewer: signedIn });
    const result = await submit(draft({ body: ' Two\nlines ' }), call);
    expect(result).to.deep.equal({
      outcome: 'published',
      comment: {
        id: 'c1',
        parentId: null,
        author: me,
        body: { format: 'text', value: ' Two\nlines ' },
        createdAt: '2013-06-07T10:54:00.000Z',
        status: 'visible',
        revision: '1',
        votes: { up: 0, mine: 0 },
        can: { reply: true, report: false, edit: true, remove: true, vote: false, pin: false },
        source: ' Two\nlines ',
        editableUntil: '2013-06-07T10:59:00.000Z',
      },
    });
    const page = await adapter.list({ discussion, sort: 'oldest', limit: 25 }, call);
    expect(page.items).to.deep.equal([result.comment]);
    expect(page.total).to.equal(1);
    expect(adapter.posted(key).map(({ id }) => id)).to.deep.equal(['c1']);
  });

  it('never reuses the id of a comment', async () => {
    const adapter = memoryAdapter({ comments: [comment('c1'), comment('c2')] });
    await adapter.submit?.(draft(), call);
    await adapter.submit?.(draft(), call);
    expect(new Set(await listIds(adapter)).size).to.equal(4);
  });

  it('gives the body the format that the features name', async () => {
    const { submit } = all(memoryAdapter({ features: { input: 'markdown' } }));
    expect((await submit(draft({ body: '*x*' }), call)).comment?.body).to.deep.equal({
      format: 'markdown',
      value: '*x*',
    });
  });

  it('shows the name and website of a guest, and never the email address', async () => {
    const { adapter, submit } = adapterAt('2013-06-07T10:54:00Z');
    const guest = { name: ' Ada ', email: 'ada@example.com', website: 'https://ada.example' };
    const { comment: posted } = await submit(draft({ guest }), call);
    expect(posted?.author).to.deep.equal({ name: 'Ada', url: 'https://ada.example', badges: ['guest'] });
    expect(JSON.stringify([posted, adapter.posted(key)])).not.to.contain('ada@example.com');
    expect((await submit(draft(), call)).comment?.author, 'without a name').to.equal(null);
  });

  describe('once for each intent', () => {
    it('returns the first result for the same key, even for simultaneous calls', async () => {
      const { adapter, submit } = adapterAt('2013-06-07T10:54:00Z');
      const intent = draft();
      const [first, second] = await Promise.all([submit(intent, call), submit(intent, call)]);
      expect(second).to.deep.equal(first);
      expect(await submit({ ...intent, body: 'Changed' }, call)).to.deep.equal(first);
      expect(adapter.posted(key)).to.have.length(1);
    });

    it('returns the first result after the discussion has closed', async () => {
      const { adapter, submit } = adapterAt('2013-06-07T10:54:00Z');
      const intent = draft();
      await submit(intent, call);
      adapter.close(key);
      expect((await submit(intent, call)).outcome).to.equal('published');
      await failure(submit(draft(), call), 'closed');
    });

    it('returns a rejection again, with its reason', async () => {
      const { adapter, submit } = adapterAt('2013-06-07T10:54:00Z', {
        moderate: () => ({ outcome: 'rejected', reason: 'No links.' }),
      });
      const intent = draft();
      const rejected = { outcome: 'rejected', reason: 'No links.' };
      expect(await submit(intent, call)).to.deep.equal(rejected);
      expect(await submit(intent, call)).to.deep.equal(rejected);
      expect(await listIds(adapter)).to.be.empty;
      expect(adapter.posted(key)).to.be.empty;
    });

    it('refuses or stores the same key twice if the features say so', async () => {
      const intent = draft();
      const detecting = all(memoryAdapter({ features: { idempotency: 'detects-duplicates' } }));
      await detecting.submit(intent, call);
      await failure(detecting.submit(intent, call), 'duplicate', { stored: 'no' });
      const forgetful = memoryAdapter({ features: { idempotency: 'none' } });
      await forgetful.submit?.(intent, call);
      await forgetful.submit?.(intent, call);
      expect(forgetful.posted(key)).to.have.length(2);
    });
  });

  describe('moderation', () => {
    it('holds every comment of a premoderated discussion', async () => {
      const { submit } = all(memoryAdapter({ info: { posting: { premoderated: true } } }));
      expect(await submit(draft(), call)).to.deep.include({ outcome: 'pending' });
    });

    it('lists a held comment for its author only', async () => {
      const adapter = memoryAdapter({
        viewer: signedIn,
        account: { id: 'other', name: 'Other' },
        moderate: () => ({ outcome: 'pending' }),
      });
      const { submit, signIn, signOut, open } = all(adapter);
      const { comment: held } = await submit(draft(), call);
      expect(held?.status).to.equal('pending');
      expect(held?.can).to.include({ reply: false, report: false, vote: false, edit: true, remove: true });
      expect(await listIds(adapter)).to.deep.equal(['c1']);
      expect((await open(discussion, call)).total, 'others do not see it').to.equal(0);
      await signOut(call);
      expect(await listIds(adapter)).to.be.empty;
      await signIn(call);
      expect(await listIds(adapter)).to.be.empty;
    });

    it('lists the held comment of a guest for that guest', async () => {
      const adapter = memoryAdapter({ moderate: () => ({ outcome: 'pending' }), account: me });
      await adapter.submit?.(draft(), call);
      expect(await listIds(adapter)).to.deep.equal(['c1']);
      await adapter.signIn?.(call);
      expect(await listIds(adapter)).to.be.empty;
    });

    it('accepts a comment as invisible', async () => {
      const { adapter, submit } = adapterAt('2013-06-07T10:54:00Z', { moderate: () => ({ outcome: 'invisible' }) });
      expect(await submit(draft(), call)).to.deep.equal({ outcome: 'invisible' });
      expect(await listIds(adapter)).to.be.empty;
      expect(adapter.posted(key)).to.have.length(1);
    });

    it('asks for confirmation, and accepts the confirmed draft', async () => {
      const challenge = { type: 'reconsider', token: 'sure' } as const;
      const { adapter, submit } = adapterAt('2013-06-07T10:54:00Z', {
        moderate({ confirm }) {
          if (confirm === 'sure') return { outcome: 'published' };
          throw new AdapterError('confirm', 'Are you sure?', { stored: 'no', challenge });
        },
      });
      const intent = draft();
      await failure(submit(intent, call), 'confirm', { challenge });
      expect(adapter.posted(key)).to.be.empty;
      expect((await submit({ ...intent, confirm: 'sure' }, call)).outcome).to.equal('published');
    });
  });

  describe('replies', () => {
    it('lists a reply after its parent', async () => {
      const adapter = memoryAdapter({ comments: [comment('a'), comment('b')] });
      await adapter.submit?.(draft({ parentId: 'a' }), call);
      expect(await listIds(adapter)).to.deep.equal(['a', 'c1', 'b']);
    });

    it('refuses a reply whose parent is missing, a tombstone or not public', async () => {
      const comments = [
        comment('deleted', { status: 'deleted' }),
        comment('held', { status: 'pending' }),
        comment('a'),
      ];
      const adapter = memoryAdapter({ comments });
      adapter.drop(key, 'a');
      for (const parentId of ['nowhere', 'deleted', 'held', 'a'])
        await failure(adapter.submit?.(draft({ parentId }), call), 'parent-gone');
      expect(adapter.posted(key)).to.be.empty;
    });

    it('moves a reply up to the deepest allowed level, and names the person replied to', async () => {
      const comments = [
        comment('a'),
        comment('a1', { parentId: 'a' }),
        comment('a1x', { parentId: 'a1', author: { name: 'Bea' } }),
      ];
      const parentOf = async (features: MemoryOptions['features'], parentId = 'a1x') => {
        const { submit } = all(memoryAdapter({ comments, features: features ?? {} }));
        const { comment: posted } = await submit(draft({ parentId }), call);
        return [posted?.parentId, posted?.replyTo];
      };
      const replyTo = { id: 'a1x', name: 'Bea' };
      expect(await parentOf({})).to.deep.equal(['a1x', undefined]);
      expect(await parentOf({ maxDepth: 3 })).to.deep.equal(['a1x', undefined]);
      expect(await parentOf({ maxDepth: 2 })).to.deep.equal(['a1', replyTo]);
      expect(await parentOf({ nesting: 'one-level' })).to.deep.equal(['a', replyTo]);
      expect(await parentOf({ nesting: 'one-level' }, 'a')).to.deep.equal(['a', undefined]);
      expect(await parentOf({ nesting: 'flat' })).to.deep.equal([null, replyTo]);
    });
  });

  describe('the posting rules', () => {
    const refused = (posting: Posting, fields: Parameters<typeof draft>[0], options: MemoryOptions = {}) =>
      memoryAdapter({ info: { posting }, ...options }).submit?.(draft(fields), call);

    it('refuses a text that is empty, too short or too long', async () => {
      await failure(refused({}, { body: ' \n ' }), 'invalid', { field: 'body', stored: 'no' });
      await failure(refused({ min: 5 }, { body: '  four  ' }), 'invalid', { field: 'body' });
      await failure(refused({ max: { value: 3, unit: 'chars' } }, { body: 'four' }), 'too-long', {
        field: 'body',
        stored: 'no',
      });
    });

    it('measures a text without white space at its ends, as the section does', async () => {
      expect((await refused({ max: { value: 4, unit: 'chars' } }, { body: ' four\n' }))?.outcome).to.equal('published');
    });

    it('limits a guest’s name to 60 characters as a reader sees them', async () => {
      const named = (name: string) => refused({}, { guest: { name } });
      expect((await named('👩‍👩‍👧'.repeat(60)))?.outcome).to.equal('published');
      await failure(named('x'.repeat(61)), 'invalid', { field: 'name', stored: 'no' });
    });

    it('counts the length of a text in the given unit', async () => {
      const family = '👩‍👩‍👧';
      const outcome = async (value: number, unit: 'chars' | 'bytes' | 'graphemes') =>
        (await refused({ max: { value, unit } }, { body: family }))?.outcome;
      expect(await outcome(1, 'graphemes')).to.equal('published');
      expect(await outcome(8, 'chars')).to.equal('published');
      await failure(outcome(7, 'chars'), 'too-long');
      expect(await outcome(18, 'bytes')).to.equal('published');
      await failure(outcome(17, 'bytes'), 'too-long');
    });

    it('requires valid guest fields, and only of guests', async () => {
      const posting: Posting = {
        guest: { name: { required: true }, email: { required: true }, website: { required: false } },
      };
      await failure(refused(posting, {}), 'invalid', { field: 'name' });
      await failure(refused(posting, { guest: { name: '  ', email: 'a@b' } }), 'invalid', { field: 'name' });
      await failure(refused(posting, { guest: { name: 'Ada' } }), 'invalid', { field: 'email' });
      await failure(refused(posting, { guest: { name: 'Ada', email: 'ada' } }), 'invalid', { field: 'email' });
      await failure(
        refused(posting, { guest: { name: 'Ada', email: 'a@b', website: 'javascript:alert(1)' } }),
        'invalid',
        {
          field: 'website',
        },
      );
      expect((await refused(posting, { guest: { name: 'Ada', email: 'a@b' } }))?.outcome).to.equal('published');
      expect((await refused(posting, {}, { viewer: signedIn }))?.outcome).to.equal('published');
    });

    it('may require a signed-in viewer', async () => {
      const adapter = memoryAdapter({ info: { posting: { who: 'signed-in' } }, account: me });
      const intent = draft();
      await failure(adapter.submit?.(intent, call), 'sign-in-required', { stored: 'no' });
      await adapter.signIn?.(call);
      expect((await adapter.submit?.(intent, call))?.comment?.author).to.deep.equal(me);
    });

    it('refuses a viewer who may not post, with the message of the backend', async () => {
      const banned = await failure(refused({ refusal: { reason: 'banned', message: 'Until Monday.' } }, {}), 'blocked');
      expect(banned.message).to.equal('Until Monday.');
      await failure(refused({ refusal: { reason: 'not-a-member' } }, {}), 'forbidden', { code: 'not-a-member' });
    });
  });
});
