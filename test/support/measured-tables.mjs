/** The measured figures in the documentation: blocks between two comments, which commands write. */
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';

export const performancePage = join(import.meta.dirname, '..', '..', 'docs', 'performance.md');

const blockOf = (name) => new RegExp(`(<!-- measured: ${name} -->)([^]*?)(<!-- /measured -->)`);

/** `text` with the contents of a block replaced. Throws if it has no such block. */
export function withBlock(text, name, contents) {
  if (!blockOf(name).test(text)) throw new Error(`The page has no block "measured: ${name}".`);
  return text.replace(blockOf(name), (_, opening, __, closing) => `${opening}\n\n${contents}\n\n${closing}`);
}

/** The same with a table. */
export function withTable(text, name, { head, rows }) {
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return withBlock(text, name, lines.join('\n'));
}

/** Contents of a block. */
export const blockIn = (text, name) => blockOf(name).exec(text)[2];

/** Whether a figure is as low as `required`, or as `target`, which is better and not every figure has. */
export function verdict(figure, { required, target = -Infinity }) {
  if (figure > required) return 'NOT met';
  return figure <= target ? 'target met' : 'met';
}

export const formatted = async (text) =>
  format(text, { ...(await resolveConfig(performancePage)), parser: 'markdown' });
