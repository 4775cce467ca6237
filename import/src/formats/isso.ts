/** Isso: its SQLite database, or the generic JSON that `isso import -t generic` reads. */
import { stat } from 'node:fs/promises';
import { firstBytes, type Input } from '../input.js';
import { isObject, readJson } from '../json.js';
import { ImportError, type Receiver, type SourcePage } from '../source.js';
import { readSqlite, type SqliteQuery, type SqliteRow } from '../sqlite.js';
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

const QUERY: SqliteQuery = {
  tables: {
    comments: [
      ...['tid', 'id', 'parent', 'created', 'modified', 'mode'],
      ...['text', 'author', 'website', 'likes', 'dislikes'],
    ],
    threads: ['id', 'uri', 'title'],
  },
  query: `
    select comments.id, comments.parent, comments.created, comments.modified, comments.mode, comments.likes,
      comments.dislikes, cast(threads.uri as blob) as uri, cast(threads.title as blob) as title,
      cast(comments.text as blob) as text, cast(comments.author as blob) as author,
      cast(comments.website as blob) as website
    from main.comments left join main.threads on threads.id = comments.tid order by comments.id`,
};

async function readDatabase(input: Input, receiver: Receiver): Promise<void> {
  const journal = await stat(`${input.path}-wal`).catch(() => undefined);
  if (journal && journal.size > 0)
    throw new ImportError(
      `${input.path}-wal holds changes that are not in the database yet. Stop Isso, or run: sqlite3 ${input.path} 'pragma wal_checkpoint(truncate)'`,
    );
  for await (const row of readSqlite(input.path, QUERY)) readRow(row, receiver);
}

function readRow({ values: row, damaged }: SqliteRow, receiver: Receiver): void {
  const id = idText(row.id);
  const address = filled(row.uri);
  if (id === undefined) return receiver.problem('the comment has no id', { record: 'row of comments' });
  if (address === undefined) return receiver.leaveOut('on an article that is not in the file');
  if (damaged.length > 0)
    receiver.problem(`bytes that are not text in ${damaged.join(', ')}, imported as \ufffd`, {
      record: `comment ${id}`,
    });
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
