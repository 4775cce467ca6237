import assert from 'node:assert/strict';
import { type Operation, readContract, Validators } from '../../../server/src/http/contract.js';

export interface ApiResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Checks responses against the contract. */
export class ContractCheck {
  readonly contract = readContract();
  readonly #validators = new Validators(this.contract);

  /** Throws if the contract does not allow the response. Responses outside the contract must only expose no internals. */
  check(method: string, path: string, response: ApiResponse): void {
    assert.doesNotMatch(
      response.text,
      /node_modules|\.ts:\d|\bat \w+ \(|Kysely|syntax error at/u,
      'The response exposes internals of the server.',
    );
    const operation = this.#find(method, path);
    if (!operation) return;
    const what = `${method} ${path}: ${response.status} ${response.text.slice(0, 500)}`;
    const content = operation.responses.get(String(response.status)) ?? operation.responses.get('default');
    assert.ok(content, `The contract has no such response: ${what}`);
    if (response.status >= 400)
      assert.equal((JSON.parse(response.text) as { status: number }).status, response.status, what);
    if (content.size === 0) {
      assert.equal(response.text, '', what);
      return;
    }
    const type = response.headers.get('content-type')?.replace(/;.*/, '') ?? '';
    const schema = content.get(type);
    assert.ok(schema, `The contract has no ${type} here: ${what}`);
    if (type !== 'text/event-stream') this.#validate(schema, JSON.parse(response.text), what);
  }

  /** Checks a value against one of the contract's named schemas. */
  checkSchema(name: string, value: unknown): void {
    this.#validate({ $ref: `contract#/components/schemas/${name}` }, value, name);
  }

  #validate(schema: Parameters<Validators['json']>[0], value: unknown, what: string): void {
    const validate = this.#validators.json(schema);
    assert.ok(validate(value), `Does not match the contract: ${what} ${JSON.stringify(validate.errors)}`);
  }

  #find(method: string, path: string): Operation | undefined {
    return this.contract.operations.find(
      (operation) =>
        operation.method === method && new RegExp(`^${operation.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path),
    );
  }
}
