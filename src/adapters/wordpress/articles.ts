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

const pathOf = (address: string): string => new URL(address, ANYWHERE).pathname.replace(/\/+$/, '');

/** Finds the article that a key names, by its id, its slug or its address, and asks for its state. */
export class Articles {
  readonly #api: RestApi;
  readonly #kinds: readonly string[];
  readonly #places = new Map<string, Place>();
  /** What is being asked for at this moment, for those who ask the same. */
  readonly #asked = new Map<string, Promise<Article | undefined>>();

  constructor(api: RestApi, kinds: readonly string[]) {
    this.#api = api;
    this.#kinds = kinds;
  }

  /** Undefined: there is no such article. */
  async find({ key }: DiscussionRef, signal: AbortSignal): Promise<Article | undefined> {
    // What another asked may fail only because the other has left.
    const found = await this.#asked.get(key)?.catch(() => undefined);
    signal.throwIfAborted();
    if (found) return found;
    const asked = this.#look(key, signal);
    this.#asked.set(key, asked);
    try {
      const article = await asked;
      if (article) this.#places.set(key, article);
      return article;
    } finally {
      this.#asked.delete(key);
    }
  }

  /** The article's id, without asking where the key says it or it has been found before. */
  async idOf(discussion: DiscussionRef, signal: AbortSignal): Promise<number | undefined> {
    const { key } = discussion;
    return NUMBER.test(key) ? Number(key) : (this.#places.get(key) ?? (await this.find(discussion, signal)))?.id;
  }

  async #look(key: string, signal: AbortSignal): Promise<Article | undefined> {
    const known = this.#places.get(key);
    if (known) return this.#byId(known, signal);
    const isAddress = key.includes('/') && URL.canParse(key, ANYWHERE);
    const path = isAddress ? pathOf(key) : undefined;
    const parameters = new URL(isAddress ? key : ANYWHERE, ANYWHERE).searchParams;
    // An address as WordPress makes them without readable ones, or one whose last step is the slug.
    const number = parameters.get('p') ?? parameters.get('page_id') ?? (NUMBER.test(key) ? key : undefined);
    const slug = path?.slice(path.lastIndexOf('/') + 1) ?? key;
    if (!number && !slug) return undefined;
    for (const kind of this.#kinds) {
      const article = await (number ? this.#byId({ id: Number(number), kind }, signal) : this.#bySlug(slug, { kind, path }, signal));
      if (article) return article;
    }
    return undefined;
  }

  async #byId({ id, kind }: Place, signal: AbortSignal): Promise<Article | undefined> {
    try {
      const { value, now } = await this.#api.ask({ path: `/wp/v2/${kind}/${id}`, query: this.#query }, signal);
      return { ...readArticle(object(value), kind), now };
    } catch (thrown) {
      if ((thrown as AdapterError).kind === 'not-found') return undefined;
      throw thrown;
    }
  }

  /** Slugs are unique except for pages below different pages, which their addresses tell apart. */
  async #bySlug(
    slug: string,
    { kind, path }: { readonly kind: string; readonly path: string | undefined },
    signal: AbortSignal,
  ): Promise<Article | undefined> {
    const query = { slug: path === undefined ? slug : decodeURIComponent(slug), ...this.#query };
    const { value, now } = await this.#api.ask({ path: `/wp/v2/${kind}`, query }, signal);
    const found = objects(value);
    // Another site may show the article under an address of its own; where only one can be meant, it is that one.
    const match = found.length === 1 ? found[0] : found.find((one) => pathOf(text(one, 'link')) === path);
    return match && { ...readArticle(match, kind), now };
  }

  get #query(): { readonly _fields: string } {
    // Rights cost the server some questions, and a guest has none.
    return { _fields: `id,link,comment_status,article_comments${this.#api.isSignedIn ? ',_links.self' : ''}` };
  }
}

const readArticle = (from: Fields, kind: string): Omit<Article, 'now'> => ({
  id: Number(id(from, 'id')),
  kind,
  isOpen: from.comment_status === 'open',
  isEditable: allowed(from, 'PATCH') ?? false,
  companion: from.article_comments as Companion | undefined,
});
