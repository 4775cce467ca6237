/** Compares a table of limits with an earlier one: limits only go down, unless the table names who decided otherwise. */
import { execFileSync } from 'node:child_process';

const path = 'test/package/budgets.mjs';

/** What a test compared with. Once, a row could be exceeded up to its `ceiling`. */
const enforced = ({ limit, ceiling = limit }) => ceiling;

const isDecision = (record) => Boolean(record?.by) && /^\d{4}-\d\d-\d\d$/.test(record.date);

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
    if (
      now &&
      now.limit > from &&
      !(now.raised?.from === from && now.raised.to === now.limit && isDecision(now.raised))
    )
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
 * The table to compare with: that of the commit where this branch left the main one; on the main branch, the one before the last
 * change. Without history there is none. `name` says what it is, or why there is none.
 *
 * @param {string} root The folder of the repository.
 * @param {string} source The text of the current table.
 */
export async function earlierTable(root, source) {
  const git = (...args) => {
    try {
      return execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trimEnd();
    } catch {
      return undefined;
    }
  };
  const head = git('rev-parse', 'HEAD');
  if (!head) return { name: 'nothing: there is no repository, or no git' };
  const at = async (commit, name) => ({
    name: `${name} ${commit.slice(0, 8)}`,
    table: await tableIn(git('show', `${commit}:${path}`)),
  });
  const has = (commit) => git('cat-file', '-e', `${commit}:${path}`) !== undefined;
  for (const main of ['origin/main', 'main']) {
    const base = git('merge-base', 'HEAD', main);
    if (base && base !== head && has(base)) return at(base, `the merge base with ${main},`);
  }
  if (has(head) && git('show', `${head}:${path}`) !== source.trimEnd()) return at(head, 'the last commit,');
  const lastChange = git('log', '-1', '--format=%H', '--', path);
  if (lastChange && has(`${lastChange}^`))
    return at(git('rev-parse', `${lastChange}^`), 'the commit before the last change,');
  return { name: 'nothing: the clone has no earlier table' };
}
