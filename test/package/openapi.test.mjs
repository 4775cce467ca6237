/** The contract for a backend of one's own: it is valid, it is packed, and the adapter and its tests keep to it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { unionOf } from '../support/published-types.mjs';

const root = join(import.meta.dirname, '..', '..');
const read = (path) => readFileSync(join(root, path), 'utf8');
const source = read('src/adapters/http/openapi.yaml');
const contract = parse(source);

describe('the contract for backends', () => {
  it('is a valid OpenAPI document', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(structuredClone(contract));
    assert.equal(validator.version, '3.1');
    assert.ok(valid, JSON.stringify(errors, undefined, 2));
  });

  it('is packed as it stands in the source', () => {
    assert.equal(read('dist/openapi.yaml'), source);
  });

  it('names the kinds of errors that an adapter knows, all but that of the network', () => {
    const { description, enum: types } = contract.components.schemas.Problem.properties.type;
    const kinds = unionOf('index', 'ErrorKind')
      .map(({ word }) => word)
      .filter((kind) => kind !== 'network');
    assert.deepEqual(types.map((type) => type.replace(/^urn:article-comments:/, '')).sort(), [...kinds].sort());
    // The status of each is for people to read, and a list of its own.
    for (const kind of kinds) assert.match(description, new RegExp(`\`${kind}\`\\s+\\d{3}`), kind);
  });

  it('holds what the tests of the adapter answer with', () => {
    const ajv = new Ajv2020({ allErrors: true, strict: false });
    addFormats(ajv);
    ajv.addSchema(contract, 'contract');
    const samples = JSON.parse(read('test/support/http-samples.json'));
    assert.ok(Object.keys(samples).length > 0);
    for (const [schema, bodies] of Object.entries(samples)) {
      const validate = ajv.getSchema(`contract#/components/schemas/${schema}`);
      assert.ok(validate, `There is no schema ${schema}.`);
      for (const body of bodies) assert.ok(validate(body), `${schema}: ${ajv.errorsText(validate.errors)}`);
    }
    assert.ok(!ajv.getSchema('contract#/components/schemas/Comment')({ id: 7 }));
  });
});
