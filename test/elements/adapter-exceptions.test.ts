/** What an adapter throws by mistake may contain anything: readers get the section's own sentence, the developer the exception. */
import { expect } from '@open-wc/testing';
import { CommentCount } from '../../src/elements/count/comment-count.js';
import { CommentQuote } from '../../src/elements/quote/comment-quote.js';
import type { CommentsAdapter, DiscussionInfo } from '../../src/model/adapter.js';
import { comment } from '../support/fake-backend.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';
import { takeConsoleErrors } from '../support/console-error.js';
import { changeable, editor, making, mine, theirs } from './changeable.js';

const SECRET = 'DB down: password=hunter2';

/** What adapters throw in place of an `AdapterError`. */
const exceptions: Readonly<Record<string, () => unknown>> = {
  'an Error': () => new Error(SECRET),
  'a TypeError': () => new TypeError(SECRET),
  'an Error with a kind': () => Object.assign(new Error(SECRET), { kind: 'closed' }),
  'an AdapterError of another library': () =>
    Object.assign(new Error(SECRET), { name: 'AdapterError', type: 'AdapterError', kind: 'error' }),
  'an object with the members of an AdapterError': () => ({
    name: 'AdapterError',
    kind: 'closed',
    message: SECRET,
    info: {},
  }),
  'an object with a message': () => ({ message: SECRET }),
  'a text': () => SECRET,
  'an AggregateError': () => new AggregateError([new Error(SECRET)], SECRET),
  'a DOMException': () => new DOMException(SECRET, 'DataError'),
  'an AbortError, though nothing was aborted': () => new DOMException(SECRET, 'AbortError'),
};

/** The same without a message, or with one that cannot be read. */
const silentExceptions: Readonly<Record<string, () => unknown>> = {
  undefined: () => undefined,
  null: () => null,
  'an Error without a message': () => new Error(),
  'an object without a prototype': () => Object.create(null) as unknown,
  'an object that cannot be read': () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  },
  'a symbol as the message': () => ({ name: 'Error', message: Symbol('secret') }),
};

function rejecting(adapter: CommentsAdapter, method: keyof CommentsAdapter, thrown: unknown): CommentsAdapter {
  return { ...adapter, [method]: () => Promise.reject(thrown) };
}

const noteIn = ({ element }: CommentsPage): Element | null | undefined =>
  element.shadowRoot?.querySelector('[part=developer-note]');

/** All that readers of a published page see and hear. */
function readersText(page: CommentsPage): string {
  const copy = page.section.cloneNode(true) as HTMLElement;
  copy.querySelector('[part=developer-note]')?.remove();
  return [copy.innerHTML, ...page.heard].join('\n');
}

/** An adapter with a method that throws instead of rejecting. */
const throwing = (method: keyof CommentsAdapter): CommentsAdapter => ({
  ...changeable(),
  [method]: () => {
    throw new Error(SECRET);
  },
});

interface Operation {
  readonly method: keyof CommentsAdapter;
  readonly says: string;
  readonly adapter?: CommentsAdapter;
  readonly act?: (page: CommentsPage) => Promise<void>;
}

const change = async (page: CommentsPage, name: string, text = mine.body.value): Promise<void> =>
  page.press(name, await page.comment(text));

const moderated = (info: Partial<DiscussionInfo> = {}): CommentsAdapter => changeable({ viewer: editor, ...info });

const cause = 'Our site is having trouble right now';

const operations: Readonly<Record<string, Operation>> = {
  opening: { method: 'open', says: `We couldn’t load the comments. ${cause}` },
  listing: { method: 'list', says: `We couldn’t load the comments. ${cause}` },
  posting: {
    method: 'submit',
    says: cause,
    act: making.post,
  },
  reporting: {
    method: 'report',
    says: cause,
    act: making.report,
  },
  'getting the text to edit': {
    method: 'source',
    says: cause,
    act: (page) => change(page, 'Edit'),
  },
  editing: {
    method: 'edit',
    says: cause,
    act: making.edit,
  },
  removing: {
    method: 'remove',
    says: cause,
    act: making.removal,
  },
  'undoing a removal': {
    method: 'restore',
    says: cause,
    async act(page) {
      await making.removal(page);
      await page.press('Undo');
    },
  },
  voting: {
    method: 'vote',
    says: cause,
    act: making.vote,
  },
  pinning: {
    method: 'pin',
    says: cause,
    adapter: moderated(),
    act: making.pin,
  },
  featuring: {
    method: 'feature',
    says: cause,
    adapter: { ...moderated(), feature: () => Promise.resolve(theirs) },
    async act(page) {
      await change(page, 'More', 'Theirs.');
      await page.press('Feature');
    },
  },
  approving: {
    method: 'approve',
    says: cause,
    adapter: {
      ...changeable({ viewer: editor }, [{ ...theirs, status: 'pending' }]),
      approve: () => Promise.resolve(theirs),
    },
    act: (page) => change(page, 'Approve', 'Theirs.'),
  },
  closing: {
    method: 'setClosed',
    says: cause,
    adapter: moderated({ can: { close: true } }),
    act: making.closing,
  },
  'signing in': {
    method: 'signIn',
    says: cause,
    adapter: changeable({ viewer: { state: 'anonymous' }, posting: { who: 'signed-in' } }),
    async act(page) {
      await page.beginToWrite('Text.');
      await page.press('Sign in to post');
    },
  },
  'signing out': {
    method: 'signOut',
    says: cause,
    async act(page) {
      await page.beginToWrite('Text.');
      await page.press('Sign out');
    },
  },
  'loading a comment for its link': {
    method: 'get',
    says: cause,
    async act() {
      location.hash = 'comment-nowhere';
    },
  },
};

const complete = (adapter: CommentsAdapter): CommentsAdapter => ({
  submit: () => Promise.resolve({ outcome: 'published' }),
  report: () => Promise.resolve(),
  signOut: () => Promise.resolve(),
  ...adapter,
});

describe('an exception of an adapter', () => {
  afterEach(unmountAll);
  const logged = takeConsoleErrors();

  /** The lines of the console that begin with these words. */
  const linesOf = (start: string): readonly unknown[][] => logged().filter(([line]) => String(line).startsWith(start));

  /** Resolves with the reference that readers see. */
  async function referenceOf(page: CommentsPage): Promise<string> {
    const { textContent } = await page.says(/\(reference [0-9A-Z]{6}\)/);
    const [, reference = ''] = /\(reference ([0-9A-Z]{6})\)/.exec(textContent ?? '') ?? [];
    return reference;
  }

  for (const [what, create] of Object.entries({ ...exceptions, ...silentExceptions }))
    it(`is a sentence of the section with a reference, and the developer gets ${what}`, async () => {
      const thrown = create();
      const page = await CommentsPage.open(rejecting(changeable(), 'list', thrown));
      const reference = await referenceOf(page);
      await page.says(`We couldn’t load the comments. ${cause} (reference ${reference}).`);
      expect(page.get('button', 'Try again')).to.exist;
      await waitFor(() => expect(noteIn(page)?.textContent).to.contain('list() threw '));
      if (what in exceptions) expect(noteIn(page)?.textContent).to.contain(SECRET);
      expect(readersText(page)).not.to.contain('hunter2');
      const [[, failure] = []] = linesOf(`article-comments: reference ${reference}`);
      expect((failure as Error).cause, 'with its stack').to.equal(thrown);
      expect(linesOf('<article-comments>: list() threw '), 'once').to.have.length(1);
    });

  for (const [what, { method, says, adapter = changeable(), act }] of Object.entries(operations))
    it(`is not shown to readers after ${what}`, async () => {
      const thrown = new Error(SECRET);
      const page = await CommentsPage.open(rejecting(complete(adapter), method, thrown));
      const errors = page.listen('comments-error');
      await act?.(page);
      const reference = await referenceOf(page);
      await page.says(says);
      expect(readersText(page)).not.to.contain('hunter2');
      await waitFor(() => expect(noteIn(page)?.textContent).to.contain(`${method}() threw Error: ${SECRET}`));
      expect(linesOf(`article-comments: reference ${reference}`)).to.have.length(1);
      expect(linesOf(`<article-comments>: ${method}() threw Error: ${SECRET}`)).to.have.length(1);
      if (act) expect(errors.at(-1)?.error.cause ?? thrown).to.equal(thrown);
    });

  it('is reported once, however often readers try again', async () => {
    const page = await CommentsPage.open(rejecting(changeable(), 'list', new Error(SECRET)));
    const first = await referenceOf(page);
    await waitFor(() => expect(noteIn(page)).to.exist);
    await page.press('Try again');
    await waitFor(async () => expect(await referenceOf(page)).not.to.equal(first));
    expect(linesOf('<article-comments>: list() threw ')).to.have.length(1);
    expect(noteIn(page)?.textContent?.split(SECRET)).to.have.length(2);
  });

  it('is not shown to readers if the response throws when it is read', async () => {
    const broken = Object.defineProperty(comment('First.'), 'body', {
      enumerable: true,
      get: () => {
        throw new Error(SECRET);
      },
    });
    const page = await CommentsPage.open({ ...changeable(), list: async () => ({ items: [broken] }) });
    await referenceOf(page);
    expect(readersText(page)).not.to.contain('hunter2');
  });

  it('is not shown to readers if a response throws when it is read again', async () => {
    let reads = 0;
    const list = async (): Promise<{ items: [] }> =>
      Object.defineProperty({ items: [] as [] }, 'total', {
        get: () => {
          throw new Error(SECRET + String(reads++));
        },
      });
    const page = await CommentsPage.open({ ...changeable(), list });
    await referenceOf(page);
    expect(readersText(page)).not.to.contain('hunter2');
  });

  it('is not shown to readers if the method throws instead of rejecting', async () => {
    const page = await CommentsPage.open(throwing('list'));
    await referenceOf(page);
    expect(readersText(page)).not.to.contain('hunter2');
  });

  it('is in the console if subscribe() throws it, and the section polls', async () => {
    let polls = 0;
    const { list, ...rest } = changeable();
    const page = await CommentsPage.open({
      ...rest,
      features: { pollEvery: 0.01 },
      list: (...call) => {
        polls++;
        return list(...call);
      },
      subscribe: () => {
        throw new Error(SECRET);
      },
    });
    await page.comment('Mine.');
    await waitFor(() => expect(noteIn(page)?.textContent).to.contain(`subscribe() threw Error: ${SECRET}`));
    await waitFor(() => expect(polls).to.be.greaterThan(1));
    expect(readersText(page)).not.to.contain('hunter2');
  });

  for (const [method, properties] of [
    ['onViewerChange', {}],
    ['setToken', { token: 'a-token' }],
  ] as const)
    it(`is in the console if ${method}() throws it, and readers see the comments`, async () => {
      const prepare = (element: CommentsPage['element']) => Object.assign(element, properties);
      const page = await CommentsPage.open(throwing(method), {}, { prepare });
      await page.comment('Mine.');
      await waitFor(() => expect(noteIn(page)?.textContent).to.contain(`${method}() threw Error: ${SECRET}`));
      expect(linesOf(`<article-comments>: ${method}() threw Error: ${SECRET}`)).to.have.length(1);
      expect(readersText(page)).not.to.contain('hunter2');
    });

  it('is in the console if a later setToken() throws it, and the comments stay', async () => {
    const page = await CommentsPage.open(throwing('setToken'));
    const row = await page.comment('Mine.');
    page.element.token = 'a-token';
    await waitFor(() => expect(noteIn(page)?.textContent).to.contain(`setToken() threw Error: ${SECRET}`));
    expect(await page.comment('Mine.')).to.equal(row);
    expect(readersText(page)).not.to.contain('hunter2');
  });

  it('is a sentence of the section if the features cannot be read, until they can', async () => {
    let isBroken = true;
    const page = await CommentsPage.open({
      ...changeable(),
      get features() {
        if (isBroken) throw new Error(SECRET);
        return { pollEvery: 0 };
      },
    });
    const reference = await referenceOf(page);
    await page.says(`We couldn’t load the comments. ${cause} (reference ${reference}).`);
    await waitFor(() => expect(noteIn(page)?.textContent).to.contain(`adapter.features threw Error: ${SECRET}`));
    expect(readersText(page)).not.to.contain('hunter2');
    isBroken = false;
    await page.press('Try again');
    await page.comment('Mine.');
  });

  it('is not shown to readers if a poll throws it', async () => {
    let polls = 0;
    const { list, ...rest } = changeable();
    const page = await CommentsPage.open({
      ...rest,
      features: { pollEvery: 0.01 },
      list: (...call) => (polls++ === 0 ? list(...call) : Promise.reject(new Error(SECRET))),
    });
    await page.comment('Mine.');
    await waitFor(() => expect(noteIn(page)?.textContent).to.contain(`list() threw Error: ${SECRET}`));
    expect(readersText(page)).not.to.contain('hunter2');
  });

  it('is not shown to readers if it is thrown while the adapter is created', async () => {
    const { ArticleComments } = await import('../../src/elements/article-comments.js');
    const { backends } = ArticleComments;
    ArticleComments.backends = { broken: () => Promise.reject(new Error(SECRET)) };
    try {
      const page = await CommentsPage.open(undefined, { backend: 'broken' });
      const reference = await referenceOf(page);
      await page.says(`We couldn’t load the comments. ${cause} (reference ${reference}).`);
      await waitFor(() => expect(noteIn(page)?.textContent).to.contain(SECRET));
      expect(readersText(page)).not.to.contain('hunter2');
    } finally {
      ArticleComments.backends = backends;
    }
  });

  for (const [tag, name, method] of [
    ['comment-count', CommentCount, 'counts'],
    ['comment-quote', CommentQuote, 'get'],
  ] as const)
    it(`leaves what the page has put into <${tag}>`, async () => {
      expect(customElements.get(tag)).to.equal(name);
      const element = document.createElement(tag);
      element.textContent = 'Comments';
      Object.assign(element, { adapter: rejecting(changeable(), method, new Error(SECRET)), comment: '1' });
      element.setAttribute('discussion', 'pier');
      document.body.append(element);
      try {
        await waitFor(() => expect(linesOf(`<${tag}>: ${method}() threw Error: ${SECRET}`)).to.have.length(1));
        expect(element.shadowRoot?.querySelector('slot')).to.exist;
        expect(element.shadowRoot?.textContent).not.to.contain('hunter2');
      } finally {
        element.remove();
      }
    });
});
