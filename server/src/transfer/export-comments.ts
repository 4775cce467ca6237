/** Writes everything that the server has about comments: as archives that are public, and as a backup that is not. */
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Article,
  type Collection,
  Report,
  type SourceComment,
  type SourceStatus,
  thread,
  WORK,
  writeArchives,
} from 'article-comments-import';
import type { Author } from 'article-comments/rules.js';
import type { Selectable, Transaction } from 'kysely';
import type { CommentRow, Tables } from '../database/tables.js';
import { isOpen } from '../discussion/closing.js';
import type { Store } from '../discussion/store.js';
import { ConfigError } from '../rules/config.js';
import { writeBackup } from './backup.js';

export interface Exported {
  readonly report: Report;
  readonly folder: string;
  readonly backup: string;
}

/**
 * Writes the archives to `folder/public`, and the backup to `folder/private.jsonl`. Both are of the same moment. An earlier export in the
 * folder is replaced.
 */
export async function exportComments(store: Store, folder: string): Promise<Exported> {
  const [archives, backup] = [join(folder, 'public'), join(folder, 'private.jsonl')];
  if (existsSync(folder) && !existsSync(backup) && existsSync(archives))
    throw new ConfigError(`${folder} is not the folder of an export. Choose another one.`);
  const draft = `${backup}.draft`;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await rm(draft, { force: true });
  const report = await store.database
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const collection = await collectionOf(trx, store);
      await writeArchives(collection, archives);
      await rm(join(archives, WORK), { recursive: true });
      await writeBackup(trx, draft);
      return collection.report;
    });
  await rename(draft, backup);
  return { report, folder: archives, backup };
}

/** All discussions but the private ones. */
async function collectionOf(trx: Transaction<Tables>, { now, keys }: Store): Promise<Collection> {
  const report = new Report();
  const all = await trx.selectFrom('discussions').selectAll().orderBy('key').execute();
  const rows = all.filter(({ key }) => !keys.isPrivate(key));
  const articles = new Map(
    rows.map(({ id, key, url, title, created_at, last_comment, ...times }): [string, Article] => [
      id,
      {
        site: '',
        key,
        ...(url && { url }),
        ...(title !== null && { title }),
        closed: !isOpen(times, now()),
        createdAt: created_at.toISOString(),
        addresses: [key],
        comments: last_comment,
      },
    ]),
  );
  return {
    articles,
    report,
    async *discussions() {
      for (const [identity, article] of articles) {
        const comments = await trx
          .selectFrom('comments')
          .selectAll()
          .where('discussion', '=', identity)
          .orderBy('number')
          .execute();
        const { comments: shown, counts } = thread(comments.map(sourceComment));
        report.addThread(counts);
        if (shown.length === 0) {
          report.emptyArticles += 1;
          continue;
        }
        report.articles += 1;
        yield { identity, article, comments: shown, visible: counts.visible };
      }
    },
  };
}

/** `gone` is a removed comment without a tombstone. Only its author and moderators see the one of a comment that is withheld. */
const statuses: Readonly<Record<CommentRow['status'], SourceStatus>> = {
  visible: 'visible',
  pending: 'held',
  deleted: 'deleted',
  hidden: 'hidden',
  gone: 'deleted',
  withheld: 'hidden',
};

function sourceComment(row: Selectable<Tables['comments']>): SourceComment {
  const { id, parent, author, body, format, created_at, edited_at, up, down, pinned } = row;
  return {
    id,
    parentId: parent === '' ? null : parent,
    author: author === null ? null : (JSON.parse(author) as Author),
    body: { format, value: body },
    createdAt: created_at.toISOString(),
    editedAt: edited_at?.toISOString(),
    votes: up > 0 || down > 0 ? { up, down } : undefined,
    pinned,
    replyTo:
      row.reply_to === null || row.reply_to_name === null ? undefined : { id: row.reply_to, name: row.reply_to_name },
    status: statuses[row.status],
  };
}
