import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { rollup } from 'rollup';
import { parseAst } from 'rollup/parseAst';
import { checkProperties, checkTemplates, specialise, specialiseLit } from '../../lit.config.mjs';
import { template } from '../../lit-template.config.mjs';

const modules = dirname(dirname(createRequire(import.meta.url).resolve('lit')));
const published = (file) => readFileSync(join(modules, file), 'utf8');
const templates = 'lit-html/development/lit-html.js';
const elements = '@lit/reactive-element/development/reactive-element.js';
const all = [templates, elements, '@lit/reactive-element/development/css-tag.js', 'lit-element/development/lit-element.js'];

describe('the lit of the script-tag build', () => {
  it('refuses another version of lit', () => {
    for (const file of all.filter((name) => !name.endsWith('css-tag.js'))) {
      const other = published(file).replace(/(Versions \?\?= \[\]\)\.push\(')[^']+/, '$19.9.9');
      assert.throws(() => specialise(other, file), /does not say exactly once: .*Versions .*needs another look/s, file);
    }
  });

  it('refuses code in which a piece is missing or stands twice', () => {
    const piece = 'const DEV_MODE = true;';
    const code = published(templates);
    assert.doesNotThrow(() => specialise(code, templates));
    assert.throws(() => specialise(code.replace(piece, ''), templates), /does not say exactly once: const DEV_MODE/);
    assert.throws(() => specialise(code.replace(piece, piece + piece), templates), /does not say exactly once: const DEV_MODE/);
  });

  it('says nothing any more of what it leaves out', () => {
    const code = all
      .map((file) =>
        specialise(published(file), file)
          .toString()
          .replace(/\/\*[^]*?\*\/|^ *\/\/.*$/gm, ''),
      )
      .join('');
    for (const left of ['resolveDirective(', 'noChange', 'litNonce', 'metadata', 'PolyfillSupport', 'Versions', '_initializers'])
      assert.ok(!code.includes(left), left);
  });

  it('keeps the name of a property apart from all others', () => {
    const names = (code) => new Set(code.match(/(?<![\w$])_[\w$]+/g));
    const after = names(specialise(published(templates), templates).toString());
    // The one that marks what was drawn into is the same in all copies of lit.
    after.delete('_$litPart$');
    assert.equal(after.size, [...names(template)].filter((name) => name !== '_$litPart$').length);
  });

  it('is built of other files than these with a failure', async () => {
    const virtual = { name: 'virtual', resolveId: (id) => id, load: () => 'export const a = 1;' };
    await assert.rejects(rollup({ input: 'entry', plugins: [virtual, specialiseLit()] }), /is not in the build/);
  });
});

describe('the properties of the script-tag build', () => {
  const check = (options) => checkProperties(parseAst(`class A { static properties = { one: {}, other: ${options} } }`));

  it('may be texts, numbers and booleans, with names of their own for attributes, or none', () => {
    check("{ type: Number, attribute: 'page-size' }");
    check('{ type: Boolean, reflect: true }');
    check('{ attribute: false }');
    check('{ state: true }');
    checkProperties(parseAst('class A { static { this.properties = { one: { type: Boolean } }; } }'));
  });

  it('are refused where they are of a kind that was left out', () => {
    const others = [
      '{ type: Object }',
      '{ type: Number, reflect: true }',
      '{ hasChanged: () => true }',
      '{ converter: String }',
      '{ noAccessor: true }',
    ];
    for (const options of others) assert.throws(() => check(options), /other .* lit\.config\.mjs does not provide for/s, options);
    assert.throws(() => checkProperties(parseAst('class A { static { this.properties = { a: { type: Array } }; } }')), /does not provide/);
  });
});

describe('the templates of the script-tag build', () => {
  const check = (template) => checkTemplates(parseAst(`export const t = ${template};`));

  it('may bind a whole attribute, and what stands between tags', () => {
    check('html`<p class=${a} .textContent=${b} ?hidden=${c} @click=${d}>x = <b>${e}</b>${f}</p>`');
    check('html`${a}<textarea id="x" rows="4"></textarea>${b}`');
    check('css`p { color: red }`');
  });

  it('are refused where they are of a kind that was left out', () => {
    const others = [
      'html`<p class="a ${b}"></p>`',
      'html`<p class="${a}"></p>`',
      'html`<p class=${a}${b}></p>`',
      'html`<p class=${a}-b></p>`',
      'html`<p ${a}></p>`',
      'html`<${a}></p>`',
      'html`<p>a=${b}</p>`',
      'html`<!-- ${a} -->`',
      'html`<textarea>${a}</textarea>`',
      'html`<img alt=${a}/>`',
    ];
    for (const template of others) assert.throws(() => check(template), /lit\.config\.mjs does not provide for that/, template);
    assert.throws(() => check('css`p { color: ${a} }`'), /holds an expression/);
  });
});
