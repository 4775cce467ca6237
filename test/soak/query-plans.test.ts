import assert from 'node:assert/strict';
import { it } from 'node:test';
import { CompiledQuery, createQueryId, sql, type Kysely, type KyselyPlugin, type RootOperationNode } from 'kysely';
import type { Tables } from '../../server/src/database/tables.js';
import { discussionId, findDiscussion } from '../../server/src/discussion/discussion-state.js';
import { listComments } from '../../server/src/discussion/list-comments.js';
import { anonymous } from '../../server/src/identity/caller.js';
import type { Sort } from '../../src/model/adapter.js';
import { newKey } from '../support/demo-server/reader.js';
import { onOneDatabase, type TestServer } from '../support/demo-server/test-server.js';

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Plan[];
}

const nodes = (plan: Plan): readonly Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];

const COMMENTS = 100_000;
/** How many of the first comments have thirty replies each. */
const WITH_REPLIES = 1000;
/** Votes since the list by votes started. Each has stored a former score. */
const VOTED = 2000;

/** Maximum rows that one query may read in all steps of its plan. A page has 26 comments, or ten replies to each of 25. */
const MOST_ROWS = 1500;

/** Creates a discussion of 100,000 comments, some with replies, some with votes since the event `startedAt`. */
async function fill(server: TestServer, key: string): Promise<void> {
  const { database } = server.store;
  await server.guest().post(key, 'The first');
  const id = discussionId(key);
  const startedAt = 10;
  await sql`insert into comments (discussion, id, number, parent, depth, body, format, status, created_at, score, score_since, replies)
    select ${id}, 'c' || n, n, '', 0, 'Number ' || n, 'text', 'visible', now(), n % 100,
      case when n % ${sql.lit(COMMENTS / VOTED)} = 0 then ${sql.lit(startedAt + 1)} else 1 end,
      case when n <= ${sql.lit(WITH_REPLIES)} then 30 else 0 end
    from generate_series(2, ${sql.lit(COMMENTS)}) as n`.execute(database);
  await sql`insert into comments (discussion, id, number, parent, depth, body, format, status, created_at, score_since)
    select ${id}, 'r' || n || '-' || m, ${sql.lit(COMMENTS)} + n * 30 + m, 'c' || n, 1, 'Reply ' || m, 'text', 'visible', now(), 1
    from generate_series(2, ${sql.lit(WITH_REPLIES)}) as n, generate_series(1, 30) as m`.execute(database);
  await sql`insert into past_scores (discussion, number, since, until, score, created_at)
    select ${id}, n, 1, ${sql.lit(startedAt + 1)}, n % 100 + 1, now()
    from generate_series(${sql.lit(COMMENTS / VOTED)}, ${sql.lit(COMMENTS)}, ${sql.lit(COMMENTS / VOTED)}) as n`.execute(
    database,
  );
  await sql`update discussions set last_comment = 200000, last_event = ${sql.lit(startedAt)}, total = 130000 where id = ${id}`.execute(
    database,
  );
  await sql`analyze`.execute(database);
}

/** Lists pages as the server does and returns the queries of the last one. */
async function queriesOf(
  server: TestServer,
  key: string,
  sort: Sort,
  pages: number,
): Promise<readonly CompiledQuery[]> {
  let executed: RootOperationNode[] = [];
  // Subqueries are built like queries but have no result.
  const built = new WeakMap<object, RootOperationNode>();
  const recorder: KyselyPlugin = {
    transformQuery({ node, queryId }) {
      built.set(queryId, node);
      return node;
    },
    async transformResult({ result, queryId }) {
      const node = built.get(queryId);
      if (node) executed.push(node);
      return result;
    },
  };
  const { store } = server;
  const database: Kysely<Tables> = store.database.withPlugin(recorder);
  const discussion = await findDiscussion(store, discussionId(key));
  let cursor: string | undefined;
  for (let page = 0; page < pages; page++) {
    executed = [];
    const { next } = await listComments({ ...store, database }, discussion, anonymous, {
      sort,
      limit: 25,
      parent: '',
      ...(cursor && { cursor }),
    });
    cursor = next;
  }
  const executor = store.database.getExecutor();
  return executed.map((node) => executor.compileQuery(node, createQueryId()));
}

onOneDatabase('plans', (server) => {
  it('uses indexes and reads few rows for a page of a discussion of 100,000 comments', async (test) => {
    const key = newKey();
    await fill(server(), key);
    for (const sort of ['oldest', 'newest', 'top'] as const) {
      const queries = await queriesOf(server(), key, sort, 3);
      const found: string[] = [];
      for (const { sql: text, parameters } of queries) {
        const explained = CompiledQuery.raw(`explain (analyze, format json) ${text}`, [...parameters]);
        const { rows } = await server().store.database.executeQuery<{
          'QUERY PLAN': readonly [{ readonly Plan: Plan }];
        }>(explained);
        const plan = rows[0]?.['QUERY PLAN'][0].Plan;
        assert.ok(plan, text);
        const steps = nodes(plan);
        const rowsRead = steps.reduce(
          (sum, step) => sum + (step['Actual Rows'] + (step['Rows Removed by Filter'] ?? 0)) * step['Actual Loops'],
          0,
        );
        found.push(`${steps.flatMap((step) => step['Index Name'] ?? []).join(' + ')}: ${Math.round(rowsRead)} rows`);
        const scanned = steps.filter(
          (step) => step['Node Type'] === 'Seq Scan' && /comments|past_scores/.test(step['Relation Name'] ?? ''),
        );
        assert.deepEqual(scanned, [], text);
        assert.ok(rowsRead <= MOST_ROWS, `${text}\nreads ${rowsRead} rows`);
      }
      test.diagnostic(`${sort}: ${found.join('; ')}`);
    }
    const page = await server().guest().list(key, { sort: 'top', limit: '2' });
    assert.equal(page.items[0]?.votes?.score, 99);
  });
});
