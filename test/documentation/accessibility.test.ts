/** What the documentation says of accessibility: every criterion has its row, and the tests that the rows name are declared. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { documentedJourney } from '../assistive/documented-journey.js';

const root = join(import.meta.dirname, '..', '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** WCAG 2.2, levels A and AA. */
const CRITERIA = [
  ...['1.1.1', '1.2.1', '1.2.2', '1.2.3', '1.2.4', '1.2.5', '1.3.1', '1.3.2', '1.3.3', '1.3.4', '1.3.5'],
  ...['1.4.1', '1.4.2', '1.4.3', '1.4.4', '1.4.5', '1.4.10', '1.4.11', '1.4.12', '1.4.13'],
  ...['2.1.1', '2.1.2', '2.1.4', '2.2.1', '2.2.2', '2.3.1', '2.4.1', '2.4.2', '2.4.3', '2.4.4', '2.4.5', '2.4.6'],
  ...['2.4.7', '2.4.11', '2.5.1', '2.5.2', '2.5.3', '2.5.4', '2.5.7', '2.5.8'],
  ...['3.1.1', '3.1.2', '3.2.1', '3.2.2', '3.2.3', '3.2.4', '3.2.6', '3.3.1', '3.3.2', '3.3.3', '3.3.4', '3.3.7'],
  ...['3.3.8', '4.1.2', '4.1.3'],
];

/** New in WCAG 2.2, and therefore not in EN 301 549, which is made of WCAG 2.1. */
const NEW_IN_2_2 = ['2.4.11', '2.5.7', '2.5.8', '3.2.6', '3.3.7', '3.3.8'];

/** The rows of the tables whose first cell begins with a number, as their cells. */
function numberedRows(text: string): readonly (readonly string[])[] {
  return [...text.matchAll(/^\| (\d[^|]*\|.*)\|$/gm)].map(([, row = '']) =>
    row.split(' | ').map((cell) => cell.trim()),
  );
}

const numberOf = ([cell = '']: readonly string[]): string => cell.split(' ')[0] ?? '';

/** The titles of the tests in a file. `…` stands for what a loop puts into one. */
function declaredTitles(file: string): readonly string[] {
  const titles: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'it') {
      const [title] = node.arguments;
      if (title && ts.isStringLiteralLike(title)) titles.push(title.text);
      if (title && ts.isTemplateExpression(title))
        titles.push(
          [title.head, ...title.templateSpans.map(({ literal }) => literal)].map(({ text }) => text).join('…'),
        );
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest));
  return titles;
}

describe('the page about accessibility', () => {
  const rows = numberedRows(read('docs/accessibility.md'));

  it('goes through each criterion of WCAG 2.2 A and AA, once and in order', () => {
    assert.deepEqual(rows.map(numberOf), CRITERIA);
  });

  it('names tests by file and title that are declared there, and gives a reason where there is none', () => {
    const withTest = rows.filter(([, , test]) => test !== '–');
    const named = withTest.map(([criterion = '', , test = '']) => {
      const [, file = '', title = ''] = /^`(test\/[^`]+)`: “(.+)”$/.exec(test) ?? [];
      return { criterion, file, title };
    });
    assert.deepEqual(
      named.filter(({ file, title }) => !file || declaredTitles(file).filter((one) => one === title).length !== 1),
      [],
    );
    for (const [criterion, how = '', test] of rows)
      if (test === '–') assert.match(how, /^Not applicable: \S/, criterion);
  });

  it('has what a screen reader says in five journeys', () => {
    for (const name of ['Read', 'Post', 'Reply', 'Report', 'Closed']) assert.ok(documentedJourney(name)[0].length > 1);
  });
});

describe('the report by EN 301 549', () => {
  const text = read('docs/en-301-549.md');
  const rows = numberedRows(text);

  it('goes through each clause that stands for a criterion of the web', () => {
    const clauses = rows.map(numberOf).filter((clause) => /^9\.[1-4]\./.test(clause));
    assert.deepEqual(
      clauses,
      CRITERIA.filter((criterion) => !NEW_IN_2_2.includes(criterion))
        // It still has the criterion that WCAG 2.2 has given up.
        .flatMap((criterion) => (criterion === '4.1.2' ? ['4.1.1', criterion] : [criterion]))
        .map((criterion) => `9.${criterion}`),
    );
    assert.ok(rows.map(numberOf).includes('9.6'));
  });

  it('answers each clause in one of four ways', () => {
    for (const [clause, answer = ''] of rows)
      assert.match(answer, /^(Supports|Partially supports|Does not support|Not applicable)$/, clause);
  });

  it('names the version of the package and where to report', () => {
    const { version, bugs } = JSON.parse(read('package.json')) as { version: string; bugs: { url: string } };
    assert.ok(text.includes(version) && text.includes(bugs.url), `${version} and ${bugs.url} are missing.`);
  });
});
