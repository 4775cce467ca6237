/** The entry of the script tag: registers the elements, with a lazy loader for each backend and language. */
import './define.js';
import { ArticleComments as Section } from './elements/article-comments.js';
import { CommentCount } from './elements/count/comment-count.js';
import { CommentQuote } from './elements/quote/comment-quote.js';
import type { BackendLoader } from './elements/opening/backend-loader.js';
import { locales } from './cdn-locales.js';
import type { BlueskyOptions } from './adapters/bluesky.js';
import type { GhostOptions } from './adapters/ghost.js';
import type { HttpOptions } from './adapters/http.js';
import type { MastodonOptions } from './adapters/mastodon.js';
import type { MemoryOptions } from './adapters/memory.js';
import type { Connection } from './adapters/shared/connection.js';
import type { StaticOptions } from './adapters/static.js';
import type { WalineOptions } from './adapters/waline.js';
import type { WordPressOptions } from './adapters/wordpress.js';
import type { CommentsAdapter } from './model/adapter.js';

export { CommentCount } from './elements/count/comment-count.js';
export { CommentQuote } from './elements/quote/comment-quote.js';
export { registerLocale } from './i18n/locale-registry.js';
export { AdapterError } from './model/adapter.js';
export { DiscussionStore } from './model/discussion/discussion-store.js';

const bluesky = () => import('./adapters/bluesky.js');
const ghost = () => import('./adapters/ghost.js');
const http = () => import('./adapters/http.js');
const mastodon = () => import('./adapters/mastodon.js');
const memory = () => import('./adapters/memory.js');
const archive = () => import('./adapters/static.js');
const waline = () => import('./adapters/waline.js');
const wordpress = () => import('./adapters/wordpress.js');

/**
 * Create the adapters with all their options, for the property `adapter`. They return promises, because the section derives its
 * controls from the methods of a loaded adapter.
 */
export const adapters = {
  bluesky: async (options?: BlueskyOptions) => (await bluesky()).blueskyAdapter(options),
  ghost: async (options: GhostOptions) => (await ghost()).ghostAdapter(options),
  http: async (options: HttpOptions) => (await http()).httpAdapter(options),
  mastodon: async (options: MastodonOptions) => (await mastodon()).mastodonAdapter(options),
  memory: async (options?: MemoryOptions) => (await memory()).memoryAdapter(options),
  static: async (options: StaticOptions) => (await archive()).staticAdapter(options),
  waline: async (options: WalineOptions) => (await waline()).walineAdapter(options),
  wordpress: async (options: WordPressOptions) => (await wordpress()).wordpressAdapter(options),
};

/** The class with `adapters`, so that `ArticleComments.adapters` is the same in the module and in the global of the classic script. */
export const ArticleComments = Object.assign(Section, { adapters });
export type ArticleComments = Section;

/** An adapter's file, fetched when an attribute names it. */
type AdapterFile = () => Promise<{ readonly connect: (to: Connection) => CommentsAdapter | Promise<CommentsAdapter> }>;

const backend =
  (fetchFile: AdapterFile): BackendLoader =>
  async ({ src, token, element, note }) => {
    const { connect } = await fetchFile();
    // The script of a server-rendered section may hold the options, unless the element has another script for them.
    const json = 'script[type="application/json"]';
    const script = element.querySelector(`${json}:not(section + script)`) ?? element.querySelector(json);
    const data = script?.textContent ?? undefined;
    return connect({ src, token, data, note });
  };

CommentCount.backends = ArticleComments.backends = {
  bluesky: backend(bluesky),
  ghost: backend(ghost),
  http: backend(http),
  mastodon: backend(mastodon),
  memory: backend(memory),
  static: backend(archive),
  waline: backend(waline),
  wordpress: backend(wordpress),
} satisfies Record<keyof typeof adapters, BackendLoader>;

CommentCount.locales = ArticleComments.locales = locales;

CommentQuote.backends = CommentCount.backends;
CommentQuote.locales = CommentCount.locales;
