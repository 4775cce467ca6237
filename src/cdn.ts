/** The entry of the script tag: registers the elements, with a lazy loader for each backend and language. */
import './define.js';
import { ArticleComments } from './elements/article-comments.js';
import { CommentCount } from './elements/count/comment-count.js';
import type { BackendLoader } from './elements/section/backend-loader.js';
import { preloadRenderer } from './content/render-body.js';
import type { Body, CommentsAdapter } from './model/adapter.js';

export { ArticleComments } from './elements/article-comments.js';
export { CommentCount } from './elements/count/comment-count.js';
export { registerLocale } from './i18n/locale-registry.js';
export { AdapterError } from './model/adapter.js';
export { DiscussionStore } from './model/discussion/discussion-store.js';

/** An element's settings for its backend. */
export interface Connection {
  /** The attribute `src`. */
  readonly src: string | undefined;
  /** Text of the `<script type="application/json">` inside the element. */
  readonly data: string | undefined;
}

/** An adapter's file, fetched when an attribute names it. */
type AdapterFile = () => Promise<{ readonly connect: (to: Connection) => CommentsAdapter | Promise<CommentsAdapter> }>;

/**
 * `format`: that of the comments, or a likely one where they may have any. Its code is fetched beside the adapter's, and not only
 * when the first comment has come.
 */
const backend =
  (fetchFile: AdapterFile, format: Body['format']): BackendLoader =>
  async ({ src, element }) => {
    // A count has no bodies.
    if (element instanceof ArticleComments) preloadRenderer(format);
    const { connect } = await fetchFile();
    return connect({
      src,
      data: element.querySelector('script[type="application/json"]')?.textContent ?? undefined,
    });
  };

CommentCount.backends = ArticleComments.backends = {
  bluesky: backend(() => import('./adapters/bluesky.js'), 'markdown'),
  ghost: backend(() => import('./adapters/ghost.js'), 'html'),
  http: backend(() => import('./adapters/http.js'), 'markdown'),
  mastodon: backend(() => import('./adapters/mastodon.js'), 'html'),
  memory: backend(() => import('./adapters/memory.js'), 'text'),
  static: backend(() => import('./adapters/static.js'), 'markdown'),
  waline: backend(() => import('./adapters/waline.js'), 'html'),
  wordpress: backend(() => import('./adapters/wordpress.js'), 'html'),
};

CommentCount.locales = ArticleComments.locales = {
  ar: () => import('./locales/ar.js'),
  de: () => import('./locales/de.js'),
};
