import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { contractId, type Contract, type Schema } from './document.js';

/** Compiles schemas of the contract. `asText`: for values that come as text, of which a schema makes numbers and lists. */
export class Validators {
  readonly #json: Ajv2020;
  readonly #asText: Ajv2020;

  constructor({ document }: Contract) {
    this.#json = createAjv(document, {});
    this.#asText = createAjv(document, { coerceTypes: 'array', useDefaults: true });
  }

  json(schema: Schema): ValidateFunction {
    return this.#json.compile(schema);
  }

  asText(schema: Schema): ValidateFunction {
    return this.#asText.compile(schema);
  }
}

function createAjv(document: Schema, options: ConstructorParameters<typeof Ajv2020>[0]): Ajv2020 {
  // One error is enough to refuse; looking for all of them would let a long request cost much.
  const ajv = new Ajv2020({ ...options, allErrors: false, strict: true, strictTypes: false, strictRequired: false });
  addFormats(ajv);
  ajv.addVocabulary(['openapi', 'info', 'servers', 'security', 'tags', 'paths', 'components']);
  return ajv.addSchema(document, contractId);
}
