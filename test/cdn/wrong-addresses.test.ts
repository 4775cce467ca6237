import { expect, nextFrame } from '@open-wc/testing';
import en from '../../src/locales/en.js';
import { CommentsPage } from '../support/comments-page.js';
import { closeAll, FramedPage } from '../support/framed-page.js';

/** Frames in which a section that asks for ever would ask many times. */
const FRAMES = 5;

/** What a page may have written into `src`; undefined: nothing. */
const ADDRESSES = ['abc', '-1', '0', '1e9', '', '/nothere', 'http://[', 'javascript:alert(1)', undefined];

/** What servers answer at an address that is none of a backend. */
const ANSWERS = {
  'that it is not there': () =>
    new Response('<!doctype html><p>Not found', { status: 404, headers: { 'content-type': 'text/html' } }),
  'with a page': () => new Response('<!doctype html><p>Welcome', { headers: { 'content-type': 'text/html' } }),
};

/** A key of each backend's form, so that it does not fail before the address is used. */
const KEYS: Readonly<Record<string, string>> = {
  bluesky: 'https://bsky.app/profile/news.example/post/3abc',
  mastodon: '109',
};

const BACKENDS = ['bluesky', 'ghost', 'http', 'mastodon', 'memory', 'static', 'waline', 'wordpress'];

describe('a wrong address with the module for a script tag', () => {
  afterEach(closeAll);

  for (const backend of BACKENDS) {
    for (const [answer, respond] of Object.entries(ANSWERS)) {
      it(`stops requesting a wrong address of ${backend} that answers ${answer}, and throws nothing`, async () => {
        const frame = await FramedPage.open('empty');
        const { document, window } = frame;
        for (const src of ADDRESSES) {
          const calls: unknown[] = [];
          window.fetch = async (input) => {
            calls.push(input);
            return respond();
          };
          const element = document.createElement('article-comments');
          const attributes = {
            backend,
            discussion: KEYS[backend] ?? 'pier',
            loading: 'eager',
            ...(src !== undefined && { src }),
          };
          for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
          document.body.append(element);
          const page = new CommentsPage(element);
          // Without a file, the adapter for trying things out begins with no comments.
          const needsNoAddress = backend === 'memory' && !src;
          await page.says(needsNoAddress ? en.empty : en.unavailable);
          if (!needsNoAddress) await page.find('alert');
          for (let count = 0; count < FRAMES; count++) await nextFrame();
          // Ghost answers four different questions about a discussion, the others fewer.
          expect(calls.length, `src="${src}": ${calls.join(' ')}`).to.be.at.most(backend === 'ghost' ? 4 : 3);
          const note = element.shadowRoot?.querySelector('[part=developer-note]')?.textContent ?? '';
          const forReaders = page.section.textContent?.replace(note, '');
          expect(forReaders, `src="${src}"`).not.to.match(/status|doctype|JSON|src|backend/);
          element.remove();
        }
        const thrown = frame.watched.errors.filter((text) => !text.startsWith('<article-comments>: '));
        expect(thrown).to.deep.equal([]);
        expect(frame.watched.violations).to.deep.equal([]);
      });
    }
  }
});
