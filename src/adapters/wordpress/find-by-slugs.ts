import { type Fields, id, objects, text } from './read-value.js';
import type { RestApi } from './rest-api.js';

/** Most slugs in one request; as many articles come in one answer at the most. */
const BATCH = 100;

/** What an address without a host is reckoned from. */
const ANYWHERE = 'http://localhost';

interface Way {
  readonly api: RestApi;
  /** Paths of the kinds of articles in the REST API. */
  readonly kinds: readonly string[];
  readonly signal: AbortSignal;
}

/**
 * Ids of articles by the keys that name them by a slug or by an address that ends with it, many at a time; undefined for a key
 * that names none. What cannot be told so is missing: ids, addresses with a parameter, and slugs that more than one has.
 */
export async function findBySlugs(keys: readonly string[], { api, kinds, signal }: Way): Promise<ReadonlyMap<string, number | undefined>> {
  const slugs = new Map(keys.map((key) => [key, slugIn(key)] as const).filter(([, slug]) => slug !== undefined));
  const wanted = [...new Set(slugs.values())];
  const known: Fields[] = [];
  // For one alone the question would be as dear as its answer.
  if (wanted.length < 2) return new Map();
  for (const kind of kinds) {
    for (let start = 0; start < wanted.length; start += BATCH) {
      const query = { slug: wanted.slice(start, start + BATCH).join(), per_page: BATCH, _fields: 'id,slug' };
      const { value, total } = await api.ask({ path: `/wp/v2/${kind}`, query }, signal);
      const found = objects(value);
      known.push(...found);
      // Of more than there is room for nobody knows which are missing.
      if (total > found.length) return new Map();
    }
  }
  const matches = [...slugs].map(([key, slug]) => [key, known.filter((one) => text(one, 'slug') === slug)] as const);
  return new Map(matches.filter(([, { length }]) => length < 2).map(([key, [match]]) => [key, match && Number(id(match, 'id'))] as const));
}

/** The slug as WordPress keeps it; undefined where there is none that could stand in a list of them. */
function slugIn(key: string): string | undefined {
  if (/^[1-9]\d*$/.test(key)) return undefined;
  const url = key.includes('/') && URL.canParse(key, ANYWHERE) ? new URL(key, ANYWHERE) : undefined;
  if (url?.searchParams.has('p') || url?.searchParams.has('page_id')) return undefined;
  const slug = url ? url.pathname.replace(/\/+$/, '').replace(/^.*\//, '') : encodeURIComponent(key);
  return /^(?:[\w~-]|%[\da-f]{2})+$/i.test(slug) ? slug.toLowerCase() : undefined;
}
