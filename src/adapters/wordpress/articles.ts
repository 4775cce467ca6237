import type { AdapterError, DiscussionInfo, DiscussionRef, Features } from '../../model/adapter.js';
import { allowed, type Fields, id, object, objects, text } from './read-value.js';
import type { RestApi } from './rest-api.js';

/** What the companion plugin says of a discussion, by the names of the contract. */
export interface Companion extends Partial<
  Pick<DiscussionInfo, 'state' | 'closesAt' | 'closedAt' | 'posting' | 'total' | 'policy' | 'now'>
> {
  readonly features?: Pick<Features, 'maxDepth' | 'nesting'>;
}

/** An article that can be commented on: a post, a page, or whatever else the site has. */
export interface Article {
  readonly id: number;
  /** Path of its kind in the REST API, such as `posts`. */
  readonly kind: string;
  readonly isOpen: boolean;
  /** Whether this viewer may change it. */
  readonly isEditable: boolean;
  readonly companion: Companion | undefined;
  /** The server's clock, where it can be read. */
  readonly now: string | undefined;
}

type Place = Pick<Article, 'id' | 'kind'>;

const NUMBER = /^[1-9]\d*$/;

/** What the path of an address is reckoned from where it is none by itself. */
const ANYWHERE = 'http://localhost';

const pathOf = ({ pathname }: URL): string => pathname.replace(/\/+$/, '');

/** Finds the article that a key names, by its id, its slug or its address, and asks for its state. */
export interface Articles {
  /** Undefined: there is no such article. */
  find(discussion: DiscussionRef, signal: AbortSignal): Promise<Article | undefined>;
  /** The article's id, without asking where the key says it or it has been found before. */
  idOf(discussion: DiscussionRef, signal: AbortSignal): Promise<number | undefined>;
}

export function articlesOf(api: RestApi, kinds: readonly string[]): Articles {
  const places = new Map<string, Place>();
  /** What is being asked for at this moment, for those who ask the same. */
  const asked = new Map<string, Promise<Article | undefined>>();

  // Rights cost the server some questions, and a guest has none.
  const query = () => ({ _fields: `id,link,comment_status,article_comments${api.isSignedIn() ? ',_links.self' : ''}` });

  async function byId({ id: number, kind }: Place, signal: AbortSignal): Promise<Article | undefined> {
    try {
      const { value, now } = await api.ask({ path: `/wp/v2/${kind}/${number}`, query: query() }, signal);
      return readArticle(object(value), kind, now);
    } catch (thrown) {
      if ((thrown as AdapterError).kind === 'not-found') return undefined;
      throw thrown;
    }
  }

  /** Slugs are unique except for pages below different pages, which their addresses tell apart. */
  async function bySlug(slug: string, kind: string, path: string | undefined, signal: AbortSignal): Promise<Article | undefined> {
    const { value, now } = await api.ask({ path: `/wp/v2/${kind}`, query: { slug, ...query() } }, signal);
    const found = objects(value);
    // Another site may show the article under an address of its own; where only one can be meant, it is that one.
    const match = found.length === 1 ? found[0] : found.find((one) => pathOf(new URL(text(one, 'link'), ANYWHERE)) === path);
    return match && readArticle(match, kind, now);
  }

  async function look(key: string, signal: AbortSignal): Promise<Article | undefined> {
    const known = places.get(key);
    if (known) return byId(known, signal);
    const url = key.includes('/') && URL.canParse(key, ANYWHERE) ? new URL(key, ANYWHERE) : undefined;
    const path = url && pathOf(url);
    // An address as WordPress makes them without readable ones, or one whose last step is the slug.
    const number = url ? (url.searchParams.get('p') ?? url.searchParams.get('page_id')) : NUMBER.test(key) && key;
    // As it stands in an address: WordPress keeps the slugs of other scripts percent-encoded as well.
    const slug = path?.slice(path.lastIndexOf('/') + 1) ?? key;
    if (!number && !slug) return undefined;
    for (const kind of kinds) {
      const article = await (number ? byId({ id: Number(number), kind }, signal) : bySlug(slug, kind, path, signal));
      if (article) return article;
    }
    return undefined;
  }

  async function find({ key }: DiscussionRef, signal: AbortSignal): Promise<Article | undefined> {
    // What another asked may fail only because the other has left.
    const found = await asked.get(key)?.catch(() => undefined);
    signal.throwIfAborted();
    if (found) return found;
    const looking = look(key, signal);
    asked.set(key, looking);
    try {
      const article = await looking;
      if (article) places.set(key, article);
      return article;
    } finally {
      asked.delete(key);
    }
  }

  return {
    find,
    idOf: async (discussion, signal) =>
      NUMBER.test(discussion.key) ? Number(discussion.key) : (places.get(discussion.key) ?? (await find(discussion, signal)))?.id,
  };
}

const readArticle = (from: Fields, kind: string, now: string | undefined): Article => ({
  id: Number(id(from, 'id')),
  kind,
  isOpen: from.comment_status === 'open',
  isEditable: allowed(from, 'PATCH') ?? false,
  companion: from.article_comments as Companion | undefined,
  now,
});
