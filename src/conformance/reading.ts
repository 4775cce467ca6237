import type {
  Comment,
  CommentId,
  CommentPage,
  CommentsAdapter,
  DiscussionRef,
  Filter,
  ListQuery,
  Sort,
} from '../model/adapter.js';
import type { CheckContext } from './check-context.js';
import { page as pageShape } from '../model/contract/contract.js';
import { inspect } from '../model/contract/inspect.js';

/** Pages after which a list is considered endless. */
const MAX_PAGES = 200;

export interface Reading {
  /** The reader. Default: the adapter under test. */
  readonly adapter?: CommentsAdapter;
  readonly discussion?: DiscussionRef;
  /** Default: the adapter's first sort order. */
  readonly sort?: Sort;
  /** The id of a custom sort order. */
  readonly sortOption?: string;
  readonly filter?: Filter;
  readonly limit: number;
  readonly parentId?: CommentId;
  /** The cursor of the first page to read. Default: the beginning of the list. */
  readonly cursor?: string;
  /** Called before each page but the first, with the page before it. */
  readonly beforeNext?: (page: CommentPage) => Promise<void>;
}

/** The well-known sort orders that the adapter offers. */
export function sortsOf({ features }: CommentsAdapter): readonly Sort[] {
  const sorts = features?.sorts?.filter((sort) => typeof sort === 'string') ?? [];
  return sorts.length > 0 ? sorts : ['oldest'];
}

export const defaultSort = (adapter: CommentsAdapter): Sort => sortsOf(adapter)[0] ?? 'oldest';

export async function readPage(context: CheckContext, reading: Reading): Promise<CommentPage> {
  const {
    adapter = context.adapter,
    discussion = context.discussion,
    sort = defaultSort(adapter),
    sortOption,
    filter,
    limit,
    parentId,
    cursor,
  } = reading;
  const query: ListQuery = {
    discussion,
    sort,
    limit,
    ...(sortOption !== undefined && { sortOption }),
    ...(filter !== undefined && { filter }),
    ...(parentId !== undefined && { parentId }),
    ...(cursor !== undefined && { cursor }),
  };
  return context.resolvesTo(describeQuery(query), pageShape, () => adapter.list(query, context.call));
}

/** Describes a call of `list` for a finding. */
export const describeQuery = ({ discussion: _discussion, ...query }: ListQuery): string => `list(${inspect(query)})`;

/** Reads all pages of a list. */
export async function readPages(context: CheckContext, reading: Reading): Promise<readonly CommentPage[]> {
  const pages: CommentPage[] = [];
  const seen = new Set<string>();
  for (let cursor = reading.cursor; ;) {
    const page = await readPage(context, { ...reading, ...(cursor !== undefined && { cursor }) });
    pages.push(page);
    if (page.next === undefined) return pages;
    if (seen.has(page.next) || pages.length >= MAX_PAGES)
      context.fail({
        did: `list() with limit ${reading.limit}, following "next"`,
        expected: 'a last page without "next"',
        got: seen.has(page.next) ? `the cursor ${inspect(page.next)} twice` : `${MAX_PAGES} pages, each with "next"`,
      });
    seen.add(page.next);
    await reading.beforeNext?.(page);
    cursor = page.next;
  }
}

/** Reads all pages and follows every `replies.next`. The result includes duplicates. */
export async function readAll(context: CheckContext, reading: Reading): Promise<readonly Comment[]> {
  const pages = await readPages(context, reading);
  const found = pages.flatMap(({ items }) => items);
  // Grows during the loop: fetched replies may have replies of their own.
  for (const { id, replies } of found) {
    if (replies?.next === undefined) continue;
    const { beforeNext: _beforeNext, ...rest } = reading;
    found.push(
      ...(await readPages(context, { ...rest, parentId: id, cursor: replies.next })).flatMap(({ items }) => items),
    );
    if (found.length > 10_000)
      context.fail({
        did: 'list(), following every replies.next',
        expected: 'an end',
        got: 'more than 10,000 comments',
      });
  }
  return found;
}

/** Finds a comment in the list, with all pages and replies. */
export async function findComment(
  context: CheckContext,
  id: CommentId,
  adapter = context.adapter,
): Promise<Comment | undefined> {
  return (await readAll(context, { adapter, limit: 50 })).find((comment) => comment.id === id);
}

/** The comments whose parent is not in the same list. */
export function topLevel(items: readonly Comment[]): readonly Comment[] {
  const ids = new Set(items.map(({ id }) => id));
  return items.filter(({ parentId }) => parentId == null || !ids.has(parentId));
}

export const idsOf = (items: readonly Comment[]): readonly CommentId[] => items.map(({ id }) => id);

/** Describes which of the expected ids are missing or repeated. Returns undefined if each is found exactly once. */
export function missingOrRepeated(expected: readonly CommentId[], found: readonly CommentId[]): string | undefined {
  const missing = expected.filter((id) => !found.includes(id));
  const repeated = [...new Set(found.filter((id, index) => found.indexOf(id) !== index))];
  const parts = [
    ...(missing.length > 0 ? [`${inspect(missing)} missing`] : []),
    ...(repeated.length > 0 ? [`${inspect(repeated)} repeated`] : []),
  ];
  return parts.length > 0 ? `${parts.join(' and ')} in ${inspect(found)}` : undefined;
}
