/** What the database holds about one person. */
import type { Data } from '../database/data.js';

/** Numbers of rows. */
export interface PersonalData {
  readonly comments: number;
  readonly votes: number;
  /** Notices of illegal content included. */
  readonly reports: number;
  readonly sessions: number;
}

/** The id of the account; undefined for guests. */
export const accountOf = (identity: string): string | undefined => /^person:(.+)$/su.exec(identity)?.[1];

/** Counts a person's data, for the question before the erasure. */
export async function countPersonalData({ database }: Data, identity: string): Promise<PersonalData> {
  const [comments, votes, reports, notices, sessions] = await Promise.all([
    database
      .selectFrom('comments')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('owner', '=', identity)
      .executeTakeFirstOrThrow(),
    database
      .selectFrom('votes')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('voter', '=', identity)
      .executeTakeFirstOrThrow(),
    database
      .selectFrom('reports')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('reporter', '=', identity)
      .executeTakeFirstOrThrow(),
    database
      .selectFrom('legal_notices')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('reporter', '=', identity)
      .executeTakeFirstOrThrow(),
    database
      .selectFrom('sessions')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('person', '=', accountOf(identity) ?? '')
      .executeTakeFirstOrThrow(),
  ]);
  return {
    comments: comments.count,
    votes: votes.count,
    reports: reports.count + notices.count,
    sessions: sessions.count,
  };
}

/** The name on the person's newest comment. */
export async function findName({ database }: Data, identity: string): Promise<string | undefined> {
  const row = await database
    .selectFrom('comments')
    .select('author')
    .where('owner', '=', identity)
    .where('author', 'is not', null)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.author == null ? undefined : (JSON.parse(row.author) as { readonly name: string }).name;
}

/** Keys of the discussions that the person has written or voted in. */
export async function findDiscussions({ database }: Data, identity: string): Promise<readonly string[]> {
  const rows = await database
    .selectFrom('discussions')
    .select('key')
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('comments')
        .select('discussion')
        .where('owner', '=', identity)
        .union(eb.selectFrom('votes').select('discussion').where('voter', '=', identity)),
    )
    .execute();
  return rows.map(({ key }) => key);
}
