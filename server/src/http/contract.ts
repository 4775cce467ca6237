/** Reads the OpenAPI document of the contract, from which routes and validation are derived. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import addFormats from 'ajv-formats';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { parse } from 'yaml';

export type Schema = Readonly<Record<string, unknown>>;

export interface Parameter {
  readonly name: string;
  readonly in: 'query' | 'path' | 'header';
  readonly required: boolean;
  readonly schema: Schema;
}

export interface Operation {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With placeholders as in the document: `/comments/{id}`. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body?: Schema;
  /** Whether the body is required. */
  readonly needsBody: boolean;
  /** Schemas by status and media type. `default` covers all other statuses. */
  readonly responses: ReadonlyMap<string, ReadonlyMap<string, Schema>>;
}

export interface Contract {
  /** The whole document, so that validators can resolve references. */
  readonly document: Schema;
  readonly operations: readonly Operation[];
}

/** Schema id of the document in validators. */
export const contractId = 'contract';

type Node = Readonly<Record<string, unknown>>;

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The contract, which the element's package has as well. The build puts it beside this file. */
const places = [
  join(import.meta.dirname, 'openapi.yaml'),
  join(import.meta.dirname, '..', '..', '..', 'src', 'adapters', 'http', 'openapi.yaml'),
];

export function readContract(): Contract {
  const path = places.find((place) => existsSync(place));
  if (path === undefined) throw new Error(`The contract is missing: ${places.join(', ')}`);
  const document: unknown = parse(readFileSync(path, 'utf8'));
  if (!isNode(document)) throw new Error(`${path} is not an OpenAPI document.`);
  const reader = new DocumentReader(document);
  return { document, operations: reader.operations() };
}

/** Collects the operations. Their schemas are references into the document. */
class DocumentReader {
  readonly #document: Node;

  constructor(document: Node) {
    this.#document = document;
  }

  operations(): readonly Operation[] {
    return Object.entries(this.#at('#/paths')).flatMap(([path, item]) => {
      const pointer = `#/paths/${escape(path)}`;
      return methods
        .filter((method) => isNode(item) && method in item)
        .map((method) => this.#operation(path, pointer, method));
    });
  }

  #operation(path: string, item: string, method: (typeof methods)[number]): Operation {
    const pointer = `${item}/${method}`;
    const { operationId } = this.#at(pointer);
    const body = this.#schemas(`${pointer}/requestBody`).get('application/json');
    return {
      id: String(operationId),
      method: method.toUpperCase() as Operation['method'],
      path,
      parameters: [...this.#parameters(`${item}/parameters`), ...this.#parameters(`${pointer}/parameters`)],
      ...(body && { body }),
      needsBody: body !== undefined && this.#at(`${pointer}/requestBody`)['required'] === true,
      responses: new Map(
        Object.keys(this.#at(`${pointer}/responses`)).map((status) => [
          status,
          this.#schemas(`${pointer}/responses/${status}`),
        ]),
      ),
    };
  }

  #parameters(pointer: string): readonly Parameter[] {
    const list = this.#find(pointer);
    if (!Array.isArray(list)) return [];
    return list.map((_, index) => {
      const at = this.#resolve(`${pointer}/${index}`);
      const { name, in: where, required = false } = this.#at(at);
      return {
        name: String(name),
        in: where as Parameter['in'],
        required: Boolean(required),
        schema: this.#withDefault(`${at}/schema`),
      };
    });
  }

  /** Copies the default next to the reference, because validators ignore defaults behind one. */
  #withDefault(pointer: string): Schema {
    const schema = this.#at(this.#resolve(pointer));
    return { ...reference(pointer), ...('default' in schema && { default: schema['default'] }) };
  }

  /** The schemas of a request body or response, by media type. */
  #schemas(pointer: string): ReadonlyMap<string, Schema> {
    if (this.#find(pointer) === undefined) return new Map();
    const at = this.#resolve(pointer);
    const { content } = this.#at(at);
    if (!isNode(content)) return new Map();
    return new Map(Object.keys(content).map((type) => [type, reference(`${at}/content/${escape(type)}/schema`)]));
  }

  /** Follows references. */
  #resolve(pointer: string): string {
    const found = this.#find(pointer);
    return isNode(found) && typeof found['$ref'] === 'string' ? this.#resolve(found['$ref']) : pointer;
  }

  #at(pointer: string): Node {
    const found = this.#find(pointer);
    if (!isNode(found)) throw new Error(`The contract has nothing at ${pointer}.`);
    return found;
  }

  #find(pointer: string): unknown {
    let found: unknown = this.#document;
    for (const step of pointer.slice(2).split('/').map(unescape)) {
      if (typeof found !== 'object' || found === null || !Object.hasOwn(found, step)) return undefined;
      found = (found as Node)[step];
    }
    return found;
  }
}

const reference = (pointer: string): Schema => ({ $ref: `${contractId}${pointer}` });

// Escapes of a JSON pointer (RFC 6901) in a URI fragment.
const escape = (step: string): string => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'));
const unescape = (step: string): string => decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~');

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
