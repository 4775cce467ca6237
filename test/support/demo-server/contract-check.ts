import assert from 'node:assert/strict';
import { readContract, type Operation } from '../../../demo/server/contract/document.js';
import { Validators } from '../../../demo/server/contract/validators.js';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Holds every answer of a server against the contract. */
export class ContractCheck {
  readonly contract = readContract();
  readonly #validators = new Validators(this.contract);

  /** Throws when the contract does not allow this answer; what is none of its operations only may tell nothing of the inside. */
  check(method: string, path: string, answer: Answer): void {
    assert.doesNotMatch(
      answer.text,
      /node_modules|\.ts:\d|\bat \w+ \(|Kysely|syntax error at/u,
      'An answer shows the inside of the server.',
    );
    const operation = this.#find(method, path);
    if (!operation) return;
    const what = `${method} ${path}: ${answer.status} ${answer.text.slice(0, 500)}`;
    const content = operation.answers.get(String(answer.status)) ?? operation.answers.get('default');
    assert.ok(content, `The contract has no such answer: ${what}`);
    if (answer.status >= 400) assert.equal((JSON.parse(answer.text) as { status: number }).status, answer.status, what);
    if (content.size === 0) {
      assert.equal(answer.text, '', what);
      return;
    }
    const type = answer.headers.get('content-type')?.replace(/;.*/, '') ?? '';
    const schema = content.get(type);
    assert.ok(schema, `The contract has no ${type} here: ${what}`);
    if (type !== 'text/event-stream') this.#validate(schema, JSON.parse(answer.text), what);
  }

  /** Holds a value against one of the contract's named schemas. */
  checkSchema(name: string, value: unknown): void {
    this.#validate({ $ref: `contract#/components/schemas/${name}` }, value, name);
  }

  #validate(schema: Parameters<Validators['json']>[0], value: unknown, what: string): void {
    const validate = this.#validators.json(schema);
    assert.ok(validate(value), `Not what the contract describes: ${what} ${JSON.stringify(validate.errors)}`);
  }

  #find(method: string, path: string): Operation | undefined {
    return this.contract.operations.find(
      (operation) => operation.method === method && new RegExp(`^${operation.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path),
    );
  }
}
