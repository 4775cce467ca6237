/** What an import did, for the person who ran it. It has ids and addresses of articles, and no data of persons. */
import type { ThreadCounts } from './thread.js';

/** What a terminal would execute. The source has written what the report quotes. */
export const terminalControls = /(?!\n)\p{Cc}/gu;

/** Problems that are printed one by one. */
const LISTED = 100;

export class Report {
  articles = 0;
  emptyArticles = 0;
  visible = 0;
  held = 0;
  tombstones = 0;
  lostParents = 0;
  renamed = 0;
  circles = 0;
  withoutTime = 0;
  /** Names of authors and titles of articles. */
  changedNames = 0;
  readonly leftOut = new Map<string, number>();
  /** Keys of articles that the source has under several addresses. */
  readonly merged = new Map<string, readonly string[]>();
  /** Number of images by host. */
  readonly images = new Map<string, number>();
  /** Number of records that could not be read, and a sentence for each of the first. */
  problems = 0;
  readonly problemList: string[] = [];
  readonly warnings = new Set<string>();

  problem(sentence: string): void {
    this.problems += 1;
    if (this.problemList.length < LISTED) this.problemList.push(sentence);
  }

  leaveOut(reason: string, count = 1): void {
    increase(this.leftOut, reason, count);
  }

  addThread(counts: ThreadCounts): void {
    for (const name of ['visible', 'held', 'tombstones', 'lostParents', 'renamed', 'circles', 'withoutTime'] as const)
      this[name] += counts[name];
    for (const [reason, count] of counts.leftOut) this.leaveOut(reason, count);
  }

  addImage(host: string): void {
    increase(this.images, host, 1);
  }

  toString(): string {
    const rows: [string, number][] = [
      ['Articles', this.articles],
      ['Comments', this.visible],
      ['Held for review', this.held],
      ['Tombstones', this.tombstones],
      ['Articles without comments', this.emptyArticles],
      ['Replies whose parent is missing, now at the top level', this.lostParents],
      ['Comments with an id that another one had, now with a number behind it', this.renamed],
      ['Circles of replies, now broken', this.circles],
      ['Comments without a time, now with the one of the article or of the comment before', this.withoutTime],
      ['Names and titles with invisible characters that reorder or cover others, now without them', this.changedNames],
    ];
    const counts = rows.filter(([, count], index) => index < 2 || count > 0).map(([name, count]) => row(name, count));
    return [
      ...counts,
      ...section('Left out', listed(this.leftOut)),
      ...section(
        'Addresses of the same article, merged',
        [...this.merged].flatMap(([key, addresses]) => [`  ${key}`, ...addresses.map((address) => `    ${address}`)]),
      ),
      ...section('Images on other hosts, which may disappear with the old service', listed(this.images)),
      ...section(
        'Notes',
        [...this.warnings].map((warning) => `  ${warning}`),
      ),
      ...section(`Not readable: ${number(this.problems)}`, [
        ...this.problemList.map((problem) => `  ${problem}`),
        ...(this.problems > LISTED ? [`  and ${number(this.problems - LISTED)} more`] : []),
      ]),
      '',
    ]
      .join('\n')
      .replace(terminalControls, '\ufffd');
  }
}

function increase(counts: Map<string, number>, name: string, by: number): void {
  counts.set(name, (counts.get(name) ?? 0) + by);
}

const number = (value: number): string => value.toLocaleString('en');

const row = (name: string, count: number): string => `${number(count).padStart(11)}  ${name}`;

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length > 0 ? ['', title, ...lines] : [];

/** The most frequent first. */
const listed = (counts: ReadonlyMap<string, number>): readonly string[] =>
  [...counts]
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .map(([name, count]) => row(name, count));
