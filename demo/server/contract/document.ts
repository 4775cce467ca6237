/** Reads the contract, which is the one place that says what requests look like. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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
  /** As in the document: `/comments/{id}`. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body?: Schema;
  /** Whether a request must have a body at all. */
  readonly needsBody: boolean;
  /** By status and media type; `default` stands for every status that is not listed. */
  readonly answers: ReadonlyMap<string, ReadonlyMap<string, Schema>>;
}

export interface Contract {
  /** The whole document, for a validator to resolve the references in the schemas of the operations. */
  readonly document: Schema;
  readonly operations: readonly Operation[];
}

/** Name under which a validator knows the document. */
export const contractId = 'contract';

type Node = Readonly<Record<string, unknown>>;

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

export function readContract(): Contract {
  const path = join(import.meta.dirname, '..', '..', '..', 'src', 'adapters', 'http', 'openapi.yaml');
  const document: unknown = parse(readFileSync(path, 'utf8'));
  if (!isNode(document)) throw new Error(`${path} holds no OpenAPI document.`);
  const reader = new DocumentReader(document);
  return { document, operations: reader.operations() };
}

/** Finds what belongs to each operation, and addresses its schemas by where they stand in the document. */
class DocumentReader {
  readonly #document: Node;

  constructor(document: Node) {
    this.#document = document;
  }

  operations(): readonly Operation[] {
    return Object.entries(this.#at('#/paths')).flatMap(([path, item]) => {
      const place = `#/paths/${escape(path)}`;
      return methods.filter((method) => isNode(item) && method in item).map((method) => this.#operation(path, place, method));
    });
  }

  #operation(path: string, item: string, method: (typeof methods)[number]): Operation {
    const place = `${item}/${method}`;
    const { operationId } = this.#at(place);
    const body = this.#schemas(`${place}/requestBody`).get('application/json');
    return {
      id: String(operationId),
      method: method.toUpperCase() as Operation['method'],
      path,
      parameters: [...this.#parameters(`${item}/parameters`), ...this.#parameters(`${place}/parameters`)],
      ...(body && { body }),
      needsBody: body !== undefined && this.#at(`${place}/requestBody`)['required'] === true,
      answers: new Map(
        Object.keys(this.#at(`${place}/responses`)).map((status) => [status, this.#schemas(`${place}/responses/${status}`)]),
      ),
    };
  }

  #parameters(place: string): readonly Parameter[] {
    const list = this.#find(place);
    if (!Array.isArray(list)) return [];
    return list.map((_, index) => {
      const at = this.#resolve(`${place}/${index}`);
      const { name, in: where, required = false } = this.#at(at);
      return { name: String(name), in: where as Parameter['in'], required: Boolean(required), schema: this.#withDefault(`${at}/schema`) };
    });
  }

  /** A validator takes a default from beside a reference, and not from what it leads to. */
  #withDefault(place: string): Schema {
    const schema = this.#at(this.#resolve(place));
    return { ...reference(place), ...('default' in schema && { default: schema['default'] }) };
  }

  /** The schemas of a request's body or of an answer, by media type. */
  #schemas(place: string): ReadonlyMap<string, Schema> {
    if (this.#find(place) === undefined) return new Map();
    const at = this.#resolve(place);
    const { content } = this.#at(at);
    if (!isNode(content)) return new Map();
    return new Map(Object.keys(content).map((type) => [type, reference(`${at}/content/${escape(type)}/schema`)]));
  }

  /** Where a place that holds a reference leads to. */
  #resolve(place: string): string {
    const found = this.#find(place);
    return isNode(found) && typeof found['$ref'] === 'string' ? this.#resolve(found['$ref']) : place;
  }

  #at(place: string): Node {
    const found = this.#find(place);
    if (!isNode(found)) throw new Error(`The contract has nothing at ${place}.`);
    return found;
  }

  #find(place: string): unknown {
    let found: unknown = this.#document;
    for (const step of place.slice(2).split('/').map(unescape)) {
      if (typeof found !== 'object' || found === null || !Object.hasOwn(found, step)) return undefined;
      found = (found as Node)[step];
    }
    return found;
  }
}

const reference = (place: string): Schema => ({ $ref: `${contractId}${place}` });

// The escapes of a JSON pointer (RFC 6901), and of the address that it becomes a part of.
const escape = (step: string): string => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'));
const unescape = (step: string): string => decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~');
