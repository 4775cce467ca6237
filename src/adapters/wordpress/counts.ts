import { AdapterError, type DiscussionRef } from '../../model/adapter.js';
import type { Articles, Companion } from './articles.js';
import { findBySlugs } from './find-by-slugs.js';
import { objects } from './read-value.js';
import type { RestApi } from './rest-api.js';

/** Requests at one moment: a list of articles must not hold up the comments of its site. */
const AT_ONCE = 4;

/** Most ids in one request. */
const BATCH = 100;

interface Way {
  readonly api: RestApi;
  readonly articles: Articles;
  /** Paths of the kinds of articles in the REST API. */
  readonly kinds: readonly string[];
  readonly signal: AbortSignal;
}

/**
 * Numbers of comments by key, which lists of articles ask for and pages of articles do not. A site with the companion plugin
 * tells those of all posts that are named by their ids in one answer; a plain WordPress tells one at a time, in the head of an
 * empty list.
 */
export async function countsOf(discussions: readonly DiscussionRef[], way: Way): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  const ids = discussions.map(({ key }) => key).filter((key) => /^[1-9]\d*$/.test(key));
  // For one alone the question would be as dear as its answer.
  if (ids.length > 1) {
    for (let start = 0; start < ids.length; start += BATCH) {
      const told = await fromCompanion(ids.slice(start, start + BATCH), way);
      if (!told) break;
      for (const [key, total] of told) counts.set(key, total);
    }
  }
  const left = discussions.filter(({ key }) => !counts.has(key));
  const bySlug = await findBySlugs(
    left.map(({ key }) => key),
    way,
  );
  const takeNext = async (): Promise<void> => {
    for (let one = left.pop(); one; one = left.pop()) {
      const total = await countOf(one, bySlug, way);
      if (total !== undefined) counts.set(one.key, total);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, takeNext));
  return counts;
}

/** Undefined where the site has no companion plugin. */
async function fromCompanion(ids: readonly string[], { api, signal }: Way): Promise<ReadonlyMap<string, number> | undefined> {
  const query = { include: ids.join(), per_page: BATCH, _fields: 'id,article_comments' };
  const { value } = await api.ask({ path: '/wp/v2/posts', query }, signal);
  const found = objects(value);
  if (!found.some(({ article_comments: added }) => added)) return undefined;
  // Of an article with a password it tells none.
  return new Map(
    found.flatMap(({ id, article_comments: added }) => {
      const { total } = Object(added) as Companion;
      return total === undefined ? [] : [[String(id), total] as const];
    }),
  );
}

async function countOf(
  discussion: DiscussionRef,
  bySlug: ReadonlyMap<string, number | undefined>,
  { api, articles, signal }: Way,
): Promise<number | undefined> {
  try {
    const { key } = discussion;
    const post = bySlug.has(key) ? bySlug.get(key) : await articles.idOf(discussion, signal);
    if (post === undefined) return undefined;
    const { total } = await api.ask({ method: 'HEAD', path: '/wp/v2/comments', query: { post, per_page: 1 } }, signal);
    return Number.isNaN(total) ? undefined : total;
  } catch (thrown) {
    // That one article is not for everybody says nothing about the others.
    if (thrown instanceof AdapterError && ['forbidden', 'not-found'].includes(thrown.kind)) return undefined;
    throw thrown;
  }
}
