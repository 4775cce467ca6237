/** What the HTML of a page says about itself. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { webPage } from './own-page.js';
import { pageTitle } from './page-title.js';

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
