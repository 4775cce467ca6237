/** How checks read a discussion from end to end. */
import type { Comment, CommentId, CommentPage, CommentsAdapter, DiscussionRef, ListQuery, Sort } from '../model/adapter.js';
import { page as pageShape } from './contract-shapes.js';
import type { Scene } from './scene.js';
import { shown } from './shown-value.js';

/** Pages after which a list counts as one that never ends. */
const MOST_PAGES = 200;

export interface Reading {
  /** Who reads. Default: the adapter under test. */
  readonly adapter?: CommentsAdapter;
  readonly discussion?: DiscussionRef;
  /** Default: the first that the adapter offers. */
  readonly sort?: Sort;
  readonly limit: number;
  readonly parentId?: CommentId;
  /** Where to begin. Default: at the start. */
  readonly cursor?: string;
  /** Called after each page that another one follows. */
  readonly between?: (page: CommentPage) => Promise<void>;
}

export const sortsOf = ({ features }: CommentsAdapter): readonly Sort[] => features?.sorts ?? ['oldest'];

export const defaultSort = (adapter: CommentsAdapter): Sort => sortsOf(adapter)[0] ?? 'oldest';

export async function readPage(scene: Scene, reading: Reading): Promise<CommentPage> {
  const { adapter = scene.adapter, discussion = scene.discussion, sort = defaultSort(adapter), limit, parentId, cursor } = reading;
  const query: ListQuery = {
    discussion,
    sort,
    limit,
    ...(parentId !== undefined && { parentId }),
    ...(cursor !== undefined && { cursor }),
  };
  return scene.answerOf(said(query), pageShape, () => adapter.list(query, scene.call));
}

/** The words for one call of `list`. */
export const said = ({ discussion: _discussion, ...query }: ListQuery): string => `list(${shown(query)})`;

/** All pages of one list. */
export async function readPages(scene: Scene, reading: Reading): Promise<readonly CommentPage[]> {
  const pages: CommentPage[] = [];
  const seen = new Set<string>();
  for (let cursor = reading.cursor; ;) {
    const page = await readPage(scene, { ...reading, ...(cursor !== undefined && { cursor }) });
    pages.push(page);
    if (page.next === undefined) return pages;
    if (seen.has(page.next) || pages.length >= MOST_PAGES)
      scene.fail({
        did: `list() from page to page with limit ${reading.limit}`,
        expected: 'a last page, without "next"',
        got: seen.has(page.next) ? `the cursor ${shown(page.next)} a second time` : `${MOST_PAGES} pages, each with "next"`,
      });
    seen.add(page.next);
    await reading.between?.(page);
    cursor = page.next;
  }
}

/** Everything that there is: all pages, and all replies that are said to be elsewhere. Comments that come twice are in it twice. */
export async function readAll(scene: Scene, reading: Reading): Promise<readonly Comment[]> {
  const pages = await readPages(scene, reading);
  const found = pages.flatMap(({ items }) => items);
  // Grows while it is gone through: what is fetched may speak of more.
  for (const { id, replies } of found) {
    if (replies?.next === undefined) continue;
    const { between: _between, ...rest } = reading;
    found.push(...(await readPages(scene, { ...rest, parentId: id, cursor: replies.next })).flatMap(({ items }) => items));
    if (found.length > 10_000) scene.fail({ did: 'list() with replies.next', expected: 'an end', got: 'more than 10,000 comments' });
  }
  return found;
}

/** The comments that answer nothing in the same list. */
export function topLevel(items: readonly Comment[]): readonly Comment[] {
  const ids = new Set(items.map(({ id }) => id));
  return items.filter(({ parentId }) => parentId == null || !ids.has(parentId));
}

export const idsOf = (items: readonly Comment[]): readonly CommentId[] => items.map(({ id }) => id);

/** What is wrong with a list that should hold each of the wanted ids exactly once, in words; undefined when nothing is. */
export function eachOnce(wanted: readonly CommentId[], found: readonly CommentId[]): string | undefined {
  const missing = wanted.filter((id) => !found.includes(id));
  const repeated = [...new Set(found.filter((id, place) => found.indexOf(id) !== place))];
  const parts = [
    ...(missing.length > 0 ? [`${shown(missing)} never`] : []),
    ...(repeated.length > 0 ? [`${shown(repeated)} more than once`] : []),
  ];
  return parts.length > 0 ? `${parts.join(', and ')}; in all ${shown(found)}` : undefined;
}
