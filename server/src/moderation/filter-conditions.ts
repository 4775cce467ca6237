/** A filter as conditions of a query on `comments` and `discussions`. */
import { sql, type RawBuilder } from 'kysely';
import { discussionId } from '../discussion/discussion-state.js';
import type { Store } from '../store.js';
import { ages, type QueueFilter } from './queue-filter.js';

type Condition = RawBuilder<boolean>;

const nameOfAuthor = sql<string>`comments.author::jsonb ->> 'name'`;

/** `since`: the column that says when a comment came into the queue. */
export function conditionsOf(
  { rules, now }: Pick<Store, 'rules' | 'now'>,
  { search, discussion, by, cause, age }: QueueFilter,
  since: RawBuilder<Date>,
): Condition {
  const conditions = [
    ...search.split(/\s+/).filter(Boolean).map(hasWord),
    ...(discussion === '' ? [] : [sql<boolean>`comments.discussion = ${discussionId(discussion)}`]),
    ...(by === '' ? [] : [writers[by]]),
    ...(cause === '' ? [] : [causeIs(cause, rules.words.held)]),
    ...(age === '' ? [] : [hasAge(age, since, now())]),
  ];
  return conditions.length === 0 ? sql`true` : sql`(${sql.join(conditions, sql` and `)})`;
}

/** The text, the author's name, or the id of the author as it stands beside the comment. */
function hasWord(word: string): Condition {
  const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
  return sql`(comments.body ilike ${pattern} or ${nameOfAuthor} ilike ${pattern} or comments.owner = ${word})`;
}

// The table may be in the schema of a site, which Kysely adds.
const writers: Readonly<Record<Exclude<QueueFilter['by'], ''>, Condition>> = {
  guest: sql`comments.owner like 'guest:%'`,
  account: sql`comments.owner like 'person:%'`,
  first: sql`(comments.owner is not null and not exists (
    select 1 from ${sql.table('comments')} as published where published.owner = comments.owner and published.status = 'visible'))`,
};

function causeIs(cause: Exclude<QueueFilter['cause'], ''>, words: readonly string[]): Condition {
  const isJudged = sql<boolean>`comments.judgement is not null`;
  if (cause === 'check') return isJudged;
  const isListed = words.length === 0 ? sql<boolean>`false` : hasListedWord(words);
  return cause === 'words' ? isListed : sql`not (${isJudged} or ${isListed})`;
}

/** The same as `listedWords()`: what hides a word from a program, but not from a reader, does not count. */
function hasListedWord(words: readonly string[]): Condition {
  const text = sql`concat_ws(' ', ${nameOfAuthor}, comments.body)`;
  // Only texts with other characters than ASCII can hide anything. Most have none, and this is slow.
  const hidden = words.map((word) => [...word.normalize('NFKD')].map((letter) => `${letter}${ignored}*`).join(''));
  return sql`(lower(${text}) ~ ${anyOf(words)}
    or (octet_length(${text}) <> char_length(${text}) and lower(normalize(${text}, nfkd)) ~ ${anyOf(hidden)}))`;
}

const anyOf = (patterns: readonly string[]): string => `(^|[^[:alnum:]])(${patterns.join('|')})([^[:alnum:]]|$)`;

/** Marks, joiners and fillers, in decomposed text. */
const ignored =
  '[\\u00ad\\u0300-\\u036f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufe00-\\ufe0f\\ufeff]';

function hasAge(age: Exclude<QueueFilter['age'], ''>, since: RawBuilder<Date>, now: Date): Condition {
  const { side, hours } = ages[age];
  const time = new Date(now.getTime() - hours * 3_600_000);
  return side === 'newer' ? sql`${since} > ${time}` : sql`${since} <= ${time}`;
}
