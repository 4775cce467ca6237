/** Imports an export of `fixtures/` in this process, into a folder that is removed after the tests of the file. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { after } from 'node:test';
import initSql from 'sql.js';
import type { Comment } from 'article-comments/rules.js';
import { collect, type CollectOptions } from '../src/collect.js';
import type { Report } from '../src/report.js';
import { type IndexEntry, WORK } from '../src/archive-folder.js';
import { writeArchives } from '../src/write-archives.js';

export const fixtures = join(import.meta.dirname, 'fixtures');

const temporary = mkdtempSync(join(tmpdir(), 'import-test-'));
after(() => rmSync(temporary, { recursive: true }));

let folders = 0;

/** A path for a folder or a file that does not exist yet. */
export const freshPath = (name = 'out'): string => join(temporary, `${++folders}-${name}`);

export interface Imported {
  readonly folder: string;
  /** The texts of all files by their path in the folder. */
  readonly files: ReadonlyMap<string, string>;
  readonly index: readonly IndexEntry[];
  readonly report: Report;
  /** The comments of an article, by its key and perhaps its site. */
  readonly comments: (key: string, site?: string) => readonly Comment[];
}

export type Options = Partial<Omit<CollectOptions, 'format' | 'files' | 'folder'>> & { readonly folder?: string };

/** Imports files by their paths. */
export async function importFiles(
  format: string,
  files: readonly string[],
  { folder = freshPath(), ...options }: Options = {},
): Promise<Imported> {
  const work = join(folder, WORK);
  const collection = await collect({ ...options, format, files, folder: join(work, 'comments') });
  const { articles } = await writeArchives(collection, folder);
  rmSync(work, { recursive: true });
  const texts = filesIn(folder);
  const comments = (key: string, site?: string): readonly Comment[] => {
    const entry = articles.find((each) => each.key === key && each.site === site);
    if (!entry) throw new Error(`No article has the key ${key}: ${articles.map((each) => each.key).join(', ')}`);
    return (JSON.parse(texts.get(entry.file)!) as { comments: Comment[] }).comments;
  };
  return { folder, files: texts, index: articles, report: collection.report, comments };
}

/** Imports one of the fixtures. */
export const importFixture = async (format: string, name: string, options?: Options): Promise<Imported> =>
  importFiles(format, [name.endsWith('.sql') ? await database(name) : join(fixtures, name)], options);

/** Imports a text as the only file. */
export function importText(format: string, text: string | Buffer, options?: Options): Promise<Imported> {
  const path = freshPath('export');
  writeFileSync(path, text);
  return importFiles(format, [path], options);
}

export const filesIn = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1).replaceAll(sep, '/'), readFileSync(path, 'utf8')]),
  );

/** An SQLite file from the statements of a fixture. */
export async function database(name: string): Promise<string> {
  const { Database } = await initSql();
  const made = new Database();
  made.run(readFileSync(join(fixtures, name), 'utf8'));
  const path = freshPath('comments.db');
  writeFileSync(path, made.export());
  made.close();
  return path;
}

/** Each fixture with its format. */
export const allFixtures: readonly (readonly [format: string, file: string])[] = [
  ['disqus', 'disqus.xml'],
  ['wordpress', 'wordpress.xml'],
  ['remark42', 'remark42.jsonl'],
  ['waline', 'waline.json'],
  ['waline', 'waline.csv'],
  ['waline', 'leancloud.json'],
  ['valine', 'valine.jsonl'],
  ['isso', 'isso.sql'],
  ['isso', 'isso-generic.json'],
  ['commento', 'commento.json'],
  ['comentario', 'comentario.json'],
  ['artalk', 'artalk.artrans'],
  ['archive', 'archive.json'],
];
