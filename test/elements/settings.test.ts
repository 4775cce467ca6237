import { expect, nextFrame } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { ArticleComments } from '../../src/elements/article-comments.js';
import { CommentCount } from '../../src/elements/count/comment-count.js';
import de from '../../src/locales/de.js';
import en from '../../src/locales/en.js';
import { type Comment, type CommentsAdapter, type ListQuery } from '../../src/model/adapter.js';
import { comment, comments, watched } from '../support/fake-backend.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';

/** Frames in which a section that asks for ever would ask many times. */
const FRAMES = 5;

const TEXTS = ['abc', '-1', '0', '1e9', ''];

/** For each attribute, those of the texts that it can use. Of the others the developer is told. */
const USABLE: Readonly<Record<string, readonly string[]>> = {
  discussion: ['abc', '-1', '0', '1e9'],
  // Not needed, because there is an adapter.
  backend: ['abc', '-1', '0', '1e9'],
  src: ['abc', '-1', '0', '1e9'],
  // The adapter of this test offers none of them, which is told as well.
  order: [],
  'page-size': [],
  closed: TEXTS,
  'policy-href': ['abc', '-1', '0', '1e9'],
  'report-href': ['abc', '-1', '0', '1e9'],
  'heading-level': [],
  'time-zone': [],
  'time-style': [],
  toolbar: [],
  loading: [],
  avatars: TEXTS,
  // No language is named, so it is the page's.
  lang: [''],
  debug: TEXTS,
};

/** What each property is given, besides the texts. */
const OTHERS: readonly unknown[] = [null, undefined, {}, NaN, -1, 0, 1e9, true, [], () => 'x', Symbol('x')];

const PROPERTIES = [
  'discussion',
  'backend',
  'src',
  'token',
  'order',
  'pageSize',
  'closed',
  'policyHref',
  'reportHref',
  'reportReasons',
  'headingLevel',
  'timeZone',
  'timeStyle',
  'toolbar',
  'loading',
  'avatars',
  'messages',
  'debug',
];

/** A place in sight, whatever else is on the page: a lazy section begins when it is near the viewport. */
function onTop(): HTMLElement {
  const place = document.body.appendChild(document.createElement('div'));
  place.style.cssText = 'position: absolute; inset: 0';
  return place;
}

describe('the settings of a section', () => {
  const { error } = console;
  const { backends, locales } = ArticleComments;
  /** What was written to the console as an error. */
  let logged: string[];
  /** What was thrown and not caught. */
  let uncaught: unknown[];

  const onError = (event: ErrorEvent): void => void uncaught.push(event.error);
  const onRejection = (event: PromiseRejectionEvent): void => void uncaught.push(event.reason);

  beforeEach(() => {
    [logged, uncaught] = [[], []];
    console.error = (...words: unknown[]) => void logged.push(words.map(String).join(' '));
    addEventListener('error', onError);
    addEventListener('unhandledrejection', onRejection);
  });
  afterEach(() => {
    unmountAll();
    console.error = error;
    Object.assign(ArticleComments, { backends, locales });
    removeEventListener('error', onError);
    removeEventListener('unhandledrejection', onRejection);
  });

  /** The comments are there, and nobody is asked again and again. */
  async function showsComments(page: CommentsPage, calls: readonly unknown[]): Promise<void> {
    await page.comment('Comment 3');
    for (let frame = 0; frame < FRAMES; frame++) await nextFrame();
    expect(calls.length, 'calls').to.be.within(2, 3);
    expect(uncaught).to.deep.equal([]);
  }

  const told = (text: string): Promise<void> =>
    waitFor(() => void expect(logged.filter((line) => line.includes(text))).to.have.length(1));

  for (const [attribute, usable] of Object.entries(USABLE)) {
    for (const text of TEXTS) {
      const isUsable = usable.includes(text);
      it(`shows the comments with ${attribute}="${text}"${isUsable ? '' : ', and reports it'}`, async () => {
        const { adapter, calls } = watched(memoryAdapter({ comments: comments(3) }));
        const page = await CommentsPage.open(adapter, { [attribute]: text });
        await showsComments(page, calls);
        if (isUsable) expect(logged).to.deep.equal([]);
        else await told(`${attribute}="${text}"`);
      });
    }
  }

  for (const property of PROPERTIES) {
    it(`shows the comments with any value of the property ${property}, and keeps what was set`, async () => {
      await Promise.all(
        [...TEXTS, ...OTHERS].map(async (value) => {
          const { adapter, calls } = watched(memoryAdapter({ comments: comments(3) }));
          const prepare = (element: ArticleComments): void => void Object.assign(element, { [property]: value });
          const page = await CommentsPage.open(adapter, {}, { prepare, parent: onTop() });
          await showsComments(page, calls);
          expect(Object.is(Reflect.get(page.element, property), value)).to.equal(true);
        }),
      );
    });
  }

  it('falls back to the backend if the property adapter is not an adapter', async () => {
    for (const value of [...TEXTS, NaN, 7, true]) {
      const { adapter, calls } = watched(memoryAdapter({ comments: comments(3) }));
      ArticleComments.backends = { memory: async () => adapter };
      const page = await CommentsPage.open(value as never, { backend: 'memory' });
      await showsComments(page, calls);
      await told(`The property adapter with the value ${JSON.stringify(value)} is invalid.`);
      page.element.remove();
      logged = [];
    }
  });

  it('requests 25 comments if the page size is invalid', async () => {
    const { adapter, to } = watched(memoryAdapter({ comments: comments(3) }));
    const page = await CommentsPage.open(adapter, { 'page-size': 'abc' });
    await page.comment('Comment 3');
    expect((to('list')[0]?.args[0] as ListQuery).limit).to.equal(25);
    expect(await page.alert()).to.contain('page-size="abc" is invalid. Use a whole number from 1 to 1000.');
    page.element.setAttribute('page-size', '2');
    await waitFor(() => expect(page.texts).to.have.length(2));
    expect(page.all('alert')).to.have.length(0);
  });

  for (const name of ['policy-href', 'report-href'])
    it(`rejects a script as ${name}, and reports it to the developer`, async () => {
      const adapter = memoryAdapter({ comments: comments(1), without: ['report'] });
      for (const script of [
        'javascript:alert(1)//{id}',
        ' JavaScript:alert(1)',
        'java\tscript:alert(1)',
        'data:,{id}',
      ]) {
        const page = await CommentsPage.open(adapter, { [name]: script });
        await page.comment('Comment 1');
        expect(await page.alert()).to.contain(`${name}="${script}" is invalid. Set an address, or omit it.`);
        for (const link of page.all('link')) expect((link as HTMLAnchorElement).href).to.match(/^https?:/);
        page.element.remove();
      }
    });

  it('gives the section’s heading level 2 if the page sets an invalid level', async () => {
    const page = await CommentsPage.open(memoryAdapter({ comments: comments(3) }), { 'heading-level': '9' });
    expect(page.get('heading', /^Comments/).ariaLevel).to.equal('2');
  });

  it('reports each invalid setting once, however often the section is drawn', async () => {
    const page = await CommentsPage.open(memoryAdapter({ comments: comments(3) }), {
      'page-size': '-1',
      'time-style': 'old',
      'time-zone': 'Mars/Olympus',
    });
    const note = await page.alert();
    for (const text of ['page-size="-1"', 'time-style="old"', 'time-zone="Mars/Olympus"']) {
      expect(note).to.contain(text);
      page.element.requestUpdate();
      await page.element.updateComplete;
      await told(text);
    }
  });

  describe('for the order', () => {
    const backend = (features: CommentsAdapter['features']) =>
      watched({
        features,
        open: async () => ({ state: 'open' as const }),
        list: async ({ sort }: ListQuery) => {
          const items: readonly Comment[] = [comment('First.'), comment('Second.')];
          return { items: sort === 'newest' ? items.toReversed() : items };
        },
      });

    it('uses the first order that the adapter offers if it lacks the one that the page sets', async () => {
      const { adapter, to } = backend({ sorts: ['newest', 'oldest'] });
      const page = await CommentsPage.open(adapter, { order: 'top' });
      await page.comment('First.');
      expect(page.texts).to.deep.equal(['Second.', 'First.']);
      expect(to('list')).to.have.length(1);
      expect(await page.alert()).to.contain('order="top" is not offered by the adapter. Use one of: newest, oldest.');
    });

    it('assumes the oldest first if the adapter names no orders', async () => {
      const { adapter, to } = backend(undefined);
      const page = await CommentsPage.open(adapter, { order: 'newest' });
      await page.comment('First.');
      expect(page.texts).to.deep.equal(['First.', 'Second.']);
      expect(to('list')).to.have.length(1);
    });

    it('accepts orders that an adapter learns from the first response', async () => {
      const { adapter } = backend(undefined);
      const { list } = adapter;
      adapter.list = async (...args) => {
        adapter.features = { sorts: ['oldest', 'newest'] };
        return list(...args);
      };
      const page = await CommentsPage.open(adapter, { order: 'newest' });
      await waitFor(() => expect(page.texts).to.deep.equal(['Second.', 'First.']));
      expect(page.all('alert')).to.have.length(0);
    });
  });

  describe('for the words', () => {
    const open = (messages: unknown, attributes = {}) =>
      CommentsPage.open(memoryAdapter({ comments: comments(3) }), attributes, {
        prepare: (element) => void Object.assign(element, { messages }),
      });

    it('shows the page’s own messages as text, tags included', async () => {
      const tag = '<img src=x onerror=alert(1)>';
      const page = await CommentsPage.open(memoryAdapter({ comments: comments(1) }));
      await page.comment('Comment 1');
      page.element.messages = { heading: tag, policy: tag, reply: tag, report: tag };
      await waitFor(() => expect(page.section.textContent.split(tag)).to.have.length.at.least(4));
      expect(page.section.querySelector('img')).to.equal(null);
    });

    it('accepts plain text for a message that is a function', async () => {
      const page = await open({ heading: 'Letters' });
      await page.find('heading', 'Letters');
      await page.comment('Comment 3');
      expect(logged).to.deep.equal([]);
    });

    it('replaces one message of a group, and keeps the others', async () => {
      const page = await open({ orders: { newest: 'Latest' } });
      await page.find('combobox');
      const options = page.all('option').map(({ textContent }) => textContent);
      expect(options).to.include.members(['Latest', en.orders.oldest]);
    });

    it('ignores messages that are unknown or of another type, and reports them to the developer', async () => {
      ArticleComments.locales = { de: async () => de };
      const page = await open({ heading: 7, post: null, orders: 'x', hedding: 'Letters' }, { lang: 'de' });
      await page.find('heading', 'Kommentare (3)');
      expect(await page.find('button', de.post)).to.exist;
      for (const path of ['heading', 'post', 'orders', 'hedding']) await told(`messages.${path} is invalid`);
    });
  });
});

describe('the settings of a count', () => {
  const { error } = console;
  let logged: string[];

  beforeEach(() => {
    logged = [];
    console.error = (...words: unknown[]) => void logged.push(words.map(String).join(' '));
  });
  afterEach(() => {
    console.error = error;
    for (const element of document.querySelectorAll('comment-count')) element.remove();
  });

  for (const property of ['discussion', 'backend', 'src', 'format', 'messages', 'lang'] as const) {
    it(`shows the number of comments with any value of the property ${property}`, async () => {
      for (const value of [...TEXTS, ...(property === 'lang' ? [] : OTHERS)]) {
        const { adapter, calls } = watched({
          ...memoryAdapter(),
          counts: async (discussions: readonly { readonly key: string }[]) =>
            new Map(discussions.map(({ key }) => [key, 12])),
        });
        const element = Object.assign(new CommentCount(), { adapter, [property]: value });
        document.body.append(element);
        await waitFor(() => expect(element.shadowRoot?.textContent?.trim()).to.equal('12 comments'));
        for (let frame = 0; frame < 3; frame++) await nextFrame();
        expect(calls.length).to.equal(1);
        element.remove();
      }
    });
  }

  it('reports an invalid setting of a count', async () => {
    const element = Object.assign(new CommentCount(), { format: 'long' });
    document.body.append(element);
    await waitFor(() => expect(logged).to.have.length(1));
    expect(logged[0]).to.contain('<comment-count>: The property format with the value "long" is invalid.');
  });
});
