import { expect } from 'chai';
import { blueskyAdapter, type BlueskyOptions, type BlueskySession } from '../../../src/adapters/bluesky.js';
import { findLinks } from '../../../src/adapters/bluesky/post-reply.js';
import { recordKey } from '../../../src/adapters/bluesky/record-key.js';
import { AdapterError, type CommentsAdapter, type DiscussionRef, type Draft } from '../../../src/model/adapter.js';
import {
  ADA,
  BOB,
  cut,
  deleted,
  invalidToken,
  node,
  noRecord,
  post,
  posts,
  profile,
  record,
  reported,
  ROOT,
  root,
  stored,
  storedBefore,
  thread,
  threadgate,
  uriOf,
} from './fixture.js';
import { all, call, failure, NO_MESSAGE } from '../../support/adapter-fixture.js';
import { type Exchange, replayedFetch } from '../../support/replayed-fetch.js';

const discussion: DiscussionRef = { key: ROOT, url: 'https://news.example/42' };
const session: BlueskySession = { did: BOB, service: 'https://pds.example', accessJwt: 'token' };
const draft = (fields: Partial<Draft> = {}): Draft => ({
  discussion,
  parentId: null,
  body: 'Hello',
  submitKey: 'one',
  ...fields,
});

function writing(exchanges: readonly Exchange[], options: BlueskyOptions = {}) {
  const { fetch, sent } = replayedFetch(...exchanges);
  const adapter: Required<CommentsAdapter> = all(blueskyAdapter({ fetch, session, ...options }));
  /** The sent requests that write. */
  const written = () => sent.filter(({ request }) => request.startsWith('POST'));
  return { adapter, sent, written };
}

const open = thread(cut(root({ viewer: { replyDisabled: false } })));
const closed = thread(cut(root({ viewer: { replyDisabled: true } })), threadgate({ allow: [] }));
const putPath = 'POST /xrpc/com.atproto.repo.putRecord';

describe('the Bluesky adapter with an account', () => {
  it('recognises the viewer and their likes, and reads through their server', async () => {
    const liked = post({
      name: 'a',
      view: { likeCount: 1, viewer: { like: `at://${BOB}/app.bsky.feed.like/3n`, replyDisabled: true } },
    });
    const { adapter, sent } = writing([thread(node(root(), node(liked))), profile]);
    const info = await adapter.open(discussion, call);
    expect(info).to.deep.equal({
      state: 'open',
      viewer: { state: 'signed-in', author: { id: BOB, name: 'Bob', url: `https://bsky.app/profile/${BOB}` } },
      posting: { who: 'signed-in', max: { value: 300, unit: 'graphemes' } },
    });
    const { items } = await adapter.list({ discussion, sort: 'oldest', limit: 25 }, call);
    expect(items[0]).to.deep.include({ votes: { up: 1, mine: 1 }, can: { reply: false } });
    expect(new Set(sent.map(({ url }) => url.origin))).to.deep.equal(new Set(['https://pds.example']));
    expect(sent[0]?.headers.get('authorization')).to.equal('Bearer token');
  });

  it('opens if the AppView does not know the account yet', async () => {
    const unknown: Exchange = {
      request: profile.request,
      status: 400,
      body: { error: 'InvalidRequest', message: 'Profile not found' },
    };
    const { adapter } = writing([open, unknown]);
    expect((await adapter.open(discussion, call)).viewer).to.deep.equal({
      state: 'signed-in',
      author: { id: BOB, name: BOB },
    });
  });

  it('is closed if no account may reply, open for the root author, and refuses readers whom the thread rules exclude', async () => {
    const state = async (exchange: Exchange) => writing([exchange, profile]).adapter.open(discussion, call);
    expect((await state(closed)).state).to.equal('closed');
    expect(
      (await state(thread(cut(root({ viewer: { replyDisabled: false } })), threadgate({ allow: [] })))).state,
    ).to.equal('open');
    const some = await state(thread(cut(root({ viewer: { replyDisabled: true } })), threadgate({ allow: [{}] })));
    expect(some.state).to.equal('open');
    expect(some.posting?.refusal).to.deep.equal({
      reason: 'other',
      href: `https://bsky.app/profile/${ADA}/post/3n33jwjght22t`,
    });
  });

  it('writes a reply under a key derived from the submit key', async () => {
    const { adapter, written } = writing([open, profile, posts(post({ name: 'parent' })), stored('new')]);
    await adapter.open(discussion, call);
    const parentId = uriOf(BOB, 'parent');
    const { outcome, comment } = await adapter.submit(draft({ parentId, body: 'See https://example.com/.' }), call);
    expect(outcome).to.equal('published');
    expect(comment).to.deep.include({
      id: uriOf(BOB, 'new'),
      parentId,
      author: { id: BOB, name: 'Bob', url: `https://bsky.app/profile/${BOB}` },
      body: { format: 'text', value: 'See https://example.com/.' },
    });
    const { cid } = root();
    expect(written()).to.have.length(1);
    expect(written()[0]?.request).to.equal(putPath);
    expect(written()[0]?.body).to.deep.equal({
      repo: BOB,
      collection: 'app.bsky.feed.post',
      rkey: recordKey('one'),
      swapRecord: null,
      record: {
        $type: 'app.bsky.feed.post',
        text: 'See https://example.com/.',
        facets: [
          {
            index: { byteStart: 4, byteEnd: 24 },
            features: [{ $type: 'app.bsky.richtext.facet#link', uri: 'https://example.com/' }],
          },
        ],
        reply: { root: { uri: ROOT, cid }, parent: { uri: parentId, cid } },
        createdAt: comment?.createdAt,
      },
    });
  });

  it('links whole addresses, with the brackets that they open, and without the quotation marks around them', () => {
    const found = (text: string): unknown => findLinks(text).map(({ features }) => features[0]?.uri);
    const tower = 'https://example.com/wiki/Tower_(bridge_(old))';
    expect(found(`${tower}, (${tower})`)).to.deep.equal([tower, tower]);
    expect(found('„https://example.com/a“ https://example.com/b… It begins with https://.')).to.deep.equal([
      'https://example.com/a',
      'https://example.com/b',
    ]);
  });

  it('does not post a draft that the page shows as written by another account', async () => {
    const { adapter, sent } = writing([]);
    for (const authorId of [ADA, null])
      await failure(adapter.submit(draft({ authorId }), call), 'session-expired', {}, NO_MESSAGE);
    expect(sent).to.have.length(0);
  });

  it('keeps the root of a thread if the discussed post is itself a reply', async () => {
    const above = { uri: uriOf(ADA, 'above'), cid: 'bafy' };
    const discussed = { ...root({ viewer: { replyDisabled: false } }) };
    const reply = { root: above, parent: above };
    const { adapter, written } = writing([
      thread(cut({ ...discussed, record: { ...discussed.record, reply } })),
      stored('new'),
    ]);
    await adapter.submit(draft(), call);
    expect(written()[0]?.body).to.have.nested.property('record.reply.root').that.deep.equals(above);
  });

  it('returns the stored reply on a retry', async () => {
    const { adapter, written } = writing([open, storedBefore, record('new', 'Hello')]);
    const { outcome, comment } = await adapter.submit(draft(), call);
    expect(outcome).to.equal('published');
    expect(comment).to.deep.include({ id: uriOf(BOB, 'new'), createdAt: '2026-11-24T10:00:00.000Z' });
    expect(written()).to.have.length(1);
  });

  it('writes nothing to a closed thread, where the server would accept a reply that is never shown', async () => {
    const { adapter, written } = writing([closed, noRecord]);
    await failure(adapter.submit(draft(), call), 'closed');
    expect(written()).to.have.length(0);
  });

  it('reports an earlier reply as invisible if the thread rules exclude it', async () => {
    const own = post({ name: 'new' });
    const kept = writing([closed, record('new', 'Hello'), thread({ ...cut(own), parent: cut(root()) })]);
    expect((await kept.adapter.submit(draft(), call)).outcome).to.equal('published');
    const out = writing([closed, record('new', 'Hello'), thread(cut(own))]);
    expect((await out.adapter.submit(draft(), call)).outcome).to.equal('invisible');
    expect([...kept.written(), ...out.written()]).to.have.length(0);
  });

  it('writes no reply to a deleted post, nor between accounts that block each other', async () => {
    const gone = writing([open, posts()]);
    await failure(gone.adapter.submit(draft({ parentId: uriOf(ADA, 'x') }), call), 'parent-gone');
    const blocked = writing([thread({ $type: 'app.bsky.feed.defs#blockedPost', uri: ROOT, blocked: true })]);
    await failure(blocked.adapter.submit(draft(), call), 'blocked');
    expect([...gone.written(), ...blocked.written()]).to.have.length(0);
  });

  it('sends a write once, and does not rule out that it was stored', async () => {
    const { adapter, written } = writing([
      open,
      { request: putPath, status: 500, body: { error: 'InternalServerError', message: 'x' } },
    ]);
    const error = await failure(adapter.submit(draft(), call), 'unavailable');
    expect(error.info.stored).to.equal(undefined);
    expect(written()).to.have.length(1);
  });

  it('refuses an empty post, which Bluesky would accept', async () => {
    const { adapter, sent } = writing([]);
    await failure(adapter.submit(draft({ body: ' \n' }), call), 'invalid', { field: 'body' });
    expect(sent).to.have.length(0);
  });

  it('removes NUL characters, with which a post would never be shown', async () => {
    const { adapter, written } = writing([open, stored('new')]);
    await adapter.submit(draft({ body: 'before\0after' }), call);
    expect(written()[0]?.body).to.have.nested.property('record.text', 'beforeafter');
  });

  it('names the field that is too long', async () => {
    const message = 'Invalid app.bsky.feed.post record: grapheme too big (maximum 300, got 400) at $.record.text';
    const { adapter } = writing([open, { request: putPath, status: 400, body: { error: 'InvalidRequest', message } }]);
    await failure(adapter.submit(draft(), call), 'too-long', { field: 'body' });
  });

  it('likes under a key derived from the post, and removes likes of other clients', async () => {
    const like = `at://${BOB}/app.bsky.feed.like/`;
    const vote = async (value: 0 | 1, view: object) => {
      const { adapter, written } = writing([posts(post({ name: 'a', author: ADA, view })), stored('x'), deleted]);
      const votes = await adapter.vote(discussion, { id: uriOf(ADA, 'a'), value }, call);
      return {
        votes,
        written: written().map(({ request, body }) => [request.split('.').at(-1), (body as { rkey: string }).rkey]),
      };
    };
    const own = recordKey(uriOf(ADA, 'a'));
    expect(await vote(1, { likeCount: 2, viewer: {} })).to.deep.equal({
      votes: { up: 3, mine: 1 },
      written: [['putRecord', own]],
    });
    expect(await vote(1, { likeCount: 2, viewer: { like: `${like}other` } })).to.deep.equal({
      votes: { up: 2, mine: 1 },
      written: [],
    });
    expect(await vote(0, { likeCount: 2, viewer: { like: like + own } })).to.deep.equal({
      votes: { up: 1, mine: 0 },
      written: [['deleteRecord', own]],
    });
    expect(await vote(0, { likeCount: 1, viewer: { like: `${like}other` } })).to.deep.equal({
      votes: { up: 0, mine: 0 },
      written: [
        ['deleteRecord', own],
        ['deleteRecord', 'other'],
      ],
    });
    const again = writing([posts(post({ name: 'a' })), storedBefore]);
    expect(await again.adapter.vote(discussion, { id: uriOf(BOB, 'a'), value: 1 }, call)).to.deep.equal({
      up: 1,
      mine: 1,
    });
  });

  it('reports with the closest of Bluesky’s reasons', async () => {
    const reasonOf = async (reason: string) => {
      const { adapter, written } = writing([posts(post({ name: 'a' })), reported]);
      expect(await adapter.report(discussion, { id: uriOf(BOB, 'a'), reason, detail: 'x' }, call)).to.deep.equal({
        reference: '3',
      });
      const { reasonType, subject } = written()[0]?.body as { reasonType: string; subject: object };
      expect(subject).to.deep.equal({ $type: 'com.atproto.repo.strongRef', uri: uriOf(BOB, 'a'), cid: root().cid });
      return reasonType;
    };
    const defs = 'com.atproto.moderation.defs#reason';
    expect(await reasonOf('abuse')).to.equal(`${defs}Rude`);
    expect(await reasonOf('spam')).to.equal(`${defs}Spam`);
    expect(await reasonOf('illegal')).to.equal(`${defs}Violation`);
    expect(await reasonOf('toString')).to.equal(`${defs}Other`);
    await failure(
      writing([posts()]).adapter.report(discussion, { id: uriOf(BOB, 'a'), reason: 'spam' }, call),
      'not-found',
    );
  });

  it('deletes only posts of the account', async () => {
    const { adapter, written } = writing([record('a', 'Hello'), deleted]);
    expect(await adapter.remove(discussion, uriOf(BOB, 'a'), call)).to.deep.equal({ effect: 'subtree' });
    await failure(adapter.remove(discussion, uriOf(ADA, 'a'), call), 'forbidden');
    await failure(adapter.remove(discussion, 'no-such-comment', call), 'not-found');
    await failure(writing([noRecord]).adapter.remove(discussion, uriOf(BOB, 'a'), call), 'not-found');
    expect(written().map(({ body }) => body)).to.deep.equal([
      { repo: BOB, collection: 'app.bsky.feed.post', rkey: 'a' },
    ]);
  });

  it('keeps reading when the session has expired, and refuses to write', async () => {
    const path = 'GET /xrpc/app.bsky.feed.getPostThread';
    const ended = () => writing([invalidToken(path), thread(node(root(), node(post({ name: 'a' }))))]);
    const { adapter, sent } = ended();
    expect((await adapter.list({ discussion, sort: 'oldest', limit: 25 }, call)).items).to.have.length(1);
    expect(sent.map(({ url }) => url.origin)).to.deep.equal(['https://pds.example', 'https://public.api.bsky.app']);
    await failure(ended().adapter.submit(draft(), call), 'session-expired');
  });
});

describe('the session of a Bluesky account', () => {
  it('sends its requests itself if it has a fetch handler', async () => {
    const { fetch, sent } = replayedFetch(open, profile);
    const paths: string[] = [];
    const fetchHandler = (path: string, init?: RequestInit): Promise<Response> => {
      paths.push(path.replace(/\?.*/, ''));
      return fetch(`https://pds.example${path}`, init);
    };
    const adapter = blueskyAdapter({ session: { did: BOB, fetchHandler } });
    expect((await adapter.open(discussion, call)).viewer?.state).to.equal('signed-in');
    expect(paths.sort()).to.deep.equal(['/xrpc/app.bsky.actor.getProfile', '/xrpc/app.bsky.feed.getPostThread']);
    expect(sent[0]?.headers.get('authorization')).to.equal(null);
  });

  it('has expired when its OAuth client throws a token error', async () => {
    const revoked = Object.assign(new Error('The session was deleted'), { name: 'TokenRevokedError' });
    const { fetch } = replayedFetch(open);
    const adapter = all(blueskyAdapter({ fetch, session: { did: BOB, fetchHandler: () => Promise.reject(revoked) } }));
    expect((await adapter.open(discussion, call)).viewer).to.deep.equal({ state: 'anonymous' });
    await failure(adapter.remove(discussion, uriOf(BOB, 'a'), call), 'session-expired', {}, NO_MESSAGE);
  });

  it('starts when the page signs the reader in', async () => {
    const { adapter } = writing([open, profile, posts(post({ name: 'a' })), stored('x')], {
      session: undefined,
      signIn: () => Promise.resolve(session),
    });
    const info = await adapter.open(discussion, call);
    expect(info.viewer).to.deep.equal({ state: 'anonymous' });
    expect(info.posting).to.deep.equal({ who: 'signed-in', max: { value: 300, unit: 'graphemes' } });
    await failure(adapter.submit(draft(), call), 'sign-in-required');
    expect(await adapter.signIn(call)).to.have.nested.property('author.name', 'Bob');
    expect((await adapter.submit(draft(), call)).outcome).to.equal('published');
  });

  it('times out, whether the server or its OAuth client is silent', async () => {
    const silent = () => new Promise<never>(() => {});
    const timeout = { read: 10, write: 10 };
    const reader = blueskyAdapter({ fetch: silent, timeout });
    await failure(reader.list({ discussion, sort: 'oldest', limit: 25 }, call), 'timeout');
    const { adapter } = writing([], { session: { did: BOB, fetchHandler: silent }, timeout });
    expect((await failure(adapter.submit(draft(), call), 'timeout')).info.stored).not.to.equal('no');
  });

  it('keeps the name of the account while its profile is loaded again', async () => {
    const replayed = replayedFetch(open, profile, posts(post({ name: 'a' })), stored('x'));
    let isSilent = false;
    const line: typeof fetch = (address, init) =>
      isSilent && (address as string).includes('getProfile') ? new Promise(() => {}) : replayed.fetch(address, init);
    const adapter = all(blueskyAdapter({ signIn: () => Promise.resolve(session), fetch: line }));
    await adapter.signIn(call);
    isSilent = true;
    void adapter.open(discussion, call);
    expect((await adapter.submit(draft(), call)).comment?.author?.name).to.equal('Bob');
  });

  it('may start on another page, or fail to start', async () => {
    const redirect = { redirect: '/sign-in' };
    const away = all(blueskyAdapter({ signIn: () => Promise.resolve(redirect) }));
    expect(await away.signIn(call)).to.equal(redirect);
    const failing = (reason: Error) => all(blueskyAdapter({ signIn: () => Promise.reject(reason) })).signIn(call);
    const closed = new AdapterError('sign-in-required', 'You have closed the window.');
    expect(await failure(failing(closed), 'sign-in-required')).to.equal(closed);
    const { message, info } = await failure(failing(new SyntaxError('Unexpected token <')), 'sign-in-required');
    expect(message).to.equal('signIn() threw SyntaxError: Unexpected token <');
    expect(info.audience, 'not for readers').to.equal('developer');
  });
});

describe('recordKey', () => {
  const digits = '234567abcdefghijklmnopqrstuvwxyz';

  it('derives a different timestamp identifier of the past from each intent', () => {
    const keys = new Set<string>();
    for (let index = 0; index < 5000; index++) {
      const key = recordKey(`intent-${index}`);
      expect(key).to.match(/^[234567abcdefghij][2-7a-z]{12}$/);
      const microseconds = [...key].reduce((value, digit) => value * 32n + BigInt(digits.indexOf(digit)), 0n) >> 10n;
      expect(new Date(Number(microseconds / 1000n)).getUTCFullYear()).to.be.within(2005, 2023);
      keys.add(key);
    }
    expect(keys.size).to.equal(5000);
    expect(recordKey('intent-1')).to.equal(recordKey('intent-1'));
  });
});
