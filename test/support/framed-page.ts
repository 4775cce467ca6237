/** A page of `test/pages/` in a frame: what a publisher's reader gets, from the files that a publisher names. */
import type * as Cdn from '../../src/cdn.js';
import { CommentsPage, waitFor } from './comments-page.js';

/** What `test/pages/watch.js` has seen. */
interface Watched {
  /** What the content security policy has blocked. */
  readonly violations: readonly string[];
  /** What was thrown and not caught, and what was written to the console as an error. */
  readonly errors: readonly string[];
}

type PageWindow = Window & typeof globalThis & { readonly watched: Watched; readonly ArticleComments: typeof Cdn };

/** The files that something on the page names: adapters, languages and renderers of bodies. */
const choices = 'bluesky ghost http mastodon memory static waline wordpress locale-ar locale-de html markdown'.split(
  ' ',
);

const frames = new Set<HTMLIFrameElement>();

/** Takes the frames away, and what they left in the browser. */
export function closeAll(): void {
  for (const frame of frames) frame.remove();
  frames.clear();
  localStorage.clear();
}

export class FramedPage {
  constructor(readonly window: PageWindow) {}

  /** Resolves when the page and its deferred scripts have been read. `name` is that of the file. */
  static async open(name: string): Promise<FramedPage> {
    const frame = document.createElement('iframe');
    // Large and in sight, or what waits for its reader would never begin.
    Object.assign(frame.style, { position: 'fixed', inset: '0', inlineSize: '800px', blockSize: '600px' });
    frame.src = `/test/pages/${name}.html`;
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    document.body.append(frame);
    frames.add(frame);
    await loaded;
    const { contentWindow } = frame;
    if (!contentWindow || !('watched' in contentWindow)) throw new Error(`There is no page ${name}.`);
    return new FramedPage(contentWindow as PageWindow);
  }

  get document(): Document {
    return this.window.document;
  }

  get watched(): Watched {
    return this.window.watched;
  }

  /** The discussion that stands in the page, once it is drawn. */
  async comments(): Promise<CommentsPage> {
    const element = this.document.querySelector('article-comments');
    if (!element) throw new Error('The page has no discussion.');
    await waitFor(() => {
      if (!element.shadowRoot?.querySelector('section')) throw new Error('The discussion is not drawn.');
    });
    return new CommentsPage(element);
  }

  /** The files of the build that the page has fetched, without the hashes in their names, in alphabetical order. */
  get files(): string[] {
    const names = this.window.performance
      .getEntriesByType('resource')
      .map(({ name }) => /\/dist\/cdn\/([^?]+)\.js/.exec(name)?.[1])
      .filter((name) => name !== undefined);
    return names.map((name) => (name.startsWith('article-comments') ? name : name.replace(/-[\w-]{7}$/, ''))).sort();
  }

  /** The adapters, languages and renderers of bodies that the page has fetched, in alphabetical order. */
  get choices(): string[] {
    return this.files.filter((name) => choices.includes(name));
  }
}
