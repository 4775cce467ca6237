/** Writes the measured figures of `docs/performance.md`. */
import { readFile, writeFile } from 'node:fs/promises';
import { formatted, performancePage, withBlock, withTable } from '../support/measured-tables.mjs';
import { compositionTable } from './composition.mjs';
import { setup } from './report.mjs';
import { waterfallText } from './waterfall.mjs';

/** Tables of the report that the page has, as well. */
const documented = ['aims', 'openings', 'longOpenings', 'arrivals', 'memory', 'pages'];

/**
 * `tables` are those of the report by name. On the slow line, only the table of served pages is written. A table without measured
 * figures stays as it is.
 */
export async function writeTables({ browserVersion, options, openings, tables, composition }) {
  let text = await readFile(performancePage, 'utf8');
  if (options.isSlowLine) text = withTable(text, 'servedSlowLine', tables.served);
  else {
    text = withBlock(text, 'setup', setup(browserVersion, options));
    for (const name of documented) if (tables[name]) text = withTable(text, name, tables[name]);
    text = withTable(text, 'composition', compositionTable(composition, { least: 500 }));
    text = withBlock(text, 'waterfall', `\`\`\`text\n${waterfallText(openings.http[0].slow)}\n\`\`\``);
  }
  await writeFile(performancePage, await formatted(text));
}
