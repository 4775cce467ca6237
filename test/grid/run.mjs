/**
 * `npm run test:grid`: each state of the demo in each colour scheme, width and language, as axe sees it, with what is too wide
 * and what is too small for a finger. `--only closed,empty` names states, `--languages en,ar` languages.
 * The last line is `N passed, N failed, N skipped`, for a build server to read.
 */
import { close } from '../support/counts.mjs';
import { chosen, readOptions, USUAL_LANGUAGES } from './options.mjs';
import { dress, SCHEMES, visitStates, WIDTHS } from './state-visits.mjs';

const { only, languages = USUAL_LANGUAGES } = readOptions();
const looks = WIDTHS.flatMap((width) => SCHEMES.map((scheme) => ({ width, scheme })));
const started = performance.now();
const count = { passed: 0, failed: 0, skipped: 0, failures: [] };
/** Failed renderings by rule. */
const byRule = new Map();

function report(where, findings) {
  if (findings.length === 0) {
    count.passed++;
    return;
  }
  count.failed++;
  for (const rule of new Set(findings.map((finding) => finding.rule))) byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
  for (const { rule, text } of findings) console.log(`${where}: ${rule}: ${text.replaceAll(/\s+/g, ' ')}`);
}

async function inspect(page, { state, language }, elements) {
  const findings = await page.evaluateHandle(() => import('/test/demo/findings.ts'));
  for (const look of looks) {
    await dress(page, look);
    const found = await page.evaluate(
      async ([{ violations, overflow, smallTargets }, all]) => [
        ...(await violations()),
        ...overflow(all),
        ...smallTargets(all),
      ],
      [findings, elements],
    );
    report(`${state} ${language} ${look.scheme} ${look.width}`, found);
  }
}

let total = 0;
await visitStates({
  choose(states) {
    const names = chosen(
      'only',
      only,
      states.map(({ name }) => name),
    );
    total = names.length * languages.length;
    return languages.flatMap((language) => names.map((state) => ({ state, language })));
  },
  visit: inspect,
  fail({ state, language }, { message }) {
    report(`${state} ${language}`, [{ rule: 'not reached', text: message }]);
  },
});

const figures = [
  ['Visits', total],
  ['Looks of each', looks.length],
  ['Renderings', count.passed + count.failed],
  ...[...byRule].sort(([, one], [, other]) => other - one).map(([rule, number]) => [`Failed: ${rule}`, number]),
  ['Seconds', Math.round((performance.now() - started) / 1000)],
];
console.log();
for (const [name, figure] of figures) console.log(`${name.padEnd(40)} ${String(figure).padStart(6)}`);
close(count);
