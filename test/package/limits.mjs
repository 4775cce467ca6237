/** Compares a table of limits with an earlier one: limits only go down, unless the table names who decided otherwise. */
import { execFileSync } from 'node:child_process';

const path = 'test/package/budgets.mjs';

/** What a test compared with. Once, a row could be exceeded up to its `ceiling`. */
const enforced = ({ limit, ceiling = limit }) => ceiling;

const isDecision = (record) => Boolean(record?.by) && /^\d{4}-\d\d-\d\d$/.test(record.date);

/** Whether a row names who decided to raise it from that limit to its own. */
const isRaised = ({ limit, raised }, from) => raised?.from === from && raised.to === limit && isDecision(raised);

/**
 * What is wrong with `current`, compared with `earlier`; empty if nothing is.
 *
 * A row whose limit is raised has `raised: { from, to, by, date }`, and a row that is removed is in `removed`, with
 * `{ from, by, date, instead }`. `by` is who decided it and where that can be read.
 */
export function limitErrors(earlier, current) {
  const errors = [];
  for (const [row, { limit, ceiling, raised }] of Object.entries(current.budgets)) {
    if (!(Number.isInteger(limit) && limit > 0)) errors.push(`${row} has no limit in bytes.`);
    if (ceiling !== undefined) errors.push(`${row} has a ceiling beside its limit.`);
    if (raised && (!isDecision(raised) || raised.to !== limit))
      errors.push(`${row}: "raised" does not say who decided on ${limit} bytes, and when.`);
  }
  for (const [row, before] of Object.entries(earlier.budgets)) {
    const from = enforced(before);
    const now = current.budgets[row];
    if (now && now.limit > from && !isRaised(now, from))
      errors.push(`${row} was raised from ${from} to ${now.limit} bytes without a decision.`);
    const removal = current.removed?.[row];
    if (!now && !(removal?.from === from && isDecision(removal)))
      errors.push(`${row} with its limit of ${from} bytes was removed without a decision.`);
  }
  return errors;
}

/** The table that the module `source` exports. It imports nothing. */
const tableIn = (source) => import(`data:text/javascript;base64,${Buffer.from(source).toString('base64')}`);

/**
 * The limits in force after a series of tables, the oldest first. A limit that one of them raises, or a row that it drops, without a
 * decision stays as it was, whatever the next tables change beside it.
 */
export function limitsAfter(tables) {
  const inForce = new Map();
  for (const { budgets, removed = {} } of tables) {
    for (const [row, from] of inForce)
      if (!(row in budgets) && removed[row]?.from === from && isDecision(removed[row])) inForce.delete(row);
    for (const [row, budget] of Object.entries(budgets)) {
      const [from, to] = [inForce.get(row) ?? Infinity, enforced(budget)];
      if (to < from || isRaised(budget, from)) inForce.set(row, to);
    }
  }
  return { budgets: Object.fromEntries([...inForce].map(([row, limit]) => [row, { limit }])) };
}

/**
 * The table to compare with: the limits in force after all commits since limits have no ceilings. Without history there is
 * none. `name` says what it is, or why there is none.
 *
 * @param {string} root The folder of the repository.
 */
export async function earlierTable(root) {
  const git = (...args) => {
    try {
      return execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trimEnd();
    } catch {
      return undefined;
    }
  };
  if (!git('rev-parse', 'HEAD')) return { name: 'nothing: there is no repository, or no git' };
  if (git('rev-parse', '--is-shallow-repository') === 'true') return { name: 'nothing: the clone has no history' };
  const commits = git('log', '--reverse', '--topo-order', '--full-history', '--format=%H', '--', path).split('\n');
  // Undefined where a commit has removed the file.
  const sources = commits.filter(Boolean).map((commit) => git('show', `${commit}:${path}`));
  const tables = await Promise.all(sources.filter((source) => source !== undefined).map(tableIn));
  const start = tables.findLastIndex(({ budgets }) =>
    Object.values(budgets).some(({ ceiling }) => ceiling !== undefined),
  );
  const enforcedTables = tables.slice(start + 1);
  if (enforcedTables.length === 0) return { name: 'nothing: no commit has a table' };
  return { name: `the limits of ${enforcedTables.length} commits`, table: limitsAfter(enforcedTables) };
}
