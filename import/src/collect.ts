/** Reads exports and returns their discussions one by one, whatever the order of the source is. */
import { mkdirSync } from 'node:fs';
import type { Comment } from 'article-comments/rules.js';
import { Addresses, type AddressOptions, type Article } from './addresses.js';
import { cleanComment, cleanPage } from './clean.js';
import { readers } from './formats/index.js';
import { openInput, type OnBytes } from './input.js';
import { Report } from './report.js';
import { DamagedError, ImportError, type Receiver, type SourceComment } from './source.js';
import { Spill } from './spill.js';
import { imageHosts } from './text.js';
import { thread } from './thread.js';

export interface CollectOptions extends AddressOptions {
  /** Name of the format of all files. */
  readonly format: string;
  readonly files: readonly string[];
  /** A folder for what does not fit into memory. The caller removes it. */
  readonly folder: string;
  /** Offset from UTC, in minutes, of times for which the source gives none. Default 0. */
  readonly offset?: number | undefined;
  /** Keeps comments that wait for review, with their text. By default, their text is not even written to `folder`. */
  readonly keepHeld?: boolean;
  readonly onBytes?: OnBytes | undefined;
  /** Called with the number of comments that were read. */
  readonly onComments?: ((count: number) => void) | undefined;
}

export interface Discussion {
  /** Key of `articles`. */
  readonly identity: string;
  readonly article: Article;
  /** Oldest first. */
  readonly comments: readonly Comment[];
  /** Number of comments that readers can read. */
  readonly visible: number;
}

export interface Collection {
  /** The articles with comments by their identities, in the order of their sites and keys. */
  readonly articles: ReadonlyMap<string, Article>;
  /** The discussions in an order of their own. Articles of which nothing remains are left out. Can be called once. */
  readonly discussions: () => AsyncGenerator<Discussion>;
  /** Complete when `discussions` has ended. */
  readonly report: Report;
}

export async function collect(options: CollectOptions): Promise<Collection> {
  const { format, files, folder, offset = 0, keepHeld = false, onBytes } = options;
  const read = Object.hasOwn(readers, format) ? readers[format] : undefined;
  if (!read) throw new ImportError(`There is no format "${format}". There are: ${Object.keys(readers).join(', ')}.`);
  mkdirSync(folder, { recursive: true });
  const spill = new Spill(folder);
  const report = new Report();
  const addresses = new Addresses(options);
  const changedTitles = new Set<string>();
  let count = 0;

  for (const path of files) {
    const receiver: Receiver = {
      page(source) {
        const page = cleanPage(source);
        const title = source.title?.replace(/\s+/g, ' ').trim();
        if (title !== undefined && page.title !== title) changedTitles.add(title);
        return addresses.add(page);
      },
      comment(page, source) {
        const comment = cleanComment(source);
        if (comment.id === '') return receiver.problem('the comment has no id');
        if (comment.author?.name !== source.author?.name) report.changedNames += 1;
        const isKept = comment.status === 'visible' || (keepHeld && comment.status === 'held');
        page.comments += 1;
        spill.add(page.identity, isKept ? comment : withoutContent(comment));
        count += 1;
        options.onComments?.(count);
      },
      leaveOut(reason) {
        report.leaveOut(reason);
        count += 1;
      },
      problem(message, { line, record } = {}) {
        report.problem(`${path}${line === undefined ? '' : `:${line}`}: ${record ? `${record}: ` : ''}${message}`);
      },
      warn(message) {
        report.warnings.add(message);
      },
    };
    try {
      await read(openInput(path, onBytes), receiver, { offset });
    } catch (error) {
      if (!(error instanceof DamagedError)) throw error;
      receiver.problem(error.message);
    }
  }
  if (count === 0)
    throw new ImportError([`There are no comments in ${files.join(', ')}.`, ...report.problemList].join('\n'));

  report.changedNames += changedTitles.size;
  const all = addresses.articles();
  const articles = new Map([...all].filter(([, { comments }]) => comments > 0));
  report.emptyArticles = all.size - articles.size;
  return {
    articles,
    report,
    async *discussions() {
      for (const [identity, source] of spill.read<SourceComment>()) {
        const article = articles.get(identity)!;
        const { comments, counts } = thread(source, { keepHeld, createdAt: article.createdAt });
        report.addThread(counts);
        if (comments.length === 0) {
          report.emptyArticles += 1;
          continue;
        }
        report.articles += 1;
        for (const { body } of comments) for (const host of imageHosts(body.value)) report.addImage(host);
        yield { identity, article, comments, visible: counts.visible };
      }
      for (const { key, addresses: merged } of articles.values()) if (merged.length > 1) report.merged.set(key, merged);
    },
  };
}

/** What is needed for a tombstone. */
const withoutContent = ({ id, parentId, createdAt, status }: SourceComment): SourceComment => ({
  id,
  parentId,
  author: null,
  body: { format: 'text', value: '' },
  createdAt,
  status,
});
