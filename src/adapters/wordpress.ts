/** Speaks to the REST API that every WordPress has, and to the companion plugin where a site has that too. */
import { AdapterError, type Call, type CommentsAdapter, type DiscussionInfo, type Features, type Viewer } from '../model/adapter.js';
import { articlesOf, type Article } from './wordpress/articles.js';
import type { Changes } from './wordpress/changes.js';
import { fetched } from './wordpress/fetched.js';
import { textOf } from './wordpress/html-text.js';
import { type ProofStorage, recallProofs } from './wordpress/proofs.js';
import { avatarIn, type Reading } from './wordpress/read-comment.js';
import { id, object, text } from './wordpress/read-value.js';
import { restApi } from './wordpress/rest-api.js';
import type { ApplicationPassword } from './wordpress/send-as.js';
import { asking, firstPage, pages } from './wordpress/thread.js';

export interface WordPressOptions {
  /** Address of the REST API, such as `https://example.com/wp-json` or `https://example.com/?rest_route=/`. */
  readonly src: string;
  /** What sends the requests. Default: the global `fetch`. */
  readonly fetch?: typeof fetch;
  /**
   * What `wp_create_nonce( 'wp_rest' )` made for whoever is signed in at the site, which has to be the page's own site. A
   * fresh one is asked for when it has run out. Default: everybody is a guest.
   */
  readonly nonce?: string;
  /** Address of the site's `admin-ajax.php`, which hands out a fresh nonce. Default: below the site's `/wp-admin/`. */
  readonly adminAjax?: string;
  /** An application password, in place of the nonce: for programs, never for a page that others can read. */
  readonly applicationPassword?: ApplicationPassword;
  /** Page to sign in at, which leads back. Default: signing in is not offered. */
  readonly loginUrl?: string;
  /** Paths of the kinds of articles in the REST API, in the order in which a key is looked for. Default `['posts', 'pages']`. */
  readonly kinds?: readonly string[];
  /** Seconds between two looks for new comments; 0: never. Default 60. */
  readonly pollEvery?: number;
  /** Longest wait for a whole answer, in milliseconds. Default 15,000 for what only reads and 30,000 for all else. */
  readonly timeout?: { readonly read?: number; readonly write?: number };
  /** Where the rights to change what a guest has just written are kept. Default: `sessionStorage`, where there is one. */
  readonly storage?: ProofStorage;
}

/** A column of 65,535 bytes, less what the server keeps for itself. */
const LONGEST = { value: 65_525, unit: 'bytes' } as const;

/** What WordPress asks of guests unless its settings say otherwise, which only the companion plugin can tell. */
const GUESTS = { name: { required: true }, email: { required: true } } as const;

/**
 * Creates the adapter. A discussion's key is the id of a post or a page, its slug, or its address.
 *
 * A plain WordPress takes comments of those who are signed in, and of guests where a filter allows it; editors may edit and
 * remove. With the companion plugin, which is noticed by what it adds to the first answer, it takes guests, says the rules
 * before anything is written, takes reports, and lets everybody change their own comments for some minutes.
 *
 * Errors are `AdapterError`s: of the kind that WordPress's code means, `network`, `timeout`, `unavailable` for a status from
 * 500 on, and `bad-response` for what is no answer of a WordPress. A write is never repeated, save with a fresh nonce after
 * the old one was refused.
 *
 * Throws `invalid` for a `src` that is no http or https address.
 */
export function wordpressAdapter(options: WordPressOptions): CommentsAdapter {
  const { src, applicationPassword, loginUrl, pollEvery, timeout, kinds = ['posts', 'pages'], storage = sessionStorageHere() } = options;
  // Called as a function of its own: the browser's own refuses to be another object's method.
  const send: typeof fetch = (...request) => (options.fetch ?? globalThis.fetch)(...request);
  const api = restApi({
    ...options,
    fetch: async (...request) =>
      (applicationPassword ? (await import('./wordpress/send-as.js')).sendAs(applicationPassword, send) : send)(...request),
    timeout: { read: 15_000, write: 30_000, ...timeout },
  });
  const articles = articlesOf(api, kinds);
  const proofs = recallProofs(storage, src);
  const features: Features = {
    sorts: ['oldest', 'newest'],
    idempotency: 'detects-duplicates',
    ...(pollEvery !== undefined && { pollEvery }),
  };
  let hasCompanion = false;
  let isModerator = false;
  const reading = (): Reading => ({ proofs, isModerator });

  async function viewer(signal: AbortSignal): Promise<Viewer> {
    isModerator = false;
    if (!api.isSignedIn()) return { state: 'anonymous' };
    try {
      const query = { context: 'edit', _fields: 'id,name,avatar_urls,capabilities' };
      const me = object((await api.ask({ path: '/wp/v2/users/me', query }, signal)).value);
      isModerator = Boolean((Object(me.capabilities) as Record<string, unknown>).moderate_comments);
      return {
        state: 'signed-in',
        author: { id: id(me, 'id'), name: textOf(text(me, 'name')), ...avatarIn(me.avatar_urls) },
        moderator: isModerator,
      };
    } catch (thrown) {
      // A nonce that has run out, or an application password that was taken back: reading goes on without.
      if (!['sign-in-required', 'forbidden'].includes((thrown as AdapterError).kind)) throw thrown;
      return { state: 'anonymous' };
    }
  }

  let changes: Changes | undefined;
  /** Does by the part for changes what one of the adapter's methods is to do. */
  const later =
    <Name extends keyof Changes>(name: Name) =>
    async (...args: unknown[]): Promise<unknown> => {
      const { changesOn } = await fetched(import('./wordpress/changes.js'), (args.at(-1) as Call).signal);
      changes ??= changesOn({ api, articles, reading, open: adapter.open, storage, src, hasCompanion: () => hasCompanion });
      return (changes[name] as (...all: unknown[]) => Promise<unknown>)(...args);
    };

  function infoOf({ isOpen, isEditable, companion, now }: Article, who: Viewer): DiscussionInfo {
    const { features: further, ...told } = companion ?? {};
    if (companion) {
      hasCompanion = true;
      adapter.features = { ...features, ...further };
      Object.assign(adapter, { report: later('report') });
    }
    return {
      state: isOpen ? 'open' : 'closed',
      viewer: who,
      posting: { who: who.state === 'signed-in' ? 'anyone' : 'unknown', guest: GUESTS, max: LONGEST },
      can: { close: isEditable },
      ...(now && { now }),
      ...told,
    };
  }

  const adapter: CommentsAdapter & { features: Features } = {
    name: 'wordpress',
    features,
    async open(discussion, { signal }) {
      const [article, who] = await Promise.all([articles.find(discussion, signal), viewer(signal)]);
      return article ? infoOf(article, who) : { state: 'missing', viewer: who };
    },
    async list(query, { signal }) {
      if (query.sort === 'top') throw new AdapterError('unsupported', 'WordPress has no votes');
      const post = await articles.idOf(query.discussion, signal);
      if (post === undefined) return { items: [], total: 0 };
      const ask = asking(api, post, reading(), signal);
      return (query.parentId ?? query.cursor) ? (await pages(signal)).furtherPage(query, ask, signal) : firstPage(query, ask, signal);
    },
    counts: async (discussions, { signal }) =>
      (await fetched(import('./wordpress/counts.js'), signal)).countsOf(discussions, { api, articles, kinds, signal }),
  };
  for (const name of ['get', 'submit', 'source', 'edit', 'remove', 'setClosed'] as const) Object.assign(adapter, { [name]: later(name) });
  if (loginUrl) adapter.signIn = async () => ({ redirect: loginUrl });
  return adapter;
}

/** Storage throws where cookies are blocked, and is missing outside a browser. */
function sessionStorageHere(): ProofStorage | undefined {
  try {
    return globalThis.sessionStorage;
  } catch {
    return undefined;
  }
}

/**
 * The adapter as the attributes of an element ask for it; a JSON script inside may hold `nonce`, `adminAjax` and `loginUrl`,
 * as the companion plugin writes it.
 */
export function connect({ src, data = '{}' }: { readonly src?: string | undefined; readonly data?: string | undefined }): CommentsAdapter {
  let told: Partial<WordPressOptions>;
  try {
    told = JSON.parse(data) as typeof told;
  } catch (cause) {
    throw new AdapterError('invalid', `The script inside is no JSON: "${data.trim().slice(0, 40)}"`, {
      cause,
    });
  }
  const { nonce, adminAjax, loginUrl } = told;
  return wordpressAdapter({ src: src ?? '', nonce, adminAjax, loginUrl });
}
