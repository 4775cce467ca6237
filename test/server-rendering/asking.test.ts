import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import {
  AdapterError,
  type CommentPage,
  type CommentsAdapter,
  type DiscussionInfo,
  type ListQuery,
} from '../../src/model/adapter.js';
import { renderComments } from '../../src/server.js';
import { comment, discussion, readHtml } from './served-page.js';

interface Backend extends Partial<CommentsAdapter> {
  readonly info?: () => Promise<unknown>;
  readonly page?: () => Promise<unknown>;
}

function adapterOf({ info, page, ...more }: Backend): CommentsAdapter {
  return {
    open: (info ?? (async () => ({ state: 'open' }))) as () => Promise<DiscussionInfo>,
    list: (page ?? (async () => ({ items: [comment('1')] }))) as () => Promise<CommentPage>,
    ...more,
  };
}

const fail = (error: Error) => async () => Promise.reject(error);
const ask = async (backend: Backend, options?: Parameters<typeof renderComments>[2]) =>
  readHtml((await renderComments(adapterOf(backend), discussion, options)).html);

/** A backend that does not answer. */
const never = () => new Promise(() => undefined);

describe('renderComments', () => {
  it('requests the page that the options name', async () => {
    const asked: ListQuery[] = [];
    const list = async (query: ListQuery) => (asked.push(query), { items: [] });
    const features = { sorts: ['newest', 'oldest'] } as const;
    await ask({ list, features });
    await ask({ list, features }, { sort: 'oldest', pageSize: 5, cursor: 'c' });
    assert.deepEqual(
      asked.map(({ sort, limit, cursor }) => [sort, limit, cursor]),
      [
        ['newest', 25, undefined],
        ['oldest', 5, 'c'],
      ],
    );
    assert.equal(asked[0]?.discussion, discussion);
  });

  it('requests an order that the backend defines', async () => {
    const list = mock.fn(async (_query: ListQuery) => ({ items: [comment('1'), comment('2')] }));
    const features = { sorts: ['newest', { id: 'replies', label: 'Most replies' }] } as const;
    const page = await ask({ list, features }, { sort: 'replies' });
    const { sort, sortOption } = list.mock.calls[0]!.arguments[0];
    assert.deepEqual([sort, sortOption], ['newest', 'replies']);
    assert.ok(page.text.includes('Most replies'));
  });

  it('repeats the request for an order that the adapter learns from the first response', async () => {
    const asked: unknown[] = [];
    const adapter: CommentsAdapter & { features: CommentsAdapter['features'] } = {
      features: undefined,
      open: async () => ({ state: 'open' }),
      list: async ({ sort, sortOption }) => {
        adapter.features = { sorts: ['newest', { id: 'replies', label: 'Most replies' }] };
        asked.push(sortOption ?? sort);
        return { items: [comment('1')] };
      },
    };
    await renderComments(adapter, discussion, { sort: 'replies' });
    assert.deepEqual(asked, ['oldest', 'replies']);
  });

  it('refuses an order that is not offered, and names the offered orders', async () => {
    const features = { sorts: ['newest', { id: 'replies', label: 'Most replies' }] } as const;
    const message = 'sort is "mood". Use one of the offered orders: newest, replies.';
    await assert.rejects(ask({ features }, { sort: 'mood' }), { name: 'RangeError', message });
  });

  it('sends no request with an invalid option', async () => {
    const list = mock.fn(async () => ({ items: [] }));
    await assert.rejects(ask({ list }, { headingLevel: 0 }), RangeError);
    assert.equal(list.mock.callCount(), 0);
  });

  it('renders a closed, disabled or missing discussion, whichever call reports it', async () => {
    for (const [kind, words] of [
      ['closed', 'Closed, the backend says.'],
      ['disabled', 'Off, the backend says.'],
      ['not-found', 'Not here, the backend says.'],
    ] as const) {
      const error = fail(new AdapterError(kind, words));
      assert.equal((await ask({ info: error, page: error })).piece('closed'), words);
      const network = fail(new AdapterError('network'));
      assert.equal((await ask({ info: network, page: error })).piece('closed'), words);
    }
  });

  it('renders the comments of a discussion whose opening is refused as closed', async () => {
    const page = await ask({ info: fail(new AdapterError('closed')) });
    assert.deepEqual(page.ids, ['comment-1']);
  });

  it('rejects if the backend does not answer', async () => {
    for (const kind of ['network', 'unavailable', 'timeout', 'rate-limited'] as const) {
      const error = new AdapterError(kind);
      await assert.rejects(ask({ info: fail(error) }), error);
      await assert.rejects(ask({ page: fail(error) }), error);
    }
  });

  it('rejects if the response is invalid', async (test) => {
    test.mock.method(console, 'warn', () => undefined);
    await assert.rejects(ask({ page: async () => '<!doctype html>' }), { name: 'AdapterError', kind: 'bad-response' });
    await assert.rejects(ask({ info: async () => ({}) }), { name: 'AdapterError', kind: 'bad-response' });
  });

  it('rejects with the reason of an abort', async (test) => {
    const logged = test.mock.method(console, 'error', () => undefined);
    const controller = new AbortController();
    const answer = ask({ info: never, page: never }, { signal: controller.signal });
    controller.abort();
    await assert.rejects(answer, { name: 'AbortError' });
    const reason = new Error('The reader has gone.');
    await assert.rejects(ask({}, { signal: AbortSignal.abort(reason) }), reason);
    assert.equal(logged.mock.callCount(), 0);
  });

  it('treats a time-out as a failure of the backend', async () => {
    const signal = AbortSignal.abort(new DOMException('Too late.', 'TimeoutError'));
    await assert.rejects(ask({ info: never, page: never }, { signal }), { name: 'AdapterError', kind: 'timeout' });
  });

  it('renders the valid parts of a response that violates the contract, and warns the developer', async (test) => {
    const warned = test.mock.method(console, 'warn', () => undefined);
    const items = [
      { ...comment('1'), id: 1, author: 'Ada' },
      { ...comment('2'), body: 'Plain.' },
      { ...comment('3'), status: 'spam' },
      { id: '4' },
      null,
    ];
    const page = await ask({ page: async () => ({ items, total: '5' }) });
    assert.deepEqual(page.ids, ['comment-1', 'comment-2', 'comment-3']);
    assert.deepEqual(page.pieces('author'), ['Ada', 'Author 2', 'Author 3']);
    assert.equal(page.piece('removed'), 'This comment was removed by the editors.');
    assert.equal(page.heading?.text, 'Comments (5)');
    assert.match(String(warned.mock.calls[0]?.arguments[0]), /^article-comments: list\(\)/);
  });
});
