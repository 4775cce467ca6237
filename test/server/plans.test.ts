import assert from 'node:assert/strict';
import { it } from 'node:test';
import { sql } from 'kysely';
import { discussionId } from '../../demo/server/discussion/discussion-state.js';
import { aKey } from './reader.js';
import { onEachDatabase } from './test-server.js';

interface Plan {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly Plans?: readonly Plan[];
}

const nodes = (plan: Plan): readonly Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];

const orders = [
  ['comments_by_time', 'number > 50000', 'number'],
  ['comments_by_time', 'number < 50000', 'number desc'],
  ['comments_by_score', '(score, number) < (50, 50000)', 'score desc, number desc'],
] as const;

onEachDatabase('plans', (server) => {
  it('of a page in each order read an index and sort nothing, with 100,000 comments', async (test) => {
    const key = aKey();
    const { database } = server().store;
    await server().guest().post(key, 'The first');
    const id = discussionId(key);
    await sql`insert into comments (discussion, id, number, parent, depth, body, format, status, created_at, score, score_since)
      select ${id}, 'c' || n, n, '', 0, 'Number ' || n, 'text', 'visible', now(), n % 100, 1 from generate_series(2, 100000) as n`.execute(
      database,
    );
    await sql`update discussions set last_comment = 100000, total = 100000 where id = ${id}`.execute(database);
    await sql`analyze comments`.execute(database);
    for (const [index, place, order] of orders) {
      const { rows } = await sql<{ 'QUERY PLAN': readonly [{ readonly Plan: Plan }] }>`explain (format json)
        select * from comments where discussion = ${sql.lit(id)} and parent = '' and status <> 'gone' and (status <> 'pending' or owner = null)
        and ${sql.raw(place)} order by ${sql.raw(order)} limit 26`.execute(database);
      const plan = rows[0]?.['QUERY PLAN'][0].Plan;
      assert.ok(plan);
      const steps = nodes(plan);
      const found = steps.map((step) => [step['Node Type'], step['Index Name']].filter(Boolean).join(' '));
      test.diagnostic(`${order}: ${found.join(' < ')}`);
      assert.ok(
        steps.some((step) => step['Index Name'] === index) && !steps.some((step) => /Sort|Seq/.test(step['Node Type'])),
        found.join(),
      );
    }
    const page = await server().guest().list(key, { sort: 'top', limit: '2' });
    assert.equal(page.items[0]?.votes?.score, 99);
  });
});
