import { expect } from 'chai';
import {
  AdapterError,
  type Author,
  type Comment,
  type CommentPage,
  type CommentsAdapter,
  type Decision,
  type DiscussionInfo,
  type SubmitResult,
} from '../../../src/model/adapter.js';
import { checkedAdapter } from '../../../src/model/contract/checked-adapter.js';
import { comment } from '../../support/fake-backend.js';

const call = { signal: new AbortController().signal };
const discussion = { key: 'pier', url: '' };
const query = { discussion, sort: 'oldest', limit: 25 } as const;

/** A type with all fields required at every depth. A new field of the contract must be added to the values below. */
type Whole<T> = T extends object ? { readonly [Name in keyof T]-?: Whole<NonNullable<T[Name]>> } : T;

const time = '2026-11-24T10:00:00Z';
const text = { format: 'text', value: 'Be kind.' } as const;
const redress = { message: 'Write to us.', href: '/redress' };

const wholeDecision: Whole<Decision> = {
  measure: 'kept',
  ground: 'law',
  rule: 'A',
  facts: 'B',
  basis: 'notice',
  automatedDetection: true,
  automated: true,
  territory: 'Germany',
  until: time,
  decidedAt: time,
  redress,
};

const author: Whole<Author> = {
  id: 'tom',
  name: 'Tom',
  url: '/tom',
  avatar: '/tom.png',
  badges: ['staff', { id: 'fan', label: 'Fan' }],
};

const wholeComment: Whole<Comment> = {
  id: '7',
  parentId: '6',
  replyTo: { id: '5', name: 'Ada' },
  author,
  body: text,
  source: 'Be kind.',
  createdAt: time,
  editedAt: time,
  permalink: '/#7',
  status: 'visible',
  votes: { up: 2, down: 1, score: 1, mine: 1 },
  replies: { total: 3, next: '2' },
  can: {
    reply: true,
    edit: true,
    remove: true,
    vote: true,
    report: true,
    pin: true,
    approve: true,
    reject: true,
    feature: true,
    hide: true,
    ban: true,
  },
  editableUntil: time,
  revision: '1',
  pinned: true,
  featured: true,
  reported: true,
  decision: wholeDecision,
  ban: { by: 'Eve', until: time },
  preceding: { oldest: 6, newest: 2, top: 1 },
};

const wholeInfo: Whole<DiscussionInfo> = {
  state: 'open',
  stateMessage: 'Open for a week.',
  closesAt: time,
  closedAt: time,
  opensAt: time,
  viewer: { state: 'signed-in', author, moderator: true, warning: { id: 'w', message: 'Calm down.' } },
  posting: {
    who: 'signed-in',
    guest: {
      name: { required: true, neverShown: false },
      email: { required: true, neverShown: true },
      website: { required: false, neverShown: false },
    },
    max: { value: 500, unit: 'chars' },
    min: 2,
    premoderated: true,
    notify: 'on',
    refusal: {
      reason: 'banned',
      until: time,
      message: 'Not now.',
      href: '/why',
      label: 'Why',
      decision: { ...wholeDecision, measure: 'banned' },
    },
  },
  total: 9,
  now: time,
  can: { close: true },
  decisions: { rules: ['Stay on topic.'], required: true },
  policy: { body: text, url: '/policy' },
  message: text,
  feedUrl: '/feed',
};

describe('an adapter with its responses checked', () => {
  function checked(adapter: CommentsAdapter, { areThorough = false } = {}) {
    const notes: string[] = [];
    return { adapter: checkedAdapter(adapter, { note: (note) => notes.push(note), areThorough }), notes };
  }

  const adapterOf = (items: unknown): CommentsAdapter => ({
    open: async () => ({ state: 'open' }),
    list: async () => ({ items: items as readonly Comment[] }),
  });

  it('returns a valid response unchanged', async () => {
    const page = { items: [comment('First.')] };
    const { adapter, notes } = checked({ ...adapterOf([]), list: async () => page });
    expect(await adapter.list(query, call)).to.equal(page);
    expect(notes).to.deep.equal([]);
  });

  it('works with a frozen adapter, with private fields, and with methods added later', async () => {
    class Backend implements CommentsAdapter {
      readonly #items = [comment('First.')];
      vote?: CommentsAdapter['vote'];
      open = async (): Promise<{ state: 'open' }> => ({ state: 'open' });
      async list(): Promise<{ items: Comment[] }> {
        this.vote = async () => ({ up: this.#items.length });
        return { items: this.#items };
      }
    }
    const { adapter } = checked(new Backend());
    expect(adapter.vote).to.equal(undefined);
    expect((await adapter.list(query, call)).items).to.have.length(1);
    expect(await adapter.vote?.(discussion, { id: 'First-', value: 1 }, call)).to.deep.equal({ up: 1 });
    expect(await checked(Object.freeze(adapterOf([]))).adapter.list(query, call)).to.deep.equal({ items: [] });
  });

  it('leaves out unusable comments, and rejects a list without usable ones', async () => {
    const mixed = checked(adapterOf([null, comment('First.'), { id: 'x' }]));
    expect((await mixed.adapter.list(query, call)).items.map(({ id }) => id)).to.deep.equal(['First-']);
    expect(mixed.notes.join('\n')).to.contain('list().items[0] is null').and.to.contain('list().items[2].body');
    const useless = checked(adapterOf([null, 'x']));
    const error: unknown = await useless.adapter.list(query, call).catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(AdapterError).and.to.have.property('kind', 'bad-response');
  });

  it('repairs the comment that an action returns', async () => {
    // As nearly every backend numbers them.
    const numbered = async (): Promise<Comment> => ({ ...comment('First.'), id: 7 }) as unknown as Comment;
    const { adapter, notes } = checked({
      ...adapterOf([]),
      ...{ get: numbered, restore: numbered, approve: numbered, reject: numbered, hold: numbered },
      ...{ edit: numbered, pin: numbered, feature: numbered, hide: numbered },
    });
    for (const method of ['get', 'restore', 'approve', 'reject', 'hold'] as const)
      expect(await adapter[method]?.(discussion, '7', call), method).to.have.property('id', '7');
    expect(await adapter.edit?.(discussion, { id: '7', body: 'First.' }, call), 'edit').to.have.property('id', '7');
    expect(await adapter.pin?.(discussion, { id: '7', pinned: true }, call), 'pin').to.have.property('id', '7');
    expect(await adapter.feature?.(discussion, { id: '7', featured: true }, call)).to.have.property('id', '7');
    expect(await adapter.hide?.(discussion, { id: '7', hidden: true }, call), 'hide').to.have.property('id', '7');
    expect(notes.join('\n')).to.contain('approve().id').and.to.contain('hide().id');
  });

  it('keeps a tombstone without a text, and hides comments with an unknown status', async () => {
    const items = [
      { ...comment('Gone.'), body: null, status: 'deleted' },
      { ...comment('Odd.'), status: 'approved' },
    ];
    const { adapter } = checked(adapterOf(items));
    const page = await adapter.list(query, call);
    expect(page.items.map(({ status }) => status)).to.deep.equal(['deleted', 'hidden']);
    expect(page.items[0]?.body.value).to.equal('');
  });

  it('shows the beginning of a text that is too long, and reports it', async () => {
    const items = [comment('First.'), { ...comment('Long.'), body: { format: 'text', value: 'x'.repeat(200_001) } }];
    const { adapter, notes } = checked(adapterOf(items));
    const page = await adapter.list(query, call);
    expect(page.items.map(({ body }) => body.value)).to.deep.equal(['First.', `${'x'.repeat(200_000)}…`]);
    expect(notes).to.deep.equal([
      'list().items[1].body.value is a text of 200001 characters; only the first 200000 are shown',
    ]);
  });

  it('cuts a text that an action returns between two characters', async () => {
    const long = { ...comment('Long.'), body: { format: 'text', value: `${'x'.repeat(199_999)}😀` } } as const;
    const { adapter } = checked({
      ...adapterOf([]),
      get: async () => long,
      submit: async () => ({ outcome: 'published', comment: long }),
    });
    const text = `${'x'.repeat(199_999)}…`;
    expect((await adapter.get?.(discussion, 'Long-', call))?.body.value).to.equal(text);
    const draft = { discussion, parentId: null, body: 'x', submitKey: 'k' };
    expect((await adapter.submit?.(draft, call))?.comment?.body.value).to.equal(text);
  });

  it('shows the first comments of a page that has too many, says that there are more, and reports it', async () => {
    const items = Array.from({ length: 20_002 }, (_, index) => ({ ...comment('One.'), id: `c${index}` }));
    const { adapter, notes } = checked({ ...adapterOf([]), list: async () => ({ items, next: '2' }) });
    const page = await adapter.list(query, call);
    expect(page.items).to.have.length(20_000);
    expect(page.items.at(-1)).to.have.property('id', 'c19999');
    expect(page).to.deep.include({ truncated: true, next: '2' });
    expect(notes).to.deep.equal(['list().items is a list of 20002 comments; only the first 20000 are shown']);
  });

  it('keeps every valid field when others are repaired', async () => {
    const page: Whole<CommentPage> = {
      items: [wholeComment],
      next: '2',
      total: 9,
      totalCounts: 'roots',
      truncated: true,
    };
    const result: Whole<SubmitResult> = {
      outcome: 'pending',
      comment: wholeComment,
      reason: 'A word.',
      proof: { id: '7', token: 't', until: time },
    };
    const { adapter } = checked(
      {
        open: async () => ({ ...wholeInfo, total: '9' }) as never,
        list: async () => ({ ...page, items: [{ ...wholeComment, id: 7 }] }) as never,
        submit: async () => ({ ...result, comment: { ...wholeComment, id: 7 } }) as never,
      },
      { areThorough: true },
    );
    expect(await adapter.open(discussion, call)).to.deep.equal(wholeInfo);
    expect(await adapter.list(query, call)).to.deep.equal(page);
    const draft = { discussion, parentId: null, body: 'x', submitKey: 'k' };
    expect(await adapter.submit?.(draft, call)).to.deep.equal(result);
  });

  it('keeps the valid fields of posting when one of them is wrong', async () => {
    const { min: _min, ...rest } = wholeInfo.posting;
    const { adapter } = checked(
      { ...adapterOf([]), open: async () => ({ state: 'open', posting: { ...rest, min: '2' } }) as never },
      { areThorough: true },
    );
    expect((await adapter.open(discussion, call)).posting).to.deep.equal(rest);
  });

  it('checks in full on demand, and returns a usable response unchanged', async () => {
    const odd = { ...comment('First.'), featured: 'yes' } as unknown as Comment;
    expect((await checked(adapterOf([odd])).adapter.list(query, call)).items[0]).to.equal(odd);
    const thorough = checked(adapterOf([odd]), { areThorough: true });
    await thorough.adapter.list(query, call);
    expect(thorough.notes).to.deep.equal(['list().items[0].featured is "yes", not true or false']);
  });

  it('notes the problems that the adapter reports about its set-up', async () => {
    const refuse = (): Promise<never> => Promise.reject(new AdapterError('invalid', '"pier" is not a post.'));
    const { adapter, notes } = checked({ open: refuse, list: refuse, submit: refuse });
    await adapter.open(discussion, call).catch(() => undefined);
    expect(notes).to.deep.equal(['"pier" is not a post.']);
    // What a writer has entered is not the page's mistake.
    await adapter.submit?.({ discussion, parentId: null, body: 'x', submitKey: 'k' }, call).catch(() => undefined);
    expect(notes).to.have.length(1);
  });

  it('ends a call with its signal, even if the adapter ignores it', async () => {
    const aborted = new AbortController();
    const ignoring = (): Promise<never> => new Promise(() => undefined);
    const { adapter, notes } = checked({ ...adapterOf([]), list: ignoring, vote: ignoring, counts: ignoring });
    const pending = [
      adapter.list(query, aborted),
      adapter.vote?.(discussion, { id: '7', value: 1 }, aborted),
      adapter.counts?.([discussion], aborted),
    ].map((call) => call?.catch((thrown: unknown) => thrown));
    aborted.abort();
    for (const ended of pending) expect(await ended).to.equal(aborted.signal.reason);
    expect(notes).to.deep.equal([]);
  });

  it('makes no call whose signal is aborted', async () => {
    let calls = 0;
    const { adapter } = checked({ ...adapterOf([]), source: async () => `${++calls}` });
    const { signal } = new AbortController();
    const aborted = { signal: AbortSignal.abort() };
    expect(await adapter.source?.(discussion, '7', { signal })).to.equal('1');
    const thrown: unknown = await adapter.source?.(discussion, '7', aborted).catch((error: unknown) => error);
    expect(thrown).to.equal(aborted.signal.reason);
    expect(calls).to.equal(1);
  });

  it('rejects with an adapter error, also if a method throws at once or without a response', async () => {
    const cause = new TypeError('Failed to fetch');
    const throwing = (): never => {
      throw cause;
    };
    const { adapter } = checked({ ...adapterOf([]), open: throwing, vote: throwing, signOut: throwing });
    for (const failed of [
      adapter.open(discussion, call),
      adapter.vote?.(discussion, { id: '7', value: 1 }, call),
      adapter.signOut?.(call),
    ]) {
      const error: unknown = await failed?.catch((thrown: unknown) => thrown);
      expect(error).to.be.instanceOf(AdapterError).and.to.deep.include({ kind: 'network', info: { cause } });
    }
  });

  it('subscribes at once', () => {
    const { signal } = call;
    let subscribed: unknown;
    const { adapter } = checked({
      ...adapterOf([]),
      subscribe: (...args) => void (subscribed = args),
      onViewerChange: (listener) => () => listener({ state: 'anonymous' }),
    });
    const listener = (): void => undefined;
    expect(adapter.subscribe?.(discussion, listener, { signal })).to.equal(undefined);
    expect(subscribed).to.deep.equal([discussion, listener, { signal }]);
    expect(adapter.onViewerChange?.(listener)).to.be.a('function');
  });

  it('checks a response in full if the adapter asks for it by an empty problem, and reports both its problems and those', async () => {
    const odd = { ...comment('First.'), pinned: 'yes' } as unknown as Comment;
    const asking = (...problems: string[]) =>
      checked({
        ...adapterOf([]),
        list: async (_query, { note }) => {
          for (const problem of problems) note?.(problem);
          return { items: [odd] };
        },
      });
    const unasked = asking();
    expect((await unasked.adapter.list(query, call)).items).to.deep.equal([odd]);
    const asked = asking('The page was too long.', '');
    expect((await asked.adapter.list(query, call)).items).to.deep.equal([comment('First.')]);
    expect(asked.notes).to.deep.equal(['The page was too long.', 'list().items[0].pinned is "yes", not true or false']);
  });

  it('passes a token on to the adapter', () => {
    const tokens: unknown[] = [];
    const { adapter } = checked({ ...adapterOf([]), setToken: (token) => void tokens.push(token) });
    adapter.setToken?.('t');
    expect(tokens).to.deep.equal(['t']);
  });

  it('rejects a response without what the section reads from it', async () => {
    const responses: readonly (readonly [keyof CommentsAdapter, unknown, string])[] = [
      ['submit', undefined, 'submit() returned undefined; expected an object whose "outcome" is published'],
      [
        'submit',
        { outcome: 'posted' },
        'submit() returned {"outcome":"posted"}; expected an object whose "outcome" is',
      ],
      ['remove', {}, 'remove() returned {}; expected an object with "effect"'],
      ['remove', undefined, 'remove() returned undefined; expected an object with "effect"'],
      ['vote', undefined, 'vote() returned undefined; expected the current votes'],
      ['vote', 5, 'vote() returned 5; expected the current votes'],
      ['signIn', true, 'signIn() returned true; expected a viewer, or an object with "redirect"'],
      ['signIn', {}, 'signIn() returned {}; expected a viewer, or an object with "redirect"'],
    ];
    for (const [name, response, message] of responses) {
      const { adapter, notes } = checked({ ...adapterOf([]), [name]: async () => response });
      const method = adapter[name] as (...args: unknown[]) => Promise<unknown>;
      const error: unknown = await method(discussion, {}, call).catch((thrown: unknown) => thrown);
      expect(error, message).to.be.instanceOf(AdapterError).and.to.have.property('kind', 'bad-response');
      expect((error as AdapterError).message).to.contain(message);
      expect(notes.at(-1)).to.contain(message);
    }
  });

  it('returns a valid response of an action unchanged, also when it checks in full', async () => {
    const responses: readonly (readonly [keyof CommentsAdapter, unknown])[] = [
      ['remove', { effect: 'gone' }],
      ['vote', {}],
      ['counts', new Map([['pier', 5]])],
      ['signIn', { redirect: '/sign-in' }],
      ['signIn', { state: 'anonymous' }],
      ['report', undefined],
      ['source', 'Be kind.'],
    ];
    for (const areThorough of [false, true])
      for (const [name, response] of responses) {
        const { adapter, notes } = checked({ ...adapterOf([]), [name]: async () => response }, { areThorough });
        const method = adapter[name] as (...args: unknown[]) => Promise<unknown>;
        expect(await method(discussion, {}, call), name).to.equal(response);
        expect(notes).to.deep.equal([]);
      }
  });
});
