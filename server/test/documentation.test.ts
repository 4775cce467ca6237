import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { defaultRules, type LimitedAction } from '../src/rules/house-rules.js';

const root = join(import.meta.dirname, '..', '..');
const page = readFileSync(join(root, 'server', 'README.md'), 'utf8');

const actions: Readonly<Record<LimitedAction, string>> = {
  comment: 'Posting',
  edit: 'Editing',
  remove: 'Removing and restoring',
  vote: 'Voting',
  report: 'Reporting, notices',
};

describe('server/README.md', () => {
  it('states the limits of the house rules', () => {
    const { rateLimits, requestsPerMinute, requestPace, eventStreams } = defaultRules;
    for (const action of Object.keys(actions) as LimitedAction[]) {
      const { burst, secondsEach } = rateLimits[action];
      assert.match(page, new RegExp(`^\\| ${actions[action]} +\\| ${burst} +\\| ${secondsEach} seconds +\\|$`, 'm'));
    }
    const number = (value: number): string => value.toLocaleString('en');
    assert.ok(page.includes(`${number(requestsPerMinute)} requests a minute`));
    assert.ok(page.includes(`${requestPace.burst} are handled at once and then ${requestPace.perSecond} a second`));
    const { perAddress, total } = eventStreams;
    const { readersPerAddress } = defaultRules;
    assert.ok(
      page.includes(
        `${number(perAddress)} event streams from one address, ${number(perAddress * readersPerAddress)} from a 56-bit IPv6 network, and ${number(total)} in total`,
      ),
    );
    assert.equal(readersPerAddress, 10, 'ten times as much');
  });

  it('documents every setting that the server reads', () => {
    const source = readFileSync(join(root, 'server', 'src', 'rules', 'config.ts'), 'utf8');
    const names = new Set(source.match(/\b(?=\w*_)[A-Z]+(?:_[A-Z]+)+\b|(?<=env\[')\w+/g));
    assert.ok(names.size > 8);
    assert.deepEqual(
      [...names].filter((name) => !page.includes(`\`${name}\``)),
      [],
    );
  });
});

describe('docs/digital-services-act.md', () => {
  const law = readFileSync(join(root, 'docs', 'digital-services-act.md'), 'utf8');

  /** The points that a text names, such as "Article 17(1)(c) and (d)", each as "17(1)(c)". */
  const pointsIn = (text: string): readonly string[] =>
    [...text.matchAll(/Article (\d+)((?:\(\w\))*)(\(\w\))(?: and (\(\w\)))?/g)].flatMap(
      ([, article = '', above = '', point = '', second]) =>
        [point, second].filter(Boolean).map((last) => `${article}${above}${last}`),
    );

  /** The points in the first column of the table of requirements of an article. */
  const requirements = (article: string): readonly string[] => {
    const [, rows = ''] = new RegExp(`^\\| Article ${article} .*\\n\\|[ |-]+\\n((?:\\|.*\\n)+)`, 'm').exec(law) ?? [];
    const cells = [...rows.matchAll(/^\| ([^|]+?) *\|/gm)].map(([, cell = '']) => cell.replaceAll(') (', ')('));
    return cells.flatMap((cell) => pointsIn(`Article ${article}${cell}`));
  };

  const tests = [...law.matchAll(/^\| (Article \S+) +\| `((?:server\/)?test\/[^`]+)` +\|$/gm)].map(
    ([, point = '', file = '']) => ({
      point: pointsIn(point).join(),
      file,
    }),
  );

  it('names a test file for each requirement', () => {
    const required = [...requirements('16'), ...requirements('17')];
    assert.equal(required.length, 19);
    assert.deepEqual(
      tests.map(({ point }) => point),
      required,
    );
  });

  for (const { point, file } of tests) {
    it(`names the file with a test of Article ${point}`, () => {
      const names = readFileSync(join(root, file), 'utf8').match(/(?<=['`])Article [^'`]+/g) ?? [];
      assert.ok(
        names.some((name) => pointsIn(name).includes(point)),
        `${file} has no test that is named after Article ${point}`,
      );
    });
  }
});
