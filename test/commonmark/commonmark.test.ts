/**
 * Measures the Markdown of comments against CommonMark's public examples. `UPDATE=1` writes the tables of docs/content.md.
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import spec from 'commonmark-spec';
import { format, resolveConfig } from 'prettier';
import { namedEntities } from '../../src/content/markdown/entities.js';
import { parseCommonMark } from '../../src/content/markdown.js';
import { toReferenceHtml } from './plain-source.js';
import { applyRules, readExample, type RuleName, rules } from './rules.js';
import { normalised } from './tree.js';

const page = join(import.meta.dirname, '..', '..', 'docs', 'content.md');
const examples = spec.tests.map(readExample);
const sections = [...new Set(examples.map(({ section }) => section))];
const expected = new Map(examples.map((example) => [example.number, applyRules(example)]));
const rulesOf = (number: number): readonly RuleName[] => [...(expected.get(number)?.rules ?? [])];

describe("CommonMark's examples", () => {
  it('reads all 652 examples of CommonMark', () => assert.equal(examples.length, 652));

  it('renders every example with CommonMark’s own parser to the HTML of the specification', () => {
    for (const { number, markdown, html } of examples)
      assert.equal(toReferenceHtml(markdown), html, `example ${number}`);
  });

  for (const section of sections) {
    it(`parses the examples as CommonMark does, or by our rules: ${section}`, () => {
      for (const { number, markdown } of examples.filter((example) => example.section === section)) {
        const tree = normalised(expected.get(number)?.tree ?? []);
        assert.deepEqual(normalised(parseCommonMark(markdown)), tree, `example ${number}: ${JSON.stringify(markdown)}`);
      }
    });
  }

  it('applies every rule to at least one example', () => {
    for (const rule of Object.keys(rules) as RuleName[])
      assert.ok(
        examples.some(({ number }) => rulesOf(number).includes(rule)),
        rule,
      );
  });
});

const table = (rows: readonly (readonly unknown[])[]): string =>
  rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const tables: Readonly<Record<string, string>> = {
  rules: table([
    ['Rule', 'Examples'],
    ['---', '---'],
    ...Object.entries(rules).map(([name, text]) => [
      text,
      examples.filter(({ number }) => rulesOf(number).includes(name as RuleName)).length,
    ]),
  ]),
  sections: table([
    ['Section', 'Examples', 'The same', 'By a rule'],
    ['---', '---', '---', '---'],
    ...[...sections, 'All'].map((section) => {
      const own = examples.filter((example) => section === 'All' || example.section === section);
      const same = own.filter(({ number }) => rulesOf(number).length === 0);
      return [section, own.length, same.length, own.length - same.length];
    }),
  ]),
  names: `\`${[...namedEntities.keys()].join(' ')}\``,
};

describe('docs/content.md', () => {
  it('has the tables that the examples give', async () => {
    const text = readFileSync(page, 'utf8');
    let filled = text;
    for (const [name, content] of Object.entries(tables)) {
      const place = new RegExp(`(<!-- ${name} -->)[^]*(<!-- /${name} -->)`);
      assert.match(filled, place);
      filled = filled.replace(place, (_, start: string, end: string) => `${start}\n\n${content}\n\n${end}`);
    }
    filled = await format(filled, { ...(await resolveConfig(page)), filepath: page });
    if (process.env.UPDATE) writeFileSync(page, filled);
    else assert.equal(text, filled, 'Run UPDATE=1 node --import tsx --test test/commonmark/commonmark.test.ts');
  });
});
