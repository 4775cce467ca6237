/**
 * Requests the pages that comments come from, and takes their titles and addresses from them. Readers choose the path, the operator of the
 * server the origins. In the background, one at a time, and by one of several instances.
 */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Data } from '../database/data.js';
import { changeDiscussion, refByKey } from '../discussion/change-discussion.js';
import { ownPage, pageTitle, webPage, recheckAfter } from '../rules/page.js';
import { startRounds } from './rounds.js';
import { ResponseTooLong } from './sender.js';
import type { SendingStore } from './webhooks.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** The same after each check in a row that found nothing; later ones wait as long as the last. */
const DELAYS: readonly number[] = [MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, recheckAfter];

/** Milliseconds after which another instance may try, because this one has not said how it went. */
const LEASE = 10 * MINUTE;

/** Milliseconds that a page may take. */
const timeout = 10_000;

/** Bytes of a page. */
const maxLength = 1024 * 1024;

/** Pages in one round. */
const perRound = 20;

/** Checks pages from now on. Returns a function that stops it and waits for the one being checked. */
export const startPageChecks = (store: SendingStore, interval: number): (() => Promise<void>) =>
  startRounds((signal) => checkDuePages(store, signal), store.log, interval);

/** Checks the pages that are due, the longest waiting first. */
export async function checkDuePages(
  store: SendingStore,
  signal: AbortSignal = new AbortController().signal,
): Promise<void> {
  for (let count = 0; count < perRound && !signal.aborted; count += 1) {
    const claimed = await claim(store);
    if (!claimed) return;
    await check(store, claimed, signal);
  }
}

interface Claimed {
  readonly key: string;
  readonly url: string;
}

/** Takes a page that is due, for as long as the lease lasts. */
async function claim({ database, now }: Data): Promise<Claimed | undefined> {
  const time = now();
  const row = await database
    .updateTable('discussions')
    .set({ page_due_at: new Date(time.getTime() + LEASE) })
    .where('id', '=', (eb) =>
      eb
        .selectFrom('discussions')
        .select('id')
        .where('page_suggested', 'is not', null)
        .where('page_due_at', '<=', time)
        .orderBy('page_due_at')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['key', 'page_suggested'])
    .executeTakeFirst();
  return row && { key: row.key, url: row.page_suggested ?? '' };
}

async function check(store: SendingStore, { key, url }: Claimed, signal: AbortSignal): Promise<void> {
  const result = await findPage(store, key, url, signal);
  // Stopped: another instance takes it after the lease.
  if (signal.aborted) return;
  let isGivenUp = false;
  await changeDiscussion(store, refByKey(key), async (change) => {
    const { page_by: by, page_suggested: suggested, page_failures: failures } = change.discussion;
    if (by === 'moderator' || by === 'key') return;
    const after = (milliseconds: number): Date => new Date(change.now.getTime() + milliseconds);
    if (result.state === 'found') {
      const { url: address, title } = result;
      change.setPage({
        url: address,
        title,
        page_by: 'page',
        page_suggested: null,
        page_due_at: after(recheckAfter),
        page_failures: 0,
      });
      return;
    }
    isGivenUp = result.state === 'unreachable' && failures + 1 >= DELAYS.length;
    // Another comment may have come with another address meanwhile.
    const isOver = suggested === url && (result.state === 'refused' || isGivenUp);
    change.setPage({
      ...(isOver && { page_suggested: null }),
      page_due_at: after(DELAYS[failures] ?? recheckAfter),
      page_failures: failures + 1,
    });
  });
  // The log must not contain the path, which a reader has chosen.
  if (isGivenUp && result.state === 'unreachable')
    store.log.error(
      { err: result.cause },
      `A page at ${new URL(url).origin} could not be read in ${DELAYS.length} attempts.`,
    );
}

type PageResult =
  | { readonly state: 'found'; readonly url: string; readonly title: string | null }
  /** It is not the page of the discussion. */
  | { readonly state: 'refused' }
  /** It may be later. */
  | { readonly state: 'unreachable'; readonly cause: unknown };

async function findPage(store: SendingStore, key: string, suggested: string, signal: AbortSignal): Promise<PageResult> {
  // The origins may have changed since the comment.
  const url = ownPage(store, suggested);
  if (url === undefined) return { state: 'refused' };
  try {
    const limits = { maxLength, signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)]) };
    const { status, headers, body } = await store.pageSender.getPage(url, limits);
    if (status >= 500 || status === 429) throw new Error(`The status is ${status}.`);
    const type = headers['content-type'] ?? '';
    if (status !== 200 || !/^text\/html\s*(;|$)/i.test(type)) return { state: 'refused' };
    const { title, canonical, keys } = await readPage(decode(body, type), url);
    if (!keys.some((sent) => store.keys.isKeyOf(key, sent))) return { state: 'refused' };
    return { state: 'found', url: (canonical !== undefined && ownPage(store, canonical)) || url, title };
  } catch (cause) {
    return cause instanceof ResponseTooLong ? { state: 'refused' } : { state: 'unreachable', cause };
  }
}

/** The text of a page, in the encoding that the header or the beginning of the page names. */
function decode(body: Buffer, type: string): string {
  const declared = /charset\s*=\s*["']?([\w:-]+)/i;
  const [, label = 'utf-8'] = declared.exec(type) ?? declared.exec(body.toString('latin1', 0, 1024)) ?? [];
  try {
    return new TextDecoder(label).decode(body);
  } catch (error) {
    // An unknown name of an encoding.
    if (error instanceof RangeError) return new TextDecoder().decode(body);
    throw error;
  }
}

export interface PageContent {
  readonly title: string | null;
  /** The canonical address. Undefined if the page names none. */
  readonly canonical: string | undefined;
  /** Keys of the discussions that the page shows, as the page sends them. */
  readonly keys: readonly string[];
}

/** What the thread sends. Title and canonical address are those in the head. */
export interface ParsedPage {
  /** The first one that is not empty counts. */
  readonly titles: readonly string[];
  readonly canonical: string | undefined;
  /** The attribute of each section. */
  readonly discussions: readonly (string | undefined)[];
}

const empty: PageContent = { title: null, canonical: undefined, keys: [] };

/** Milliseconds that parsing may take. A page of 1 MB takes about a second. */
const timeLimit = 5000;

/** Megabytes of objects while parsing. */
const heap = 256;

/**
 * Reads a page. Title and canonical address count in the head only, which no text of a reader gets into. What a template, a script or a
 * comment contains does not count.
 *
 * @param url Address of the page, which is the key of a section without one if the page has no canonical address.
 */
export async function readPage(html: string, url: string): Promise<PageContent> {
  // Most pages that are asked for in vain, such as searches, have no section. Parsing takes a hundred times longer than this.
  if (!/<article-comments[\s/>]/i.test(html)) return empty;
  const parsed = await parse(html);
  if (!parsed) return empty;
  const { titles, canonical, discussions } = parsed;
  const canonicalUrl = canonical === undefined ? undefined : addressOf(canonical, url);
  return {
    title: titles.map(pageTitle).find((title) => title !== null) ?? null,
    canonical: canonicalUrl,
    keys: discussions.map((key) => key ?? canonicalUrl ?? webPage(url) ?? ''),
  };
}

/**
 * Parses a page in a thread of its own: in 35 kB of HTML, a parser can make gigabytes of elements, and readers have to be answered meanwhile.
 * Undefined if the page takes too long, nests too deeply, or does not fit into memory.
 */
async function parse(html: string): Promise<ParsedPage | undefined> {
  const worker = new Worker(new URL('./parser-worker.js', import.meta.url), {
    workerData: html,
    resourceLimits: { maxOldGenerationSizeMb: heap },
    execArgv: [],
  });
  // Its memory may run out when its time is already over: an error that nothing listens to would end this process.
  worker.on('error', () => undefined);
  const signal = AbortSignal.timeout(timeLimit);
  try {
    const [parsed] = (await once(worker, 'message', { signal })) as [ParsedPage];
    return parsed;
  } catch (error) {
    if (signal.aborted || error instanceof RangeError) return undefined;
    if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY') return undefined;
    throw error;
  } finally {
    await worker.terminate();
  }
}

const addressOf = (href: string, base: string): string | undefined =>
  URL.canParse(href, base) ? webPage(new URL(href, base).href) : undefined;
