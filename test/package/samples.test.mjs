/**
 * The samples in the documentation are right: code compiles by itself against the packed package, JSON fits the contract, style
 * sheets name what exists. `sample-visits.test.mjs` runs them.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import php from 'php-parser';
import ts from 'typescript';
import { parse } from 'yaml';
import { compileErrors } from '../support/compile-sample.mjs';
import { documentedSamples, installPackage, wholeSamples } from '../support/documented-samples.mjs';

const root = join(import.meta.dirname, '..', '..');

const inLanguage =
  (...languages) =>
  ({ language }) =>
    languages.includes(language);

const fragments = documentedSamples.filter(({ words }) => words.includes('fragment'));

/** What a word behind `json` says that the sample is: a schema of `openapi.yaml`, or an archive. */
const SCHEMAS = {
  opened: 'OpenedDiscussion',
  page: 'CommentPage',
  draft: 'Draft',
  submitted: 'SubmitResult',
  offers: 'Offers',
  problem: 'Problem',
};

describe('the samples of the documentation', () => {
  let installed;
  before(() => {
    installed = installPackage();
  });
  after(() => installed.remove());

  it('marks only a few samples as fragments', () => {
    assert.ok(fragments.length <= 8, fragments.map(({ name }) => name).join(', '));
  });

  it('names the language of each sample', () => {
    const known = ['ts', 'js', 'html', 'css', 'json', 'sh', 'nginx', 'php', 'text'];
    assert.deepEqual(
      wholeSamples
        .filter(({ language }) => !known.includes(language))
        .map(({ name, language }) => `${name}: ${language}`),
      [],
    );
  });

  for (const { name, code } of wholeSamples.filter(inLanguage('ts'))) {
    it(`compiles ${name} by itself`, () => assert.deepEqual(compileErrors(code, installed.folder), []));
  }

  for (const { name, code } of wholeSamples.filter(inLanguage('php'))) {
    // The oldest version that the plugin runs on.
    it(`parses ${name} as PHP`, () => {
      const parser = new php.Engine({ parser: { version: '7.4' } });
      assert.equal(parser.parseCode(code, 'sample.php').kind, 'program');
    });
  }

  for (const { name, code } of wholeSamples.filter(inLanguage('js'))) {
    it(`parses ${name} as a module`, () => {
      const { diagnostics } = ts.transpileModule(code, { reportDiagnostics: true, fileName: 'sample.mjs' });
      assert.deepEqual(diagnostics, []);
    });
  }

  for (const { name, code, words } of wholeSamples.filter(inLanguage('json'))) {
    it(`validates ${name} by its schema, or reads it as an archive`, async () => {
      const value = JSON.parse(code);
      const [kind] = words;
      if (kind === 'archive') {
        const { staticAdapter } = await archives(installed.folder);
        const adapter = staticAdapter({ data: value });
        const call = { signal: new AbortController().signal };
        const discussion = { key: '42', url: 'https://news.example/42' };
        await adapter.open(discussion, call);
        const { items } = await adapter.list({ discussion, sort: 'oldest', limit: 100 }, call);
        assert.equal(items.length, value.comments.length);
        return;
      }
      assert.ok(
        SCHEMAS[kind],
        `${name} has none of the words archive, ${Object.keys(SCHEMAS).join(', ')} behind its language`,
      );
      const validate = validatorOf(SCHEMAS[kind]);
      assert.ok(validate(value), JSON.stringify(validate.errors));
      const unknown = (value.operations ?? []).filter((operation) => !operations.includes(operation));
      assert.deepEqual(unknown, []);
    });
  }

  for (const { name, code } of wholeSamples.filter(inLanguage('css'))) {
    it(`names only existing custom properties and parts in ${name}`, () => {
      const properties = [...code.matchAll(/--article-comments-[\w-]+/g)].map(([property]) => property);
      const parts = [...code.matchAll(/::part\(([^)]+)\)/g)].flatMap(([, names]) => names.split(' '));
      assert.deepEqual(
        [...properties, ...parts].filter((name) => !theming.includes(`\`${name}\``)),
        [],
      );
    });
  }
});

const theming = readFileSync(join(root, 'docs', 'theming.md'), 'utf8');

const contract = parse(readFileSync(join(root, 'src', 'adapters', 'http', 'openapi.yaml'), 'utf8'));
const operations = Object.values(contract.paths).flatMap((path) =>
  Object.values(path).flatMap(({ operationId }) => operationId ?? []),
);

function validatorOf(name) {
  const ajv = new Ajv({ strict: false });
  addFormats(ajv);
  ajv.addSchema(contract, 'contract');
  return ajv.getSchema(`contract#/components/schemas/${name}`);
}

/** The archive's adapter, from the installed package. */
const archives = (folder) => import(join(folder, 'node_modules', 'article-comments', 'dist', 'adapters', 'static.js'));
