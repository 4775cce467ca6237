/** The brands of the demo are made of what the documentation offers: custom properties, parts, and what the section inherits. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import postcss from 'postcss';

const root = join(import.meta.dirname, '..', '..');
const folder = join(root, 'demo', 'theming', 'brands');
const { modules } = JSON.parse(readFileSync(join(root, 'dist', 'custom-elements.json'), 'utf8'));
const element = modules
  .flatMap(({ declarations }) => declarations)
  .find(({ tagName, cssParts }) => tagName === 'article-comments' && cssParts);
const names = (list) => new Set(list.map(({ name }) => name));
const parts = names(element.cssParts);
const properties = names(element.cssProperties);

/** What the element takes from the page around it. */
const INHERITED = ['color', 'color-scheme', 'font', 'font-family'];

for (const file of readdirSync(folder)) {
  const brand = file.replace('.css', '');
  const rules = [];
  postcss.parse(readFileSync(join(folder, file), 'utf8')).walkRules((rule) => rules.push(rule));
  const selectors = rules.flatMap((rule) => rule.selectors);

  describe(`the brand "${brand}"`, () => {
    it('selects the element and its parts, and nothing else', () => {
      assert.ok(selectors.length > 5);
      for (const selector of selectors)
        assert.match(
          selector,
          new RegExp(`^\\.${brand} article-comments(:is\\((:lang\\(\\w+\\)(, )?)+\\))?(::part\\([\\w -]+\\))?$`),
        );
      const named = selectors.flatMap((selector) => /::part\((.+)\)/.exec(selector)?.[1].split(' ') ?? []);
      assert.deepEqual(
        named.filter((name) => !parts.has(name)),
        [],
      );
    });

    it('sets documented custom properties on the element, and what the section inherits', () => {
      const set = rules
        .filter((rule) => !rule.selector.includes('::part'))
        .flatMap((rule) => rule.nodes)
        .filter(({ type }) => type === 'decl')
        .map(({ prop }) => prop);
      assert.ok(set.length > 3);
      assert.deepEqual(
        set.filter((name) => !properties.has(name) && !INHERITED.includes(name)),
        [],
      );
    });
  });
}
