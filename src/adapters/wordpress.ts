/** Comments of a WordPress site, through its REST API and, if installed, the companion plugin. */
import type { Call, CommentsAdapter, Features, Viewer } from '../model/adapter.js';
import { type Connection, parseData } from './shared/connection.js';
import { isOfKind, requireAuthor } from './shared/errors.js';
import { WordPressClient } from './wordpress/client.js';
import { getComment, getSource, listComments } from './wordpress/comments.js';
import { countComments } from './wordpress/counts.js';
import { object } from './wordpress/decode.js';
import { findSessionStorage, GuestProofs } from './wordpress/guest-proofs.js';
import { mapDiscussion, mapViewer, VIEWER_FIELDS } from './wordpress/mapping.js';
import type { WordPressOptions } from './wordpress/options.js';
import { PostFinder } from './wordpress/posts.js';
import type { Site } from './wordpress/site.js';
import { editComment, removeComment, reportComment, setPostClosed, submitComment } from './wordpress/write.js';

export type { WordPressOptions } from './wordpress/options.js';

/**
 * Creates an adapter for a WordPress site. The key of a discussion is the id of a post or page, its slug, or
 * its address.
 *
 * Plain WordPress takes comments from signed-in users, and from guests if a filter allows it; editors may edit
 * and remove comments. The companion plugin, which the first response reveals, also takes comments from guests,
 * states its rules in advance, takes reports, and lets everyone change their own comments for some minutes.
 *
 * Throws `AdapterError`s: `network`, `timeout`, `unavailable` for a status of 500 or more, `bad-response` for a
 * response that does not come from WordPress, and the kinds that correspond to WordPress's error codes. A write
 * is repeated only with a fresh nonce, after WordPress has refused an expired one, and only as the viewer whom `open`
 * has returned. If another account has signed in since, it throws `session-expired`.
 *
 * Throws `invalid` for a `src` that is not a URL.
 */
export function wordpressAdapter(options: WordPressOptions): CommentsAdapter {
  const { src, loginUrl, pollEvery, companion, kinds = ['posts', 'pages'], storage = findSessionStorage() } = options;
  const client = new WordPressClient(options);
  const site: Site = {
    client,
    posts: new PostFinder(client, kinds),
    proofs: new GuestProofs(storage, src),
    hasCompanion: false,
    isModerator: false,
  };
  const features: Features = {
    sorts: ['oldest', 'newest'],
    idempotency: 'detects-duplicates',
    ...(pollEvery !== undefined && { pollEvery }),
  };

  /** The viewer that the section shows. */
  let viewer: Viewer | undefined;

  async function loadViewer(call: Call): Promise<Viewer> {
    if (!client.isSignedIn) return { state: 'anonymous' };
    try {
      const query = { context: 'edit', _fields: VIEWER_FIELDS };
      return mapViewer(await client.request({ path: '/wp/v2/users/me', query }, call, object));
    } catch (error) {
      // The session has ended, or the application password was revoked. Reading continues as a guest.
      if (isOfKind(error, 'sign-in-required', 'forbidden')) return { state: 'anonymous' };
      throw error;
    }
  }

  /** Adds the features and methods of the site's companion plugin. */
  function applyCompanion(added: Features | undefined): void {
    site.hasCompanion = true;
    adapter.features = { ...features, ...added };
    adapter.report = (_, report, call) => reportComment(report, site, call);
  }

  const adapter: CommentsAdapter & { features: Features } = {
    name: 'wordpress',
    features,
    async open(discussion, call) {
      const [post, loaded] = await Promise.all([site.posts.find(discussion, call), loadViewer(call)]);
      viewer = loaded;
      site.isModerator = viewer.moderator ?? false;
      client.showViewer(viewer.author?.id ?? null);
      if (!post) return { state: 'missing', viewer };
      if (post.addition) applyCompanion(post.addition.features);
      return mapDiscussion(post, viewer);
    },
    list: (query, call) => listComments(query, site, call),
    get: (discussion, id, call) => getComment(discussion, id, site, call),
    async submit(draft, call) {
      call.signal.throwIfAborted();
      requireAuthor(draft, viewer);
      return submitComment(draft, site, call);
    },
    source: (_, id, call) => getSource(id, site, call),
    edit: (_, edit, call) => editComment(edit, site, call),
    remove: (_, id, call) => removeComment(id, site, call),
    async setClosed(discussion, closed, call) {
      await setPostClosed(discussion, closed, site, call);
      return adapter.open(discussion, call);
    },
    counts: (discussions, call) => countComments(discussions, site, call),
  };
  if (loginUrl) adapter.signIn = async () => ({ redirect: loginUrl });
  if (companion) applyCompanion(companion);
  return adapter;
}

/**
 * Creates the adapter for an element. A JSON script inside the element may contain `nonce`, `adminAjax`, `loginUrl` and
 * `companion`; the companion plugin writes one.
 */
export function connect({ src, data = '{}', token, note }: Connection): CommentsAdapter {
  if (token)
    note?.(
      'backend="wordpress" takes no token: WordPress knows its users by cookie and nonce. Leave the property token out.',
    );
  const { nonce, adminAjax, loginUrl, companion } = parseData<WordPressOptions>(data, '{"nonce": "…"}');
  return wordpressAdapter({ src: src ?? '', nonce, adminAjax, loginUrl, companion });
}
