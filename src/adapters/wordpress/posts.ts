import type { Call, DiscussionInfo, DiscussionRef, Features } from '../../model/adapter.js';
import { batches, SharedTask } from '../shared/tasks.js';
import { orUndefined } from '../shared/errors.js';
import { type ClientResponse, serverTime } from '../shared/response.js';
import { totalOf, type WordPressClient } from './client.js';
import { type Fields, id, isAllowed, object, objects, text } from './decode.js';
import { isPostId, parsePostKey } from './post-key.js';

/** What the companion plugin adds to a post, in the terms of the contract. */
export interface PostAddition extends Partial<
  Pick<DiscussionInfo, 'state' | 'closesAt' | 'closedAt' | 'posting' | 'total' | 'policy' | 'now'>
> {
  readonly features?: Pick<Features, 'maxDepth' | 'nesting'>;
}

/** A post of any type: a post, a page or a custom one. */
export interface Post {
  readonly id: number;
  /** REST path of its type, such as `posts`. */
  readonly kind: string;
  readonly isOpen: boolean;
  /** Whether the viewer may edit it. */
  readonly isEditable: boolean;
  /** Undefined without the companion plugin. */
  readonly addition: PostAddition | undefined;
  /** The server's clock, if known. */
  readonly now: string | undefined;
}

/** The REST API's limit for the ids or slugs in one request. */
const MAX_BATCH = 100;

/** Finds posts by the keys of discussions. */
export class PostFinder {
  readonly #client: WordPressClient;
  readonly #kinds: readonly string[];
  /** Posts found before. */
  readonly #known = new Map<string, Pick<Post, 'id' | 'kind'>>();
  /** The last search for each key, which callers at the same time share. */
  readonly #searches = new Map<string, SharedTask<Post | undefined>>();

  constructor(client: WordPressClient, kinds: readonly string[]) {
    this.#client = client;
    this.#kinds = kinds;
  }

  /** Loads the post of a discussion. Undefined if there is none. */
  async find({ key }: DiscussionRef, call: Call): Promise<Post | undefined> {
    call.signal.throwIfAborted();
    const running = this.#searches.get(key);
    const search = running?.status === 'running' ? running : new SharedTask((signal) => this.#search(key, { signal }));
    this.#searches.set(key, search);
    const post = await search.join(call.signal);
    if (post) this.#known.set(key, post);
    return post;
  }

  /** The id of a discussion's post. Sends no request if the key is the id, or if the post was found before. */
  async findId(discussion: DiscussionRef, call: Call): Promise<number | undefined> {
    const { key } = discussion;
    if (isPostId(key)) return Number(key);
    return (this.#known.get(key) ?? (await this.find(discussion, call)))?.id;
  }

  /**
   * Finds the ids of many posts at once. Returns undefined for a key without a post. Leaves out keys that need
   * a request of their own: those without a slug, and those whose slug belongs to several posts.
   */
  async findIdsBySlug(keys: readonly string[], call: Call): Promise<ReadonlyMap<string, number | undefined>> {
    const slugs = new Map<string, string>();
    for (const key of keys) {
      const slug = slugFor(key);
      if (slug !== undefined) slugs.set(key, slug);
    }
    const uniqueSlugs = [...new Set(slugs.values())];
    // For a single slug, this would save no request.
    if (uniqueSlugs.length < 2) return new Map();
    const posts: Fields[] = [];
    for (const kind of this.#kinds) {
      for (const batch of batches(uniqueSlugs, MAX_BATCH)) {
        const query = { slug: batch.join(), per_page: MAX_BATCH, _fields: 'id,slug' };
        const isCutOff = await this.#client.request(
          { path: `/wp/v2/${kind}`, query },
          call,
          (value, place, response) => {
            const found = objects(value, place);
            posts.push(...found);
            return (totalOf(response) ?? 0) > found.length;
          },
        );
        // Nothing is known about the missing posts.
        if (isCutOff) return new Map();
      }
    }
    const ids = new Map<string, number | undefined>();
    for (const [key, slug] of slugs) {
      const [post, other] = posts.filter((candidate) => text(candidate, 'slug') === slug);
      if (!other) ids.set(key, post && Number(id(post, 'id')));
    }
    return ids;
  }

  async #search(key: string, call: Call): Promise<Post | undefined> {
    const known = this.#known.get(key);
    if (known) return this.#loadById(known, call);
    const { id: postId, slug, path } = parsePostKey(key);
    if (postId === undefined && !slug) return undefined;
    for (const kind of this.#kinds) {
      const post = await (postId === undefined
        ? this.#loadBySlug({ slug, kind, path }, call)
        : this.#loadById({ id: postId, kind }, call));
      if (post) return post;
    }
    return undefined;
  }

  #loadById({ id: postId, kind }: Pick<Post, 'id' | 'kind'>, call: Call): Promise<Post | undefined> {
    const request = { path: `/wp/v2/${kind}/${postId}`, query: this.#fieldsQuery() };
    const found = this.#client.request(request, call, (value, place, response) =>
      mapPost(object(value, place), kind, response),
    );
    return orUndefined(found, 'not-found');
  }

  /** Pages with different parents may share a slug; their paths distinguish them. */
  #loadBySlug(
    { slug, kind, path }: { readonly slug: string; readonly kind: string; readonly path: string | undefined },
    call: Call,
  ): Promise<Post | undefined> {
    const query = { slug, ...this.#fieldsQuery() };
    return this.#client.request({ path: `/wp/v2/${kind}`, query }, call, (value, place, response) => {
      const found = objects(value, place);
      // A single match may have any path, because the article may be shown on another site.
      const post =
        found.length === 1 ? found[0] : found.find((candidate) => parsePostKey(text(candidate, 'link')).path === path);
      return post && mapPost(post, kind, response);
    });
  }

  #fieldsQuery(): { readonly _fields: string } {
    // The links contain permissions, which cost the server some queries, and which a guest does not have.
    return { _fields: `id,link,comment_status,article_comments${this.#client.isSignedIn ? ',_links.self' : ''}` };
  }
}

/** The slug of a key, as WordPress stores it. Undefined for ids, and for slugs that cannot be part of a list. */
function slugFor(key: string): string | undefined {
  const { id: postId, slug, path } = parsePostKey(key);
  if (postId !== undefined) return undefined;
  const stored = path === undefined ? encodeURIComponent(slug) : slug;
  return /^(?:[\w~-]|%[\da-f]{2})+$/i.test(stored) ? stored.toLowerCase() : undefined;
}

const mapPost = (fields: Fields, kind: string, response: ClientResponse): Post => ({
  id: Number(id(fields, 'id')),
  kind,
  isOpen: fields.comment_status === 'open',
  isEditable: isAllowed(fields, 'PATCH') ?? false,
  addition: fields.article_comments as PostAddition | undefined,
  now: serverTime(response).now,
});
