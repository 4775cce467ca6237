import type { CommentPage, ListQuery } from '../../model/adapter.js';

/** More than one request may ask for: whoever has unfolded so much and lists again loses none of it. */
export async function readOn(
  first: CommentPage,
  query: ListQuery,
  readPage: (query: ListQuery) => Promise<CommentPage>,
): Promise<CommentPage> {
  let found = first;
  while (found.next !== undefined) {
    const missing = query.limit - found.items.filter(({ parentId }) => parentId === query.parentId).length;
    if (missing <= 0) break;
    const { items, ...rest } = await readPage({ ...query, cursor: found.next, limit: missing });
    found = { ...rest, items: [...found.items, ...items] };
    if (items.length === 0) break;
  }
  return found;
}
