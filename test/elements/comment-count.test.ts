import { expect, nextFrame } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { CommentCount } from '../../src/elements/count/comment-count.js';
import type { CommentsErrorEvent } from '../../src/elements/events.js';
import { AdapterError, type CommentsAdapter, type DiscussionRef } from '../../src/model/adapter.js';
import { comment, comments, held, heldUp, watched } from '../support/fake-backend.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';
import { expectConsoleError } from '../support/console-error.js';
import { nextTask } from '../support/next-task.js';
import { neverHappens } from '../support/never-happens.js';

const counted = new Set<Element>();

/** Puts a link with a count on the page. */
function put(key: string | undefined, set: Partial<CommentCount> = {}, fallback = 'Comments'): CommentCount {
  const link = document.createElement('a');
  const element = link.appendChild(document.createElement('comment-count'));
  if (key !== undefined) element.setAttribute('discussion', key);
  element.textContent = fallback;
  Object.assign(element, set);
  document.body.append(link);
  counted.add(link);
  return element;
}

/** What is to be read at the element's place. */
function read(element: CommentCount): string {
  const isFallback = element.shadowRoot?.querySelector('slot') !== null;
  return (isFallback ? element.textContent : element.shadowRoot?.textContent)?.trim() ?? '';
}

const reads = (element: CommentCount, text: string): Promise<void> =>
  waitFor(() => void expect(read(element)).to.equal(text));

/** A backend that only counts, with every call that it gets. */
const backendWith = (known: Readonly<Record<string, number>>) =>
  watched({ ...memoryAdapter(), counts: async () => new Map(Object.entries(known)) });

const keysOf = ({ args }: { readonly args: readonly unknown[] }): string[] =>
  (args[0] as DiscussionRef[]).map(({ key }) => key);

/** Collects what the elements say to the page. */
function failures(): CommentsErrorEvent[] {
  const seen: CommentsErrorEvent[] = [];
  const listener = (event: CommentsErrorEvent): void => void seen.push(event);
  document.addEventListener('comments-error', listener);
  cleanUps.push(() => document.removeEventListener('comments-error', listener));
  return seen;
}

const cleanUps: (() => void)[] = [];

describe('the number of comments', () => {
  const { backends, locales } = CommentCount;

  afterEach(() => {
    unmountAll();
    for (const element of counted) element.remove();
    counted.clear();
    for (const cleanUp of cleanUps.splice(0)) cleanUp();
    CommentCount.backends = backends;
    CommentCount.locales = locales;
    document.documentElement.lang = 'en';
  });

  describe('in a list of articles', () => {
    it('is said of each, with one call for all', async () => {
      const { adapter, to } = backendWith({ 1: 1234, 2: 1, 3: 0 });
      const elements = ['1', '2', '3', '1'].map((key) => put(key, { adapter }));
      await Promise.all(
        ['1,234 comments', '1 comment', 'No comments', '1,234 comments'].map((text, at) => reads(elements[at]!, text)),
      );
      expect(to('counts').map(keysOf)).to.deep.equal([['1', '2', '3']]);
    });

    it('is said of those that come later', async () => {
      const { adapter, to } = backendWith({ 1: 12, 2: 13 });
      await reads(put('1', { adapter }), '12 comments');
      await reads(put('2', { adapter }), '13 comments');
      expect(to('counts').map(keysOf)).to.deep.equal([['1'], ['2']]);
    });

    it('leaves what the page has there until it is known, and where it is not', async () => {
      const gate = held();
      const { adapter } = backendWith({ 1: 12 });
      const slow = heldUp(adapter, 'counts', gate.promise);
      const [known, unknown] = [put('1', { adapter: slow }), put('2', { adapter: slow })];
      await nextTask();
      expect([read(known), read(unknown)]).to.deep.equal(['Comments', 'Comments']);
      gate.release();
      await reads(known, '12 comments');
      expect(read(unknown)).to.equal('Comments');
    });

    it('can stand without words', async () => {
      const { adapter } = backendWith({ 1: 1234 });
      const element = put('1', { adapter });
      element.setAttribute('format', 'number');
      await reads(element, '1,234');
    });

    it('can have the page’s words', async () => {
      const { adapter } = backendWith({ 1: 3 });
      const element = put('1', {
        adapter,
        messages: { commentCount: (count, formatted) => `${formatted} letter${count === 1 ? '' : 's'}` },
      });
      await reads(element, '3 letters');
    });

    it('looks like the text around it', async () => {
      const { adapter } = backendWith({ 1: 3 });
      const element = put('1', { adapter });
      element.parentElement!.style.cssText = 'color: rgb(1, 2, 3); font: italic 21px serif';
      await reads(element, '3 comments');
      const { color, fontSize, fontStyle, display } = getComputedStyle(
        element.shadowRoot!.querySelector('[part=count]')!,
      );
      expect([color, fontSize, fontStyle, display]).to.deep.equal(['rgb(1, 2, 3)', '21px', 'italic', 'inline']);
    });

    it('is that of the page itself where no discussion is named', async () => {
      const { adapter, to } = backendWith({ [location.href.replace(/#.*/, '')]: 5 });
      await reads(put(undefined, { adapter }), '5 comments');
      expect(to('counts')).to.have.length(1);
    });

    it('changes with the discussion, and is unknown meanwhile', async () => {
      const gate = held();
      const { adapter, to } = backendWith({ 1: 12, 2: 13 });
      const element = put('1', { adapter });
      await reads(element, '12 comments');
      element.adapter = heldUp(adapter, 'counts', gate.promise);
      element.discussion = '2';
      await reads(element, 'Comments');
      gate.release();
      await reads(element, '13 comments');
      expect(to('counts').map(keysOf)).to.deep.equal([['1'], ['2']]);
    });
  });

  describe('of an element that is on the page before its class', () => {
    it('takes the properties that were set on it', async () => {
      const { adapter, to } = backendWith({ 1: 12, 2: 13 });
      // The elements of a document without a window are not upgraded until they are moved to the page.
      const element = document.implementation.createHTMLDocument('').createElement('comment-count');
      element.setAttribute('discussion', '1');
      Object.assign(element, { adapter, discussion: '2', format: 'number' });
      expect(element).not.to.be.instanceOf(CommentCount);
      document.body.append(element);
      counted.add(element);
      expect(element).to.be.instanceOf(CommentCount);
      await reads(element, '13');
      element.format = 'text';
      await reads(element, '13 comments');
      expect(to('counts').map(keysOf)).to.deep.equal([['2']]);
      expect(Object.hasOwn(element, 'adapter')).to.equal(false);
    });
  });

  describe('that cannot be fetched', () => {
    it('leaves what the page has there, tells the page once, and is not asked for again by itself', async () => {
      const seen = failures();
      const { adapter, to } = watched({
        ...memoryAdapter(),
        counts: async () => Promise.reject(new AdapterError('unavailable', 'Down.')),
      });
      const element = put('1', { adapter });
      await waitFor(() => expect(seen).to.have.length(1));
      expect([seen[0]!.action, seen[0]!.error.kind, seen[0]!.target]).to.deep.equal(['counts', 'unavailable', element]);
      element.requestUpdate();
      await element.updateComplete;
      await nextTask();
      expect(read(element)).to.equal('Comments');
      expect(to('counts')).to.have.length(1);
    });

    it('is asked for again when something else is wanted', async () => {
      const seen = failures();
      const { adapter } = backendWith({ 1: 12 });
      const element = put('1', {
        adapter: { ...adapter, counts: async () => Promise.reject(new TypeError('Failed to fetch')) },
      });
      await waitFor(() => expect(seen.map(({ error }) => error.kind)).to.deep.equal(['network']));
      element.adapter = adapter;
      await reads(element, '12 comments');
    });

    it('has the developer told where the adapter cannot count', async () => {
      const { error } = console;
      const logged: string[] = [];
      console.error = (text: string) => void logged.push(text);
      cleanUps.push(() => (console.error = error));
      const seen = failures();
      const element = put('1', { adapter: memoryAdapter({ without: ['counts'] }) });
      await waitFor(() => expect(seen.map(({ action }) => action)).to.deep.equal(['setup']));
      expect(logged).to.deep.equal([
        '<comment-count>: The adapter has no counts(), so the number of comments is unknown.',
      ]);
      expect(read(element)).to.equal('Comments');
    });
  });

  describe('for the reader whom the page names', () => {
    it('comes from an adapter that is told who it is', async () => {
      const told: unknown[] = [];
      const { adapter } = backendWith({ 1: 12 });
      const setToken = (token: unknown): void => void told.push(token);
      const element = put('1', { adapter: { ...adapter, setToken }, token: 'ada' });
      await reads(element, '12 comments');
      element.token = undefined;
      await waitFor(() => expect(told).to.deep.equal(['ada', undefined]));
    });

    it('comes from one that takes no token, too, and the developer is told', async () => {
      const seen = failures();
      const { error } = console;
      const logged: string[] = [];
      console.error = (text: string) => void logged.push(text);
      cleanUps.push(() => (console.error = error));
      const { adapter } = backendWith({ 1: 12 });
      await reads(put('1', { adapter, token: 'a-secret' }), '12 comments');
      await waitFor(() => expect(seen.map(({ action }) => action)).to.deep.equal(['setup']));
      expect(logged.join()).to.contain('<comment-count>: The adapter takes no token').and.not.contain('a-secret');
    });
  });

  describe('from a backend that attributes name', () => {
    it('comes with one adapter and one call for all with the same address', async () => {
      const { adapter, to } = backendWith({ 1: 12, 2: 13 });
      const asked: unknown[] = [];
      CommentCount.backends = { own: async ({ src }) => (asked.push(src), adapter) };
      const elements = ['1', '2'].map((key) => put(key, { backend: 'own', src: '/api' }));
      await reads(elements[0]!, '12 comments');
      await reads(elements[1]!, '13 comments');
      expect(asked).to.deep.equal(['/api']);
      expect(to('counts').map(keysOf)).to.deep.equal([['1', '2']]);
      await reads(put('1', { backend: 'own', src: '/other' }), '12 comments');
      expect(asked).to.deep.equal(['/api', '/other']);
    });

    it('is that for the reader whose token the elements have, and comes with one call for all of them', async () => {
      const numbers: Readonly<Record<string, number>> = { ada: 12, bo: 13 };
      const asked: unknown[] = [];
      let calls = 0;
      CommentCount.backends = {
        own: async ({ token }) => {
          asked.push(token);
          const counts = async (discussions: readonly DiscussionRef[]) => {
            calls++;
            return new Map(discussions.map(({ key }) => [key, numbers[String(token)]!]));
          };
          return { ...memoryAdapter(), counts };
        },
      };
      const elements = ['1', '2'].map((key) => put(key, { backend: 'own', src: '/readers', token: 'ada' }));
      for (const element of elements) await reads(element, '12 comments');
      for (const element of elements) element.token = 'bo';
      for (const element of elements) await reads(element, '13 comments');
      expect(asked).to.deep.equal(['ada', 'bo']);
      expect(calls).to.equal(2);
      expect(document.documentElement.outerHTML).not.to.contain('ada');
    });

    it('is asked for again by the next element where the backend’s code could not be fetched', async () => {
      const seen = failures();
      const { adapter } = backendWith({ 1: 12 });
      const outcomes: (CommentsAdapter | undefined)[] = [undefined, adapter];
      CommentCount.backends = {
        own: async () =>
          outcomes.shift() ?? Promise.reject(new TypeError('Failed to fetch dynamically imported module')),
      };
      const element = put('1', { backend: 'own' });
      await waitFor(() =>
        expect(seen.map(({ action, error }) => [action, error.kind])).to.deep.equal([['counts', 'network']]),
      );
      await reads(put('1', { backend: 'own' }), '12 comments');
      expect(read(element)).to.equal('Comments');
    });

    it('has the developer told which there are', async () => {
      const { error } = console;
      const logged: string[] = [];
      console.error = (text: string) => void logged.push(text);
      cleanUps.push(() => (console.error = error));
      CommentCount.backends = { own: () => new Promise<never>(() => {}) };
      put('1', { backend: 'won' });
      await waitFor(() =>
        expect(logged.join()).to.contain('<comment-count>: backend="won" is unknown. Use one of: own.'),
      );
    });
  });

  describe('beside the discussion itself', () => {
    const three = { comments: comments(3) };

    it('is the discussion’s, without a call of its own', async () => {
      const { adapter, to } = watched(memoryAdapter(three));
      const page = await CommentsPage.open(adapter, { discussion: 'pier' });
      await page.find('heading', 'Comments (3)');
      await reads(put('pier', { adapter }), '3 comments');
      await reads(put('pier'), '3 comments');
      await neverHappens(() => to('counts'));
    });

    it('is the discussion’s where both load at the same time, without a call of its own', async () => {
      const { adapter, to } = watched(memoryAdapter(three));
      const elements = [put('pier', { adapter }), put('pier', { adapter, format: 'number' })];
      await CommentsPage.open(adapter, { discussion: 'pier' });
      await reads(elements[0]!, '3 comments');
      await reads(elements[1]!, '3');
      await neverHappens(() => to('counts'));
      expect(to('list')).to.have.length(1);
    });

    it('waits for a discussion that the reader has not reached', async () => {
      const { adapter, to } = watched(memoryAdapter(three));
      const article = document.createElement('div');
      article.style.blockSize = '5000px';
      document.body.prepend(article);
      cleanUps.push(() => article.remove());
      const page = await CommentsPage.open(adapter, { discussion: 'pier', loading: 'lazy' });
      const element = put('pier', { adapter });
      article.prepend(element);
      counted.add(element);
      // The observers of the viewport report after a frame.
      for (let frame = 0; frame < 3; frame++) await nextFrame();
      expect(read(element)).to.equal('Comments');
      expect(to('counts')).to.have.length(0);
      expect(to('open')).to.have.length(0);
      page.element.scrollIntoView();
      await neverHappens(
        () => to('counts'),
        () => reads(element, '3 comments'),
      );
    });

    for (const state of ['is loading', 'has loaded'] as const) {
      it(`is requested where the discussion ${state}, and cannot know the number`, async () => {
        const memory = memoryAdapter(three);
        const { adapter, to } = watched({
          ...memory,
          open: async () => ({ state: 'open' }),
          list: async (query, call) => ({ ...(await memory.list(query, call)), total: undefined }),
        } satisfies CommentsAdapter);
        const page = await CommentsPage.open(adapter, { discussion: 'pier', 'page-size': '2' });
        if (state === 'has loaded') await page.comment('Comment 1');
        const element = put('pier', { adapter });
        await reads(element, '3 comments');
        expect(to('counts').map(keysOf)).to.deep.equal([['pier']]);
      });
    }

    it('is requested where the discussion is another one', async () => {
      const { adapter, to } = watched(memoryAdapter(three));
      await CommentsPage.open(adapter, { discussion: 'pier' });
      await reads(put('harbour', { adapter }), '3 comments');
      expect(to('counts').map(keysOf)).to.deep.equal([['harbour']]);
    });

    it('is the discussion’s where both are that of the page', async () => {
      const { adapter, to } = watched(memoryAdapter(three));
      const element = put(undefined, { adapter });
      await CommentsPage.open(adapter, {}, { prepare: (section) => section.removeAttribute('discussion') });
      await reads(element, '3 comments');
      expect(to('counts')).to.have.length(0);
    });

    it('follows what is posted there', async () => {
      const adapter = memoryAdapter(three);
      const [element, elsewhere] = [put('pier', { adapter }), put('harbour', { adapter })];
      await reads(element, '3 comments');
      const page = await CommentsPage.open(adapter, { discussion: 'pier' });
      await page.turnToForm();
      await page.write('Number four.');
      await page.press('Post comment');
      await reads(element, '4 comments');
      expect(read(elsewhere), 'another discussion').to.equal('3 comments');
    });

    it('is not set back by an older answer that comes later', async () => {
      const gate = held();
      const element = put('pier', {
        adapter: { ...memoryAdapter(), counts: () => gate.promise.then(() => new Map([['pier', 2]])) },
      });
      await nextTask();
      await CommentsPage.open(memoryAdapter(three), { discussion: 'pier' });
      await reads(element, '3 comments');
      gate.release();
      await nextTask();
      expect(read(element)).to.equal('3 comments');
    });

    it('is told to the page whenever it is another', async () => {
      const adapter = memoryAdapter(three);
      const seen: [string, number][] = [];
      const listener = ({ discussion, total }: GlobalEventHandlersEventMap['comments-count']): void =>
        void seen.push([discussion, total]);
      document.addEventListener('comments-count', listener);
      cleanUps.push(() => document.removeEventListener('comments-count', listener));
      const page = await CommentsPage.open(adapter, { discussion: 'pier' });
      await page.find('heading', 'Comments (3)');
      adapter.add('pier', comment('Number four.'));
      page.element.reload();
      await page.find('heading', 'Comments (4)');
      expect(seen).to.deep.equal([['pier', 3], ['pier', 4]]); // prettier-ignore
    });
  });

  describe('of an element that is removed', () => {
    it('is not asked for before it is on the page', async () => {
      const { adapter, calls } = backendWith({ 1: 12 });
      const element = document.createElement('comment-count');
      Object.assign(element, { adapter, discussion: '1' });
      await neverHappens(() => calls);
    });

    it('is no longer asked for once nobody waits', async () => {
      const { adapter, to } = watched({ ...memoryAdapter(), counts: () => new Promise<never>(() => {}) });
      const [one, other] = [put('1', { adapter }), put('2', { adapter })];
      await waitFor(() => expect(to('counts')).to.have.length(1));
      const { signal } = to('counts')[0]!;
      one.remove();
      await nextTask();
      expect(signal.aborted, 'somebody waits').to.equal(false);
      other.remove();
      await nextTask();
      expect(signal.aborted, 'nobody waits').to.equal(true);
    });

    it('is not asked for twice when it is only moved', async () => {
      const { adapter, to } = backendWith({ 1: 12 });
      const element = put('1', { adapter });
      await reads(element, '12 comments');
      document.body.append(element);
      counted.add(element);
      await nextTask();
      await element.updateComplete;
      expect(read(element)).to.equal('12 comments');
      expect(to('counts')).to.have.length(1);
    });

    it('is fetched again when it comes back, and follows nothing in between', async () => {
      const listeners = new Set<unknown>();
      const { addEventListener, removeEventListener } = document;
      document.addEventListener = function (this: Document, ...args: Parameters<Document['addEventListener']>) {
        listeners.add(args[1]);
        addEventListener.apply(this, args);
      } as Document['addEventListener'];
      document.removeEventListener = function (this: Document, ...args: Parameters<Document['removeEventListener']>) {
        listeners.delete(args[1]);
        removeEventListener.apply(this, args);
      } as Document['removeEventListener'];
      cleanUps.push(() => Object.assign(document, { addEventListener, removeEventListener }));
      const { adapter, to } = backendWith({ 1: 12 });
      const element = put('1', { adapter });
      for (let times = 1; times <= 10; times++) {
        await waitFor(() => expect(to('counts')).to.have.length(times));
        await reads(element, '12 comments');
        const { parentElement } = element;
        element.remove();
        await nextTask();
        expect(listeners.size).to.equal(0);
        parentElement!.append(element);
      }
    });
  });

  describe('in other languages', () => {
    beforeEach(() => {
      CommentCount.locales = {
        de: () => import('../../src/locales/de.js'),
        ar: () => import('../../src/locales/ar.js'),
      };
    });

    it('is in the language that the element stands in, in the manner of its region', async () => {
      const { adapter } = backendWith({ 1: 1234 });
      document.documentElement.lang = 'de-CH';
      const element = put('1', { adapter });
      await reads(element, `${new Intl.NumberFormat('de-CH').format(1234)} Kommentare`);
      element.lang = 'en';
      await reads(element, '1,234 comments');
      element.removeAttribute('lang');
      document.documentElement.lang = 'ar';
      await reads(element, `${new Intl.NumberFormat('ar').format(1234)} تعليقًا`);
      const span = element.shadowRoot!.querySelector<HTMLElement>('[part=count]')!;
      expect([span.lang, span.dir]).to.deep.equal(['ar', 'rtl']);
    });

    it('is not said in English first', async () => {
      const words = held();
      CommentCount.locales = { de: () => words.promise.then(() => import('../../src/locales/de.js')) };
      const { adapter, to } = backendWith({ 1: 0 });
      const element = put('1', { adapter, lang: 'de' });
      await waitFor(() => expect(to('counts')).to.have.length(1));
      await nextTask();
      expect(read(element)).to.equal('Comments');
      words.release();
      await reads(element, 'Keine Kommentare');
    });

    it('is in English, numbers too, where there are no words or they cannot be fetched', async () => {
      CommentCount.locales = { de: () => Promise.reject(new TypeError('Failed to fetch')) };
      const { adapter } = backendWith({ 1: 1234 });
      await expectConsoleError('lang="de" cannot be loaded', () =>
        reads(put('1', { adapter, lang: 'de' }), '1,234 comments'),
      );
      await expectConsoleError('There are no messages for lang="fr"', () =>
        reads(put('1', { adapter, lang: 'fr' }), '1,234 comments'),
      );
    });

    it('is said even where the page’s language is no language tag', async () => {
      const { adapter } = backendWith({ 1: 12 });
      await reads(put('1', { adapter, lang: 'en-' }), '12 comments');
    });
  });
});
