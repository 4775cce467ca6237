/** The Ghost adapter against a local blog. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, describe, it } from 'node:test';
import { ghostAdapter, type GhostOptions } from '../../../src/adapters/ghost.js';
import { submissionMatcher } from '../../../src/model/posting/stored-comment.js';
import type {
  Call,
  Comment,
  CommentsAdapter,
  DiscussionRef,
  Draft,
  ErrorKind,
  Sort,
} from '../../../src/model/adapter.js';
import { faultyFetch } from '../../../src/conformance.js';
import { absentTools } from '../absent-tools.js';
import { declareOutcomes } from '../declare-outcomes.js';
import type { ExpectedOutcomes } from '../../conformance/expected-outcome.js';
import { startGhost } from './ghost-server.js';
import { startOrSkip } from '../servers/unavailable.js';

const { server, skip } = await startOrSkip(startGhost);
after(() => server?.stop());

const call: Call = { signal: new AbortController().signal };
const failsAs = (kind: ErrorKind, message?: RegExp) => (error: unknown) => {
  assert.equal((error as { kind: ErrorKind }).kind, kind, String(error));
  if (message) assert.match((error as Error).message, message);
  return true;
};

const OUTCOMES: ExpectedOutcomes = {
  broken: {},
  notApplicable: {
    ...absentTools,
    'get: reports the position in the list': 'the server does not number comments',
    restore: 'deletion is final',
    pin: 'comments cannot be pinned',
    setClosed: 'comments can only be turned off for the whole blog; tested below',
    closed: 'comments can only be turned off for the whole blog; tested below',
    subscribe: 'there is no live channel',
    token: 'Ghost knows its members by a cookie',
    'permissions: Comment.can is accurate': 'the API exposes no permissions: they follow from the author',
    'permissions: guests may not change the comments of others':
      'the API exposes no permissions: they follow from the author',
    'permissions: Comment.can is accurate for guests': 'the API exposes no permissions: they follow from the author',
    'permissions: moderators remove any comment': 'editors use the admin pages, not this API',
    'paging: "top" starts with the highest score':
      'lists by likes are paged by number, which repeats and skips comments',
    'replies: include one whose parent is gone': 'a comment with replies leaves a tombstone',
    'status: only its author sees a held comment': 'nothing is held',
    'status: a premoderated discussion hides comments from others': 'nothing is held',
    'status: a rejected comment is not listed': 'there is no word filter',
    'submit: enforces posting.max exactly': 'there is no maximum length',
    'submit: requires the guest fields it announces': 'only members can comment',
    'viewer: a guest cannot take the id of a signed-in viewer': 'only members can comment',
    'submit: rejects a banned person with "blocked"': 'this version cannot ban commenters',
    'idempotency: repeating a key stores one comment':
      'duplicates are stored; the section looks for an earlier copy before a retry',
    'idempotency: concurrent requests with one key store one comment': 'duplicates are stored',
    'idempotency: another person’s key reveals nothing': 'there are no idempotency keys',
    'edit: rejects an outdated revision': 'comments have no revision',
    'text: names are plain text': 'only members can comment',
    'edit: allows edits for some time after posting': 'there is no limit',
    'vote: a final vote counts once and cannot change': 'votes can be taken back',
    'vote: a downvote replaces an upvote': 'there are no down-votes',
    'report: can be withdrawn': 'reports cannot be withdrawn',
    'viewer: changes on sign-in and sign-out': 'sign-in is a link sent by email',
    'viewer: signing out forgets a recognised guest': 'only members can comment',
    'viewer: notifies listeners until they unsubscribe': 'sign-in is a link sent by email',
  },
};

/** Request time-out for silent connections, in milliseconds. On a busy machine a response may take longer. */
const TIME_LIMIT = 2000;

type Adapter = Required<CommentsAdapter>;

describe('ghost', { skip }, async () => {
  if (!server) return;
  const { url } = server;
  /** An adapter that sends the member's cookie, as a browser would. */
  const adapterOf = (cookie?: string, line: typeof fetch = fetch, timeout: GhostOptions['timeout'] = {}): Adapter =>
    ghostAdapter({
      src: `${url}/`,
      timeout,
      fetch: (address, init) => {
        const headers = new Headers(init?.headers);
        headers.set('origin', url);
        if (cookie !== undefined) headers.set('cookie', cookie);
        return line(address, { ...init, headers });
      },
    }) as Adapter;
  const [ada, bob] = [await server.createMember('ada'), await server.createMember('bob')];
  const [asAda, asBob, anybody] = [adapterOf(ada.cookie), adapterOf(bob.cookie), adapterOf()];

  const article = async (): Promise<DiscussionRef> => ({
    key: await server.createPost(`Article ${randomUUID()}`),
    url,
  });
  const draft = (discussion: DiscussionRef, body: string, parentId: string | null = null): Draft => ({
    discussion,
    body,
    parentId,
    submitKey: randomUUID(),
  });
  async function post(
    adapter: Adapter,
    discussion: DiscussionRef,
    body: string,
    parentId: string | null = null,
  ): Promise<Comment> {
    const { outcome, comment } = await adapter.submit(draft(discussion, body, parentId), call);
    assert.equal(outcome, 'published');
    assert.ok(comment);
    return comment;
  }
  const textOf = ({ body }: Comment): string => body.value.replace(/<[^<>]*>/g, '');
  async function pages(
    discussion: DiscussionRef,
    sort: Sort,
    between?: () => Promise<unknown>,
  ): Promise<readonly string[]> {
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await anybody.list({ discussion, sort, limit: 2, cursor }, call);
      found.push(...page.items.map(textOf));
      cursor = page.next;
      await between?.();
    } while (cursor !== undefined);
    return found;
  }

  describe('keeps the contract', () => {
    declareOutcomes(async () => {
      const [discussion, another] = [await article(), await article()];
      return {
        discussion,
        another,
        adapter: adapterOf(ada.cookie),
        as: (person) => (person === 'other' ? adapterOf(bob.cookie) : person === 'guest' ? adapterOf() : undefined),
        faulty: (fault) =>
          adapterOf(
            ada.cookie,
            faultyFetch(fault),
            fault.type === 'silent' ? { read: TIME_LIMIT, write: TIME_LIMIT } : {},
          ),
        timeLimit: TIME_LIMIT,
      };
    }, OUTCOMES);
  });

  it('identifies the viewer and counts comments', async () => {
    const discussion = await article();
    assert.deepEqual(await anybody.open(discussion, call), {
      state: 'open',
      viewer: { state: 'anonymous' },
      posting: { who: 'signed-in' },
      total: 0,
    });
    const first = await post(asAda, discussion, 'hello');
    await post(asBob, discussion, 'hello back', first.id);
    const { viewer, total } = await asAda.open(discussion, call);
    assert.equal(total, 2);
    assert.equal(viewer?.author?.name, 'ada');
    assert.equal(viewer.author.id, first.author?.id);
    const other = await article();
    assert.deepEqual(
      [...(await anybody.counts([discussion, other], call))],
      [
        [discussion.key, 2],
        [other.key, 0],
      ],
    );
  });

  it('pages in both orders without repeats or gaps while others post and delete', async () => {
    const discussion = await article();
    const posted: Comment[] = [];
    for (const text of ['1', '2', '3', '4', '5']) posted.push(await post(asAda, discussion, text));
    assert.deepEqual(await pages(discussion, 'oldest'), ['1', '2', '3', '4', '5']);
    assert.deepEqual(await pages(discussion, 'newest', () => post(asBob, discussion, 'meanwhile')), [
      '5',
      '4',
      '3',
      '2',
      '1',
    ]);
    let isFirst = true;
    const found = await pages(discussion, 'oldest', async () => {
      if (isFirst) await asAda.remove(discussion, posted[0]!.id, call);
      isFirst = false;
    });
    assert.deepEqual(found.slice(0, 5), ['1', '2', '3', '4', '5']);
  });

  it('keeps replies on one level, names their recipient, and loads the rest of a branch', async () => {
    const discussion = await article();
    const top = await post(asAda, discussion, 'top');
    const replies = [await post(asBob, discussion, 'first reply', top.id)];
    const second = await post(asAda, discussion, 'to the reply', replies[0]!.id);
    assert.equal(second.parentId, top.id);
    assert.deepEqual(second.replyTo, { id: replies[0]!.id, name: 'bob' });
    for (const text of ['third', 'fourth', 'fifth']) replies.push(await post(asBob, discussion, text, top.id));

    const { items } = await anybody.list({ discussion, sort: 'oldest', limit: 10 }, call);
    assert.deepEqual(items.map(textOf), ['top', 'first reply', 'to the reply', 'third']);
    assert.deepEqual(items[2]?.replyTo, { id: replies[0]!.id, name: 'bob' });
    assert.equal(items[0]?.replies?.total, 5);
    const rest = await anybody.list(
      { discussion, sort: 'oldest', limit: 10, parentId: top.id, cursor: items[0].replies.next },
      call,
    );
    assert.deepEqual(rest.items.map(textOf), ['fourth', 'fifth']);
    assert.equal(rest.items[0]?.parentId, top.id);
    assert.equal(rest.next, undefined);

    const fresh = adapterOf(ada.cookie);
    const deep = await post(fresh, discussion, 'from another page', rest.items[1]!.id);
    assert.deepEqual([deep.parentId, deep.replyTo?.name], [top.id, 'bob']);
    assert.equal((await adapterOf().get(discussion, deep.id, call)).parentId, top.id);
    await assert.rejects(anybody.get(await article(), deep.id, call), failsAs('not-found'));
    await assert.rejects(
      asAda.submit(draft(discussion, 'x', '000000000000000000000000'), call),
      failsAs('parent-gone'),
    );
  });

  it('keeps every character of a text, and turns URLs into links', async () => {
    const discussion = await article();
    const body = '1 < 2 & "3" > 2 <b>not bold</b>\nnext line\n\nnext paragraph https://example.com/?a=1&b=2.';
    const { body: stored } = await post(asAda, discussion, body);
    assert.match(
      stored.value,
      /^<p>1 &lt; 2 &amp; "3" &gt; 2 &lt;b&gt;not bold&lt;\/b&gt;<br \/>next line<\/p><p>next paragraph <a href="https:\/\/example\.com\/\?a=1&amp;b=2"/,
    );
    const { items } = await anybody.list({ discussion, sort: 'oldest', limit: 10 }, call);
    const isMine = submissionMatcher(
      { parentId: null, body },
      { adapter: asAda, author: { id: items[0]!.author!.id, name: 'ada' }, since: 0 },
    );
    assert.ok(isMine(items[0]!), 'the store recognises the posted comment');
    await assert.rejects(asAda.submit(draft(discussion, '  '), call), failsAs('invalid', /empty/));
  });

  it('edits and deletes own comments, with a tombstone where there are replies', async () => {
    const discussion = await article();
    const first = await post(asAda, discussion, 'first');
    const reply = await post(asBob, discussion, 'reply', first.id);
    const second = await post(asAda, discussion, 'second');
    const edited = await asAda.edit(discussion, { id: first.id, body: 'first, edited' }, call);
    assert.equal(textOf(edited), 'first, edited');
    assert.ok(edited.editedAt);
    assert.equal((await asBob.edit(discussion, { id: reply.id, body: 'reply, edited' }, call)).parentId, first.id);
    await assert.rejects(asBob.edit(discussion, { id: first.id, body: 'no' }, call), failsAs('forbidden'));
    await assert.rejects(asBob.remove(discussion, first.id, call), failsAs('forbidden'));
    assert.deepEqual(await asAda.remove(discussion, first.id, call), { effect: 'tombstone' });
    assert.deepEqual(await asAda.remove(discussion, second.id, call), { effect: 'gone' });
    const { items } = await anybody.list({ discussion, sort: 'oldest', limit: 10 }, call);
    assert.deepEqual(
      items.map(({ status, body }) => [status, body.value !== '']),
      [
        ['deleted', false],
        ['visible', true],
      ],
    );
  });

  it('marks comments hidden by editors', async () => {
    const discussion = await article();
    const first = await post(asAda, discussion, 'first');
    await post(asBob, discussion, 'reply', first.id);
    await server.hide(first.id);
    const { items } = await anybody.list({ discussion, sort: 'oldest', limit: 10 }, call);
    assert.deepEqual([items[0]?.status, items[0]?.body.value], ['hidden', '']);
  });

  it('likes and unlikes, repeatedly', async () => {
    const discussion = await article();
    const { id } = await post(asAda, discussion, 'to be liked');
    for (const value of [1, 1] as const)
      assert.deepEqual(await asBob.vote(discussion, { id, value }, call), { up: 1, mine: 1 });
    const { items } = await asBob.list({ discussion, sort: 'oldest', limit: 10 }, call);
    assert.deepEqual(items[0]?.votes, { up: 1, mine: 1 });
    for (const value of [0, 0] as const)
      assert.deepEqual(await asBob.vote(discussion, { id, value }, call), { up: 0, mine: 0 });
    await assert.rejects(anybody.vote(discussion, { id, value: 1 }, call), failsAs('sign-in-required'));
    await assert.rejects(
      asBob.vote(discussion, { id: '000000000000000000000000', value: 1 }, call),
      failsAs('not-found'),
    );
  });

  it('reports more than once, but no missing comment', async () => {
    const discussion = await article();
    const { id } = await post(asAda, discussion, 'to be reported');
    await asBob.report(discussion, { id, reason: 'abuse' }, call);
    await asBob.report(discussion, { id, reason: 'abuse' }, call);
    await assert.rejects(anybody.report(discussion, { id, reason: 'abuse' }, call), failsAs('sign-in-required'));
    await assert.rejects(
      asBob.report(discussion, { id: '000000000000000000000000', reason: 'abuse' }, call),
      failsAs('not-found'),
    );
  });

  it('asks to sign in on the blog', async () => {
    const discussion = await article();
    await assert.rejects(anybody.submit(draft(discussion, 'hello'), call), failsAs('sign-in-required'));
    assert.deepEqual(await anybody.signIn(call), { redirect: `${url}/#/portal/signin` });
    await assert.rejects(
      asAda.submit(draft({ key: '000000000000000000000000', url }, 'hello'), call),
      failsAs('not-found'),
    );
  });

  it('stops when aborted', async () => {
    const discussion = await article();
    const leaving = new AbortController();
    const pending = asAda.list({ discussion, sort: 'oldest', limit: 10 }, { signal: leaving.signal });
    leaving.abort();
    await assert.rejects(pending, { name: 'AbortError' });
  });

  it('links free members to the plans, once the blog has refused them', async () => {
    const discussion = await article();
    const { id } = await post(asBob, discussion, 'before');
    await server.setComments('paid');
    try {
      const reader = adapterOf(ada.cookie);
      assert.equal((await reader.open(discussion, call)).posting?.refusal, undefined);
      await assert.rejects(
        reader.submit(draft(discussion, 'hello'), call),
        failsAs('forbidden', /permission to comment/),
      );
      assert.deepEqual((await reader.open(discussion, call)).posting?.refusal, {
        reason: 'not-a-member',
        href: `${url}/#/portal/account/plans`,
      });
      await assert.rejects(reader.vote(discussion, { id, value: 1 }, call), failsAs('forbidden'));
    } finally {
      await server.setComments('all');
    }
  });

  it('is disabled when comments are turned off', async () => {
    const discussion = await article();
    await server.setComments('off');
    try {
      assert.deepEqual(await anybody.open(discussion, call), { state: 'disabled' });
      await assert.rejects(anybody.list({ discussion, sort: 'oldest', limit: 10 }, call), failsAs('disabled'));
      await assert.rejects(asAda.submit(draft(discussion, 'hello'), call), failsAs('disabled'));
    } finally {
      await server.setComments('all');
    }
  });
});
