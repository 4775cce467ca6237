import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { contractId, type Contract, type Schema } from './openapi-document.js';

/** Compiles schemas of the contract. `parameters` coerces text to numbers and lists, and fills in defaults. */
export class Validators {
  readonly #json: Ajv2020;
  readonly #parameters: Ajv2020;

  constructor({ document }: Contract) {
    this.#json = createAjv(document, {});
    this.#parameters = createAjv(document, { coerceTypes: 'array', useDefaults: true });
  }

  json(schema: Schema): ValidateFunction {
    return this.#json.compile(schema);
  }

  parameters(schema: Schema): ValidateFunction {
    return this.#parameters.compile(schema);
  }
}

function createAjv(document: Schema, options: ConstructorParameters<typeof Ajv2020>[0]): Ajv2020 {
  // One error is enough to reject. Collecting all of them would make a large request expensive.
  const ajv = new Ajv2020({ ...options, allErrors: false, strict: true, strictTypes: false, strictRequired: false });
  addFormats(ajv);
  ajv.addVocabulary(['openapi', 'info', 'servers', 'security', 'tags', 'paths', 'components']);
  return ajv.addSchema(document, contractId);
}
