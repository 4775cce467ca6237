/** The Bluesky adapter against a local network: a personal data server and an AppView. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, describe, it } from 'node:test';
import { type BlueskyOptions, blueskyAdapter, type BlueskySession } from '../../../src/adapters/bluesky.js';
import { recordKey } from '../../../src/adapters/bluesky/record-key.js';
import type {
  Call,
  Comment,
  CommentPage,
  CommentsAdapter,
  DiscussionRef,
  Draft,
  ErrorKind,
  Sort,
} from '../../../src/model/adapter.js';
import { faultyFetch, type Stage } from '../../../src/conformance.js';
import { absentTools } from '../absent-tools.js';
import { declareOutcomes } from '../declare-outcomes.js';
import type { ExpectedOutcomes } from '../../conformance/expected-outcome.js';
import { eventually } from '../../support/eventually.js';
import { startBluesky, type Bluesky } from './bluesky-server.js';
import { startOrSkip } from '../servers/unavailable.js';

const { server, skip } = await startOrSkip(startBluesky);
after(() => server?.stop());

const call: Call = { signal: new AbortController().signal };
const bodies = (items: readonly Comment[]): readonly string[] => items.map(({ body }) => body.value);
const failsAs = (kind: ErrorKind) => (error: unknown) => {
  assert.equal((error as { kind: ErrorKind }).kind, kind, String(error));
  return true;
};

/** The body of a request to store or delete a record. */
interface RecordRequest {
  readonly repo: string;
  readonly collection: string;
  readonly rkey: string;
  readonly record?: { readonly subject?: { readonly uri: string } };
}

const OUTCOMES: ExpectedOutcomes = {
  broken: {
    'closed: rejects edits and votes': 'closed threads accept likes, and posts cannot be edited',
    'open: an unknown discussion is empty, not an error': 'a key must be the URL of a post',
    'report: repeating a key returns the first receipt': 'it takes no key, and every report is a new one',
  },
  notApplicable: {
    ...absentTools,
    get: 'posts are loaded with their thread',
    edit: 'posts cannot be edited',
    'permissions: only authors edit their comments': 'posts cannot be edited',
    restore: 'deletion is final',
    pin: 'replies cannot be pinned',
    setClosed: 'authors close their threads on Bluesky',
    subscribe: 'the event stream covers the whole network',
    token: 'the account is a session',
    'paging: stays consistent while comments are posted': 'threads are not paged',
    'paging: stays consistent while comments are removed': 'threads are not paged',
    'paging: rejects an invalid cursor with an AdapterError': 'threads are not paged',
    'replies: include one whose parent is gone': 'such replies drop out of the thread',
    'replies: list() pages through the replies to one comment': 'a thread has all replies',
    'replies: list() counts the replies to one comment': 'a thread has all replies',
    'replies: nest no deeper than features says': 'nesting is unlimited',
    'status: an unknown status becomes "hidden"': 'posts have no status',
    'status: only its author sees a held comment': 'nothing is held',
    'status: a premoderated discussion hides comments from others': 'nothing is held',
    'status: a rejected comment is not listed': 'there is no word filter',
    'submit: requires the guest fields it announces': 'only accounts can post',
    'viewer: a guest cannot take the id of a signed-in viewer': 'only accounts can post',
    'submit: asks guests to sign in where required':
      'without an account the section is read-only and links to the post',
    'submit: rejects a banned person with "blocked"': 'the test network bans no one; blocking is tested below',
    'submit: rejects a draft by an author who has signed out': 'without an account the section is read-only',
    'permissions: Comment.can is accurate': 'threads expose permissions only where their rules exclude the reader',
    'permissions: guests may not change the comments of others': 'threads expose no permissions to guests',
    'permissions: Comment.can is accurate for guests': 'threads expose no permissions to guests',
    'permissions: moderators remove any comment': 'moderation is a separate service',
    'text: names are plain text': 'only accounts can post',
    'vote: a final vote counts once and cannot change': 'votes can be taken back',
    'vote: a downvote replaces an upvote': 'there are no down-votes',
    'report: can be withdrawn': 'reports cannot be withdrawn',
    'viewer: changes on sign-in and sign-out': 'the page signs in; tested below',
    'viewer: signing out forgets a recognised guest': 'only accounts can post',
    'viewer: notifies listeners until they unsubscribe': 'the page signs in',
  },
};

/** Request time-out for silent connections, in milliseconds. On a busy machine a response may take longer. */
const TIME_LIMIT = 4000;

type Account = Awaited<ReturnType<Bluesky['createAccount']>>;
type Writing = CommentsAdapter & Required<Pick<CommentsAdapter, 'submit' | 'remove' | 'vote' | 'report' | 'counts'>>;

describe('bluesky', { skip }, async () => {
  if (!server) return;
  const { service, pds } = server;
  const [ada, bob, carol] = await Promise.all(['ada', 'bob', 'carol'].map((name) => server.createAccount(name)));
  assert.ok(ada && bob && carol);
  const sessionOf = ({ did, accessJwt }: Account): BlueskySession => ({ did, accessJwt, service: pds });
  const adapterOf = (account: Account, line: typeof fetch = fetch, timeout: BlueskyOptions['timeout'] = {}): Writing =>
    blueskyAdapter({ service, session: sessionOf(account), fetch: line, timeout }) as Writing;
  const anybody = blueskyAdapter({ service }) as Writing;
  const [asBob, asAda] = [adapterOf(bob), adapterOf(ada)];

  /** Creates a record like any other client. */
  async function write({ did, accessJwt }: Account, collection: string, record: object, rkey?: string) {
    const response = await fetch(`${pds}/xrpc/com.atproto.repo.createRecord`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${accessJwt}` },
      body: JSON.stringify({
        repo: did,
        collection,
        rkey,
        record: { $type: collection, createdAt: new Date().toISOString(), ...record },
      }),
    });
    assert.equal(response.status, 200, await response.clone().text());
    return (await response.json()) as { uri: string; cid: string };
  }

  /** Deletes Ada's record of a post in a collection. */
  async function erase(collection: string, post: { readonly uri: string }): Promise<void> {
    const response = await fetch(`${pds}/xrpc/com.atproto.repo.deleteRecord`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${ada!.accessJwt}` },
      body: JSON.stringify({ repo: ada!.did, collection, rkey: post.uri.split('/').pop() }),
    });
    assert.equal(response.status, 200);
  }

  /** Creates a post by Ada to discuss. */
  async function article(): Promise<DiscussionRef & { readonly ref: { uri: string; cid: string } }> {
    const ref = await write(ada!, 'app.bsky.feed.post', { text: 'Discuss this article' });
    await eventually(
      () => anybody.open({ key: ref.uri, url: '' }, call),
      ({ state }) => state === 'open',
    );
    return { key: ref.uri, url: 'https://news.example/42', ref };
  }
  const draft = (discussion: DiscussionRef, body: string, parentId: string | null = null): Draft => ({
    discussion,
    body,
    parentId,
    submitKey: randomUUID(),
  });
  const list = (
    discussion: DiscussionRef,
    sort: Sort = 'oldest',
    adapter: CommentsAdapter = anybody,
  ): Promise<CommentPage> => adapter.list({ discussion, sort, limit: 25 }, call);
  const listOf = (discussion: DiscussionRef, length: number, adapter?: CommentsAdapter): Promise<CommentPage> =>
    eventually(
      () => list(discussion, 'oldest', adapter),
      ({ items }) => items.length === length,
    );
  async function post(
    adapter: Writing,
    discussion: DiscussionRef,
    body: string,
    parentId: string | null = null,
  ): Promise<Comment> {
    const { outcome, comment } = await adapter.submit(draft(discussion, body, parentId), call);
    assert.equal(outcome, 'published');
    assert.ok(comment);
    await eventually(
      () => list(discussion),
      ({ items }) => items.some(({ id }) => id === comment.id),
    );
    return comment;
  }
  const close = (root: { uri: string }, hiddenReplies: readonly string[] = []): Promise<unknown> =>
    write(ada, 'app.bsky.feed.threadgate', { post: root.uri, allow: [], hiddenReplies }, root.uri.split('/').pop());

  describe('keeps the contract', () => {
    const subjects = new Map<string, string>();
    /** Waits after each write until the AppView shows it, because the checks read back at once. */
    const settling: typeof fetch = async (address, init) => {
      const response = await fetch(address, init);
      const [, method] = /repo\.(put|delete)Record$/.exec(address as string) ?? [];
      if (method === undefined || !response.ok) return response;
      const { repo, collection, rkey, record } = JSON.parse(String(init?.body as string)) as RecordRequest;
      if (record?.subject) subjects.set(rkey, record.subject.uri);
      const isLike = collection === 'app.bsky.feed.like';
      const subject = subjects.get(rkey);
      if (isLike && subject === undefined) return response;
      const path = isLike
        ? `getLikes?uri=${encodeURIComponent(subject!)}`
        : `getPosts?uris=${encodeURIComponent(`at://${repo}/${collection}/${rkey}`)}`;
      await eventually(
        () => fetch(`${service}/xrpc/app.bsky.feed.${path}`).then((response) => response.text()),
        (text) => text.includes(isLike ? `"did":"${repo}"` : rkey) === (method === 'put'),
      );
      return response;
    };
    const makeStage = async (): Promise<Stage> => {
      const [discussion, another] = [await article(), await article()];
      return {
        discussion,
        another,
        adapter: adapterOf(bob, settling),
        as: (person) =>
          person === 'other' ? adapterOf(ada, settling) : person === 'guest' ? blueskyAdapter({ service }) : undefined,
        close: async () => {
          await close(discussion.ref);
          await eventually(
            () => anybody.open(discussion, call),
            ({ state }) => state === 'closed',
          );
        },
        reopen: async () => {
          await erase('app.bsky.feed.threadgate', discussion.ref);
          await eventually(
            () => adapterOf(bob).open(discussion, call),
            ({ state }) => state === 'open',
          );
        },
        faulty: (fault) =>
          adapterOf(
            bob,
            faultyFetch(fault, settling),
            fault.type === 'silent' ? { read: TIME_LIMIT, write: TIME_LIMIT } : {},
          ),
        timeLimit: TIME_LIMIT,
      };
    };
    declareOutcomes(makeStage, OUTCOMES);
  });

  it('lists a conversation with nested replies in three orders', async () => {
    const discussion = await article();
    const first = await post(asBob, discussion, 'first');
    const reply = await post(asAda, discussion, 'reply to the first', first.id);
    const second = await post(asAda, discussion, 'second');
    await asBob.vote(discussion, { id: second.id, value: 1 }, call);

    const { items, total, next } = await listOf(discussion, 3);
    assert.deepEqual(bodies(items), ['first', 'reply to the first', 'second']);
    assert.deepEqual(
      items.map(({ parentId }) => parentId),
      [null, first.id, null],
    );
    assert.equal(total, 3);
    assert.equal(next, undefined);
    assert.deepEqual(items[1]?.author, {
      id: ada.did,
      name: 'ada.test',
      url: `https://bsky.app/profile/${ada.did}`,
      badges: ['author'],
    });
    assert.equal(items[0]?.permalink, `https://bsky.app/profile/${bob.did}/post/${first.id.split('/').pop()}`);
    assert.equal(items[1]?.id, reply.id);
    assert.deepEqual(bodies((await list(discussion, 'newest')).items), ['second', 'first', 'reply to the first']);
    const byVotes = await eventually(
      () => list(discussion, 'top'),
      ({ items }) => items[0]?.votes?.up === 1,
    );
    assert.deepEqual(bodies(byVotes.items), ['second', 'first', 'reply to the first']);
  });

  it('finds a post by URL and by handle, and counts its direct replies', async () => {
    const discussion = await article();
    const name = discussion.key.split('/').pop();
    const keys = [
      `https://bsky.app/profile/ada.test/post/${name}`,
      `at://ada.test/app.bsky.feed.post/${name}`,
      discussion.key,
    ];
    await post(asBob, { key: keys[0]!, url: '' }, 'found');
    for (const key of keys) assert.deepEqual(bodies((await list({ key, url: '' })).items), ['found'], key);
    const missing = [
      `at://${ada.did}/app.bsky.feed.post/3zzzzzzzzzzzz`,
      'at://nobody.test/app.bsky.feed.post/3zzzzzzzzzzzz',
    ];
    const refs = [...keys, ...missing].map((key) => ({ key, url: '' }));
    const many = Array.from({ length: 30 }, (_, index) => ({
      key: `at://${ada.did}/app.bsky.feed.post/3zzzzzzzzzz${10 + index}`,
      url: '',
    }));
    const counts = await anybody.counts([...refs, ...many], call);
    assert.deepEqual(
      [...counts],
      keys.map((key) => [key, 1]),
    );
    for (const key of missing) {
      assert.deepEqual(await anybody.open({ key, url: '' }, call), { state: 'missing' });
      assert.deepEqual((await list({ key, url: '' })).items, []);
    }
  });

  it('loads the rest of a branch where the server truncates a deep thread', async () => {
    const discussion = await article();
    let parent: Comment | undefined;
    for (const text of ['one', 'two', 'three', 'four', 'five', 'six']) {
      const { comment } = await asBob.submit(draft(discussion, text, parent?.id), call);
      parent = comment;
      await eventually(
        () =>
          fetch(`${service}/xrpc/app.bsky.feed.getPosts?uris=${encodeURIComponent(parent!.id)}`).then((response) =>
            response.text(),
          ),
        (text) => text.includes('cid'),
      );
    }
    const { items } = await list(discussion);
    assert.deepEqual(bodies(items), ['one', 'two', 'three', 'four']);
    const { id, replies } = items.at(-1)!;
    assert.equal(replies?.total, 1);
    const rest = await anybody.list(
      { discussion, sort: 'oldest', limit: 25, parentId: id, cursor: replies.next },
      call,
    );
    assert.deepEqual(bodies(rest.items), ['five', 'six']);
    assert.deepEqual(rest.items[0]?.parentId, id);
    assert.equal(rest.next, undefined);
  });

  it('stores a draft once, however often it is sent', async () => {
    const discussion = await article();
    const intent = draft(discussion, 'only once');
    const first = await asBob.submit(intent, call);
    const again = await adapterOf(bob).submit(intent, call);
    assert.deepEqual(again, first);
    await post(asBob, discussion, 'a later one');
    assert.deepEqual(bodies((await listOf(discussion, 2)).items), ['only once', 'a later one']);
  });

  it('turns URLs into links, next to multi-byte characters', async () => {
    const discussion = await article();
    const body = 'Größe 👍🏽: https://example.com/a_(b)?c=d. Or (https://example.org/).';
    await post(asBob, discussion, body);
    const { uri } = (await list(discussion)).items.map(({ id }) => ({ uri: id }))[0]!;
    const posted = (await (
      await fetch(`${service}/xrpc/app.bsky.feed.getPosts?uris=${encodeURIComponent(uri)}`)
    ).json()) as {
      posts: { record: { facets: { index: { byteStart: number; byteEnd: number }; features: { uri: string }[] }[] } }[];
    };
    const bytes = Buffer.from(body);
    for (const { index, features } of posted.posts[0]!.record.facets)
      assert.equal(bytes.subarray(index.byteStart, index.byteEnd).toString(), features[0]?.uri);
    assert.deepEqual(
      posted.posts[0]!.record.facets.map(({ features }) => features[0]?.uri),
      ['https://example.com/a_(b)?c=d', 'https://example.org/'],
    );
    assert.deepEqual((await list(discussion)).items[0]?.body, { format: 'text', value: body });
  });

  it('turns facets into links', async () => {
    const discussion = await article();
    const facet = (byteStart: number, byteEnd: number, feature: object) => ({
      index: { byteStart, byteEnd },
      features: [feature],
    });
    const reply = { root: discussion.ref, parent: discussion.ref };
    await write(bob, 'app.bsky.feed.post', {
      text: 'Ä *see* @ada.test #news here',
      reply,
      facets: [
        facet(9, 18, { $type: 'app.bsky.richtext.facet#mention', did: ada.did }),
        facet(19, 24, { $type: 'app.bsky.richtext.facet#tag', tag: 'news' }),
        facet(25, 29, { $type: 'app.bsky.richtext.facet#link', uri: 'https://example.com/(x)' }),
      ],
    });
    const { items } = await listOf(discussion, 1);
    assert.deepEqual(items[0]?.body, {
      format: 'markdown',
      value: `Ä \\*see\\* [\\@ada\\.test](<https://bsky.app/profile/${ada.did}>) [\\#news](<https://bsky.app/hashtag/news>) [here](<https://example.com/%28x%29>)`,
    });
  });

  it('refuses a text that is too long in graphemes or in bytes', async () => {
    const discussion = await article();
    for (const body of ['x'.repeat(301), '👨‍👩‍👧‍👦'.repeat(299)]) {
      await assert.rejects(asBob.submit(draft(discussion, body), call), (error: { info?: { field?: string } }) => {
        assert.equal(error.info?.field, 'body');
        return failsAs('too-long')(error);
      });
    }
    assert.equal((await asBob.submit(draft(discussion, '👍🏽'.repeat(300)), call)).outcome, 'published');
  });

  it('likes once, and removes likes, also those of other clients', async () => {
    const discussion = await article();
    const { id } = await post(asAda, discussion, 'to be liked');
    const votes = (adapter: CommentsAdapter, up: number) =>
      eventually(
        async () => (await list(discussion, 'oldest', adapter)).items[0]?.votes,
        (votes) => votes?.up === up,
      );
    assert.deepEqual(await asBob.vote(discussion, { id, value: 1 }, call), { up: 1, mine: 1 });
    await asBob.vote(discussion, { id, value: 1 }, call);
    assert.deepEqual(await votes(asBob, 1), { up: 1, mine: 1 });
    assert.deepEqual(await votes(asAda, 1), { up: 1, mine: 0 });
    assert.deepEqual(await votes(anybody, 1), { up: 1 });
    assert.deepEqual(await asBob.vote(discussion, { id, value: 0 }, call), { up: 0, mine: 0 });
    assert.deepEqual(await votes(asBob, 0), { up: 0, mine: 0 });

    const { items } = await list(discussion);
    const [{ cid }] = await fetch(`${service}/xrpc/app.bsky.feed.getPosts?uris=${encodeURIComponent(items[0]!.id)}`)
      .then((response) => response.json() as Promise<{ posts: [{ cid: string }] }>)
      .then(({ posts }) => posts);
    await write(bob, 'app.bsky.feed.like', { subject: { uri: id, cid } });
    await votes(asBob, 1);
    assert.deepEqual(await asBob.vote(discussion, { id, value: 1 }, call), { up: 1, mine: 1 });
    assert.deepEqual(await asBob.vote(discussion, { id, value: 0 }, call), { up: 0, mine: 0 });
    assert.deepEqual(await votes(asBob, 0), { up: 0, mine: 0 });
  });

  it('reports with a reason and a text, and returns the reference', async () => {
    const discussion = await article();
    const { id } = await post(asAda, discussion, 'to be reported');
    const first = await asBob.report(discussion, { id, reason: 'abuse', detail: 'rude' }, call);
    assert.match(first?.reference ?? '', /^\d+$/);
    const again = await asBob.report(discussion, { id, reason: 'other' }, call);
    assert.notEqual(again?.reference, first?.reference);
  });

  it('deletes own posts only, whose replies drop out of the thread', async () => {
    const discussion = await article();
    const first = await post(asBob, discussion, 'first');
    const reply = await post(asAda, discussion, 'a reply', first.id);
    await assert.rejects(asBob.remove(discussion, reply.id, call), failsAs('forbidden'));
    assert.deepEqual(await asBob.remove(discussion, first.id, call), { effect: 'subtree' });
    await listOf(discussion, 0);
    await assert.rejects(asAda.submit(draft(discussion, 'too late', first.id), call), failsAs('parent-gone'));
    await assert.rejects(asAda.vote(discussion, { id: first.id, value: 1 }, call), failsAs('not-found'));
    await assert.rejects(asAda.report(discussion, { id: first.id, reason: 'spam' }, call), failsAs('not-found'));
  });

  it('keeps reading after the session expires, and asks to sign in to write', async () => {
    const discussion = await article();
    const ended = blueskyAdapter({ service, session: { did: bob.did, service: pds, accessJwt: 'a.b.c' } }) as Writing;
    await post(asAda, discussion, 'hello');
    assert.deepEqual(bodies((await list(discussion, 'oldest', ended)).items), ['hello']);
    assert.deepEqual((await ended.open(discussion, call)).viewer, { state: 'anonymous' });
    await assert.rejects(ended.submit(draft(discussion, 'mine'), call), failsAs('session-expired'));
    const other = blueskyAdapter({ service, signIn: () => Promise.resolve(sessionOf(bob)) }) as Writing &
      Required<CommentsAdapter>;
    await assert.rejects(other.submit(draft(discussion, 'mine'), call), failsAs('sign-in-required'));
    const viewer = await other.signIn(call);
    assert.ok('author' in viewer && viewer.author?.name === 'bob.test');
    assert.equal((await other.submit(draft(discussion, 'mine'), call)).outcome, 'published');
  });

  it('is closed by its author, for everyone else', async () => {
    const discussion = await article();
    const early = draft(discussion, 'just in time');
    await asBob.submit(early, call);
    await listOf(discussion, 1);
    await close(discussion.ref);
    await eventually(
      () => anybody.open(discussion, call),
      ({ state }) => state === 'closed',
    );
    assert.equal((await asBob.open(discussion, call)).state, 'closed');
    assert.equal((await asAda.open(discussion, call)).state, 'open');
    await assert.rejects(asBob.submit(draft(discussion, 'too late'), call), failsAs('closed'));
    assert.equal((await asBob.submit(early, call)).outcome, 'published');

    const late = draft(discussion, 'written all the same');
    const reply = { root: discussion.ref, parent: discussion.ref };
    const { uri } = await write(bob, 'app.bsky.feed.post', { text: late.body, reply }, recordKey(late.submitKey));
    await eventually(
      () =>
        fetch(`${service}/xrpc/app.bsky.feed.getPosts?uris=${encodeURIComponent(uri)}`).then((response) =>
          response.text(),
        ),
      (text) => text.includes('cid'),
    );
    assert.equal((await asBob.submit(late, call)).outcome, 'invisible');
    assert.deepEqual(bodies((await list(discussion)).items), ['just in time']);
  });

  it('hides replies that the author has hidden, with a tombstone for those that have replies', async () => {
    const discussion = await article();
    const first = await post(asBob, discussion, 'hidden, with a reply');
    await post(asAda, discussion, 'a reply', first.id);
    const second = await post(asBob, discussion, 'hidden');
    await close(discussion.ref, [first.id, second.id]);
    const { items, total } = await listOf(discussion, 2);
    assert.deepEqual(
      items.map(({ status }) => status),
      ['hidden', 'visible'],
    );
    assert.equal(total, 1);
  });

  it('reports when reader and author have blocked each other', async () => {
    const discussion = await article();
    const asCarol = adapterOf(carol);
    await write(ada, 'app.bsky.graph.block', { subject: carol.did });
    await eventually(
      () => asCarol.open(discussion, call).catch((error: unknown) => (error as { kind: string }).kind),
      (outcome) => outcome === 'forbidden',
    );
    await assert.rejects(asCarol.submit(draft(discussion, 'hello'), call), failsAs('blocked'));
  });

  it('stops when aborted', async () => {
    const discussion = await article();
    const leaving = new AbortController();
    const pending = asBob.list({ discussion, sort: 'oldest', limit: 25 }, { signal: leaving.signal });
    leaving.abort();
    await assert.rejects(pending, { name: 'AbortError' });
    await assert.rejects(asBob.submit(draft(discussion, 'never'), { signal: leaving.signal }), { name: 'AbortError' });
  });

  it('reports an unreachable server', async () => {
    const nowhere = blueskyAdapter({ service: 'http://127.0.0.1:9' });
    await assert.rejects(
      nowhere.open({ key: `at://${ada.did}/app.bsky.feed.post/3zzzzzzzzzzzz`, url: '' }, call),
      failsAs('network'),
    );
  });
});
