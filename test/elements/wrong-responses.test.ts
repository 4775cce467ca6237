import { expect, nextFrame } from '@open-wc/testing';
import { httpAdapter } from '../../src/adapters/http.js';
import { staticAdapter } from '../../src/adapters/static.js';
import en from '../../src/locales/en.js';
import { AdapterError, type Change, type CommentsAdapter } from '../../src/model/adapter.js';
import { takeConsoleErrors } from '../support/console-error.js';
import { comment } from '../support/fake-backend.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';

/** An adapter whose responses are as wrong as a page's own code can make them. */
const adapterOf = (items: unknown, info: unknown = { state: 'open' }, more: object = {}): CommentsAdapter =>
  ({ open: async () => info, list: async () => ({ items }), submit: async () => undefined, ...more }) as never;

describe('an adapter that gets the shapes wrong', () => {
  /** What was thrown and not caught. */
  let uncaught: unknown[];

  const onError = (event: ErrorEvent): void => void uncaught.push(event.error);
  const onRejection = (event: PromiseRejectionEvent): void => void uncaught.push(event.reason);

  beforeEach(() => {
    uncaught = [];
    addEventListener('error', onError);
    addEventListener('unhandledrejection', onRejection);
  });
  afterEach(async () => {
    unmountAll();
    await nextFrame();
    removeEventListener('error', onError);
    removeEventListener('unhandledrejection', onRejection);
    expect(uncaught).to.deep.equal([]);
  });

  const logged = takeConsoleErrors();

  const told = (text: string | RegExp): Promise<void> =>
    waitFor(() => void expect(logged().filter(([line]) => new RegExp(text).test(String(line)))).to.have.length(1));

  const first = comment('First.');
  const last = comment('Last.');

  for (const [what, wrong, place, shown] of [
    ['a body that is a text', { ...first, body: 'hi' }, /list\(\)\.items\[1\]\.body is "hi", not an object/, 'hi'],
    ['no body', { ...first, body: undefined }, /list\(\)\.items\[1\]\.body is missing, not an object/, undefined],
    ['an id that is a number', { ...first, id: 7 }, /items\[1\]\.id is 7, not a non-empty string/, 'First.'],
    ['no id', { ...first, id: undefined }, /items\[1\]\.id is missing/, undefined],
    ['null', null, /items\[1\] is null, not an object/, undefined],
    [
      'a date that is none',
      { ...first, createdAt: 'soon' },
      /items\[1\]\.createdAt is "soon", not a time such as/,
      'First.',
    ],
    ['a date that is a number', { ...first, createdAt: 1e12 }, /items\[1\]\.createdAt is 1000000000000/, 'First.'],
    ['an author that is a text', { ...first, author: 'Tom' }, /items\[1\]\.author is "Tom", not an object/, 'First.'],
    [
      'badges that are no list',
      { ...first, author: { name: 'Tom', badges: 'staff' } },
      /items\[1\]\.author\.badges is "staff", not an array/,
      'First.',
    ],
    [
      'a badge without words',
      { ...first, author: { name: 'Tom', badges: [null, { id: 'fan' }, 'staff'] } },
      /items\[1\]\.author\.badges\[0\] is null, not one of/,
      'First.',
    ],
    ['permissions that are null', { ...first, can: null }, /items\[1\]\.can is null, not an object/, 'First.'],
    ['a status that nobody knows', { ...first, status: 'approved' }, /items\[1\]\.status is "approved"/, ''],
    ['a parent that is a number', { ...first, parentId: 4 }, /items\[1\]\.parentId is 4/, 'First.'],
    [
      'replies inside a comment',
      { ...first, children: [last] },
      /items\[1\]\.children is a list, .*"parentId"/,
      'First.',
    ],
    ['replies in place of their number', { ...first, replies: [last] }, /items\[1\]\.replies is a list/, 'First.'],
  ] as const) {
    it(`shows the others where a comment has ${what}, and tells the developer the place`, async () => {
      const page = await CommentsPage.open(adapterOf([comment('Before.'), wrong, comment('After.')]));
      await page.comment('After.');
      expect(page.texts).to.deep.equal(['Before.', ...(shown === undefined ? [] : [shown]), 'After.']);
      await told(place);
      expect(await page.alert()).to.match(place);
      expect(page.isSaying('Invalid Date')).to.equal(false);
    });
  }

  it('tells a mistake of many comments once', async () => {
    const items = [1, 2, 3].map((id) => ({ ...comment(`Comment ${id}`), id }));
    const page = await CommentsPage.open(adapterOf(items));
    await page.comment('Comment 3');
    await told(/items\[0\]\.id is 1, not a non-empty string \(and 2 more like it\)/);
  });

  it('connects replies whose ids are numbers', async () => {
    const page = await CommentsPage.open(
      adapterOf([
        { ...first, id: 1 },
        { ...last, id: 2, parentId: 1 },
      ]),
    );
    await page.comment('Last.');
    expect((await page.comment('Last.')).getAttribute('aria-label')).to.match(/^Reply by Tom to Tom, /);
  });

  it('does not call a discussion closed whose state nobody knows', async () => {
    const page = await CommentsPage.open(adapterOf([first], { state: 'opened' }));
    await page.comment('First.');
    await told(/open\(\)\.state is "opened", not one of open closed disabled missing/);
    expect(page.all('status')).to.have.length(0);
    expect(page.all('textbox')).to.have.length(0);
  });

  it('has no button for more where the cursor is null', async () => {
    const page = await CommentsPage.open({
      ...adapterOf([]),
      list: async () => ({ items: [first], next: null, total: '1' }) as never,
    });
    await page.find('heading', 'Comments (1)');
    expect(page.all('button', en.loadMore)).to.have.length(0);
    await told(/list\(\)\.next is null/);
  });

  it('cannot break the section with a policy', async () => {
    const page = await CommentsPage.open(adapterOf([first], { state: 'open', policy: { body: 'Be kind.' } }));
    await page.comment('First.');
    await told(/open\(\)\.policy\.body is "Be kind\."/);
    expect(page.isSaying('Be kind.')).to.equal(true);
  });

  it('is quiet for readers where there is nothing to show, and lets them try again', async () => {
    let items: unknown = 'none';
    const page = await CommentsPage.open({ ...adapterOf([]), list: async () => ({ items }) as never });
    await page.says(en.unavailable);
    await told(/list\(\) returned .*expected an object with an array of comments as "items"/);
    items = [first];
    await page.press(en.tryAgain);
    await page.comment('First.');
    expect(page.isSaying(en.unavailable)).to.equal(false);
  });

  it('cannot break the section with a pushed comment', async () => {
    let push: ((change: Change) => void) | undefined;
    let items: readonly unknown[] = [first];
    const page = await CommentsPage.open({
      ...adapterOf([]),
      list: async () => ({ items }) as never,
      subscribe: (_discussion, onChange) => void (push = onChange),
    });
    await page.comment('First.');
    await waitFor(() => expect(push).to.exist);
    items = [first, last];
    push!({ type: 'added', comment: { id: 9, body: 'Hi' } as never });
    push!(null as never);
    await told(
      /subscribe\(\) reported a change of the wrong shape\.\nchange\.comment\.id is 9, not a non-empty string/,
    );
    await page.press(/View 1 new comment/);
    await page.comment('Last.');
  });

  it('is checked in full where the page asks for it', async () => {
    const odd = { ...first, pinned: 'yes', body: { format: 'bbcode', value: 'Bold.' }, votes: { up: 'ten' } };
    const page = await CommentsPage.open(adapterOf([odd], { state: 'open', policy: 'Be kind.' }), { debug: '' });
    await page.comment('Bold.');
    await told(/items\[0\]\.pinned is "yes", not true or false/);
    await told(/items\[0\]\.body\.format is "bbcode", not one of text markdown html/);
    await told(/items\[0\]\.votes\.up is "ten"/);
    await told(/open\(\)\.policy is "Be kind\.", not an object/);
    expect(page.isSaying('NaN')).to.equal(false);
  });
});

describe('an adapter with a bug', () => {
  afterEach(unmountAll);
  const logged = takeConsoleErrors();

  it('has its error in the console with the stack, and readers see their own words', async () => {
    const bug = new TypeError("Cannot read properties of undefined (reading 'fetch')");
    const broken = (): Promise<never> => Promise.reject(bug);
    const page = await CommentsPage.open({ open: broken, list: broken });
    await page.says(/^We couldn’t load the comments. Our site is having trouble right now \(reference \w{6}\)\.$/);
    expect(page.get('button', en.tryAgain)).to.exist;
    await waitFor(() => {
      const note = page.element.shadowRoot?.querySelector('[part=developer-note]')?.textContent ?? '';
      expect(note).to.contain("list() threw TypeError: Cannot read properties of undefined (reading 'fetch')");
    });
    expect(logged().map(([, thrown]) => (thrown as Partial<Error> | undefined)?.cause)).to.include(bug);
  });
});

describe('a wrong address', () => {
  afterEach(unmountAll);
  const logged = takeConsoleErrors();

  const answering = (response: () => Response): CommentsAdapter =>
    staticAdapter({ src: '/nothere.json', fetch: async () => response() });

  for (const [what, response, told] of [
    ['that is not there', () => new Response('', { status: 404 }), '/nothere.json returned status 404: set src'],
    ['that is a page', () => new Response('<!doctype html>'), '/nothere.json is a web page, not JSON'],
    ['that is no JSON', () => new Response('hello'), '/nothere.json is not JSON'],
  ] as const) {
    it(`reports an address ${what} to the developer and not to readers`, async () => {
      const page = await CommentsPage.open(answering(response));
      await page.says(en.unavailable);
      expect(await page.alert()).to.contain(told);
      const note = (await page.find('alert')).textContent ?? '';
      const forReaders = page.section.textContent?.replace(note, '');
      expect(forReaders).not.to.contain('nothere');
      expect(forReaders).not.to.contain(en.missing);
      await waitFor(() => void expect(logged().filter(([line]) => String(line).includes(told))).to.have.length(1));
    });
  }

  it('reports the address of a file without the adapter for files, with the remedy', async () => {
    const fetch = async (): Promise<Response> => new Response('<h1>Not found</h1>', { status: 404 });
    const page = await CommentsPage.open(httpAdapter({ src: '/comments.json', fetch }));
    await page.says(en.unavailable);
    expect(await page.alert())
      .to.contain('GET /discussion returned status 404. Set src to the base URL of a backend')
      .and.contain('a file needs backend="static"');
  });

  it('may be the server’s fault, which readers can wait for', async () => {
    const page = await CommentsPage.open(answering(() => new Response('', { status: 503 })));
    const [, reference = ''] = /\(reference (\w{6})\)/.exec(await page.alert()) ?? [];
    expect(await page.alert()).to.contain(en.loadFailed(en.withReference(en.causes.unavailable, reference)));
    expect(page.section.textContent).not.to.contain('503');
    expect(page.get('button', en.tryAgain)).to.exist;
  });

  it('reports to the developer an address that the adapter rejects with its first request', async () => {
    const refuse = (): Promise<never> => Promise.reject(new AdapterError('invalid', '"pier" is not a post.'));
    const page = await CommentsPage.open({ open: refuse, list: refuse });
    await page.says(en.unavailable);
    expect(await page.alert()).to.contain('"pier" is not a post.');
    await waitFor(() => expect(logged()).to.have.length(1));
  });
});
