/** Writes discussions as archives, with an index. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import type { Comment } from 'article-comments/rules.js';
import { type Article, fileNames, hasSeveralSites } from './addresses.js';
import { INDEX, type Index, type IndexEntry, isIndex, partNames, REPORT, WORK } from './archive-folder.js';
import type { Collection } from './collect.js';
import { ImportError } from './source.js';

/** Number of comments after which a new part begins. Threads are not divided. */
const PART = 100;

/**
 * Writes an archive for each article to `folder`, and an index. New files replace old ones once all of them are complete, and archives of
 * an earlier run that are no longer in the index are removed. The same discussions result in the same bytes.
 */
export async function writeArchives(collection: Collection, folder: string): Promise<Index> {
  const before = await readIndex(folder);
  const work = join(folder, WORK, 'new');
  const names = fileNames(collection.articles);
  const entries = new Map<string, IndexEntry>();
  const isSeveral = hasSeveralSites(collection.articles.values());
  for await (const { identity, ...discussion } of collection.discussions()) {
    const file = names.get(identity)!;
    const parts = partsOf(discussion.comments);
    const { article, visible } = discussion;
    const members = {
      ...(article.closed && { info: { state: 'closed' } }),
      ...(parts.length > 1 && { parts: parts.length, total: visible }),
    };
    for (const [index, path] of partNames(file, parts.length).entries())
      await write(join(work, path), archiveJson(index === 0 ? members : {}, parts[index]!));
    entries.set(identity, entryOf(article, visible, file, parts.length, isSeveral));
  }
  const index = { articles: [...collection.articles.keys()].flatMap((identity) => entries.get(identity) ?? []) };
  await write(
    join(work, INDEX),
    `{"articles":[\n${index.articles.map((entry) => JSON.stringify(entry)).join(',\n')}\n]}\n`,
  );
  await write(join(work, REPORT), String(collection.report));

  const files = new Set(filesOf(index));
  // The index comes last: until then, the former one is valid for the files that it names.
  for (const file of [...files, REPORT, INDEX]) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await rename(join(work, file), join(folder, file));
  }
  await removeAll(
    folder,
    filesOf(before).filter((file) => !files.has(file)),
  );
  return index;
}

/** The index of an earlier run. A folder with other content is refused. */
async function readIndex(folder: string): Promise<Index> {
  const path = join(folder, INDEX);
  if (!existsSync(path)) return { articles: [] };
  try {
    const index: unknown = JSON.parse(await readFile(path, 'utf8'));
    if (isIndex(index)) return index;
  } catch {
    // The message below says it.
  }
  throw new ImportError(`${path} was not written by an import. Choose another folder.`);
}

const filesOf = ({ articles }: Index): readonly string[] =>
  articles.flatMap(({ file, parts }) => partNames(file, parts));

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

async function removeAll(folder: string, files: readonly string[]): Promise<void> {
  for (const file of files) await rm(join(folder, file), { force: true });
  for (const parent of new Set(files.map((file) => posix.dirname(file)))) {
    if (parent === '.') continue;
    // Other files in it are not the import's own.
    await rmdir(join(folder, parent)).catch(() => undefined);
  }
}

/** The discussion in parts of whole threads, in the order of the top-level comments. */
function partsOf(comments: readonly Comment[]): readonly (readonly Comment[])[] {
  const parents = new Map(comments.map(({ id, parentId }) => [id, parentId ?? null]));
  const roots = new Map<string, string>();
  const rootOf = (id: string): string => {
    const path = [];
    let current = id;
    for (; !roots.has(current); current = parents.get(current)!) {
      path.push(current);
      if (parents.get(current) === null) break;
    }
    const root = roots.get(current) ?? current;
    for (const each of path) roots.set(each, root);
    return root;
  };
  const threads = new Map<string, Comment[]>(
    comments.filter(({ parentId }) => parentId === undefined).map(({ id }) => [id, []]),
  );
  for (const comment of comments) threads.get(rootOf(comment.id))!.push(comment);

  const parts: Comment[][] = [[]];
  for (const each of threads.values()) {
    if (parts.at(-1)!.length >= PART) parts.push([]);
    for (const comment of each) parts.at(-1)!.push(comment);
  }
  return parts;
}

/** One line for each comment, so that two versions can be compared line by line. */
function archiveJson(members: object, comments: readonly Comment[]): string {
  const start = Object.entries(members).map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)},\n`);
  return `{${start.join('')}"comments":[\n${comments.map((comment) => JSON.stringify(comment)).join(',\n')}\n]}\n`;
}

const entryOf = (
  { key, site, url, title, createdAt }: Article,
  comments: number,
  file: string,
  parts: number,
  isSeveral: boolean,
): IndexEntry => ({
  key,
  ...(isSeveral && site && { site }),
  ...(url !== undefined && { url }),
  ...(title !== undefined && { title }),
  ...(createdAt !== undefined && { createdAt }),
  comments,
  file,
  ...(parts > 1 && { parts }),
});
