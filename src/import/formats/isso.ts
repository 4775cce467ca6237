/** Isso: its SQLite database, or the generic JSON that `isso import -t generic` reads. */
import { readFile, stat } from 'node:fs/promises';
import { firstBytes, type Input } from '../input.js';
import { isObject, readJson } from '../json.js';
import { optionalPackage } from '../optional-package.js';
import { ImportError, type Receiver, type SourcePage } from '../source.js';
import { withLineBreaks } from '../text.js';
import { addressed, authorOf, countOf, filled, idText, isoTime, numberOf } from '../values.js';
import type { Reader } from './reader.js';

export const isso: Reader = async (input, receiver, { offset }) => {
  const start = await firstBytes(input.path, 16);
  if (start.toString('latin1') === 'SQLite format 3\0') await readDatabase(input, receiver);
  else await readGeneric(input, receiver, offset);
};

/** Reads pages of the article's address or of its own id in Isso. */
const pageOf = (address: string, title: unknown): SourcePage => ({
  ...addressed(address),
  title: filled(title),
});

async function readGeneric(input: Input, receiver: Receiver, offset: number): Promise<void> {
  if (offset === 0)
    receiver.warn('Times of this format have no zone. They were read as UTC; --utc-offset +02:00 gives another one.');
  await readJson(input, ['[]'], receiver, (_, thread, line) => {
    const address = isObject(thread) ? idText(thread.id) : undefined;
    if (!isObject(thread) || address === undefined || !Array.isArray(thread.comments))
      return receiver.problem('the article has no id or no comments', {
        line,
        record: `thread ${address ?? ''}`.trim(),
      });
    const page = receiver.page(pageOf(address, thread.title));
    for (const comment of thread.comments.filter(isObject)) {
      const id = idText(comment.id);
      if (id === undefined) receiver.problem('the comment has no id', { line, record: `thread ${address}` });
      else
        receiver.comment(page, {
          id,
          parentId: null,
          author: authorOf({ name: comment.author, url: comment.website }),
          body: { format: 'markdown', value: filled(comment.text) ?? '' },
          createdAt: isoTime(comment.created, offset),
          status: 'visible',
        });
    }
  });
}

const QUERY = `
  select threads.uri, threads.title, comments.id, comments.parent, comments.created, comments.modified,
    comments.mode, comments.text, comments.author, comments.website, comments.likes, comments.dislikes
  from comments left join threads on threads.id = comments.tid order by comments.id`;

async function readDatabase(input: Input, receiver: Receiver): Promise<void> {
  const journal = await stat(`${input.path}-wal`).catch(() => undefined);
  if (journal && journal.size > 0)
    throw new ImportError(
      `${input.path}-wal holds changes that are not in the database yet. Stop Isso, or run: sqlite3 ${input.path} 'pragma wal_checkpoint(truncate)'`,
    );
  const { default: load } = await optionalPackage('sql.js', () => import('sql.js'));
  const { Database } = await load();
  const bytes = await readFile(input.path);
  // The journal mode, which needs a second file that is not in memory. The database is only read.
  bytes.fill(1, 18, 20);
  const database = new Database(bytes);
  try {
    const statement = database.prepare(QUERY);
    while (statement.step()) readRow(statement.getAsObject(), receiver);
    statement.free();
  } catch (error) {
    receiver.problem(`the database cannot be read: ${(error as Error).message}`);
  } finally {
    database.close();
  }
}

function readRow(row: Readonly<Record<string, unknown>>, receiver: Receiver): void {
  const id = idText(row.id);
  const address = filled(row.uri);
  if (id === undefined) return receiver.problem('the comment has no id', { record: 'row of comments' });
  if (address === undefined) return receiver.leaveOut('on an article that is not in the file');
  const [up, down] = [countOf(row.likes), countOf(row.dislikes)];
  receiver.comment(receiver.page(pageOf(address, row.title)), {
    id,
    parentId: idText(row.parent) ?? null,
    // Isso escapes what is typed in its form.
    author: authorOf({ name: row.author, url: decodedText(row.website), isEscaped: true }),
    body: { format: 'markdown', value: withLineBreaks(filled(row.text) ?? '') },
    createdAt: secondsTime(row.created),
    editedAt: secondsTime(row.modified),
    votes: up === undefined && down === undefined ? undefined : { up: up ?? 0, ...(down !== undefined && { down }) },
    status: statusOf(numberOf(row.mode) ?? 1),
  });
}

const decodedText = (value: unknown): unknown =>
  typeof value === 'string'
    ? value.replaceAll('&#x27;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&')
    : value;

const secondsTime = (value: unknown): string | undefined =>
  typeof value === 'number' ? isoTime(Math.round(value * 1000)) : undefined;

/** The mode is a bit mask: 1 live, 2 held, 4 deleted. A deleted comment keeps its text. */
function statusOf(mode: number): 'visible' | 'held' | 'deleted' {
  if (mode === 1) return 'visible';
  return (mode & 4) === 4 ? 'deleted' : 'held';
}
