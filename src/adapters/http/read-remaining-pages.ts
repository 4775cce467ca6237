import type { CommentPage, ListQuery } from '../../model/adapter.js';

/** Reads more pages until the query's limit is reached, which may be larger than one request allows. */
export async function readRemainingPages(
  firstPage: CommentPage,
  query: ListQuery,
  readPage: (query: ListQuery) => Promise<CommentPage>,
): Promise<CommentPage> {
  let result = firstPage;
  while (result.next !== undefined) {
    const missing = query.limit - result.items.filter(({ parentId }) => parentId === query.parentId).length;
    if (missing <= 0) break;
    const more = await readPage({ ...query, cursor: result.next, limit: missing });
    result = { ...more, items: [...result.items, ...more.items] };
    if (more.items.length === 0) break;
  }
  return result;
}
