/** Imports an export of another system, or a backup of this server. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collect, type CollectOptions, type Report } from 'article-comments-import';
import type { Store } from '../store.js';
import { storeDiscussion } from './store-discussion.js';

export interface StoredImport {
  readonly report: Report;
  /** Number of comments that were not there before. */
  readonly added: number;
}

/**
 * Imports files of a format that `article-comments import` reads. Comments that wait for review arrive in the moderators' queue. Email
 * addresses are not imported: the server stores none with comments.
 */
export async function importComments(
  store: Store,
  options: Omit<CollectOptions, 'folder' | 'keepHeld'>,
): Promise<StoredImport> {
  const folder = await mkdtemp(join(tmpdir(), 'article-comments-'));
  try {
    const collection = await collect({ ...options, folder, keepHeld: true });
    let added = 0;
    for await (const discussion of collection.discussions()) added += await storeDiscussion(store, discussion);
    return { report: collection.report, added };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
