/** The contract in code and the one for backends have the same members: names, which are required, types and words, at every depth. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { votes } from '../../src/model/contract/contract.js';
import { receipt, submitResult } from '../../src/model/contract/results.js';
import type { Decoder } from '../../src/model/contract/schema.js';
import { openedDiscussion } from '../../test/support/opened-discussion.js';

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly minimum?: number;
  readonly minLength?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

type Path = readonly (string | number)[];

const source = readFileSync(new URL('../../src/adapters/http/openapi.yaml', import.meta.url), 'utf8');
const { schemas } = (parse(source) as { components: { schemas: Record<string, Schema> } }).components;

/** Members that only one of the two has. */
const ONLY_IN_CODE = ['discussion now']; // Over HTTP, it is the header `Date`.

/** The schema itself, without references and null. */
function plain(schema: Schema): Schema {
  const [inner] = schema.allOf ?? [];
  if (inner) return plain(inner);
  if (schema.$ref) return plain(schemas[schema.$ref.split('/').at(-1)!]!);
  const others = schema.oneOf?.filter(({ type }) => type !== 'null');
  return others?.length === 1 ? plain(others[0]!) : schema;
}

/** A valid value with every member. */
function whole(given: Schema): unknown {
  const schema = plain(given);
  if (schema.oneOf) return whole(schema.oneOf.at(-1)!);
  if (schema.enum) return schema.enum[0];
  if (schema.properties)
    return Object.fromEntries(Object.entries(schema.properties).map(([name, member]) => [name, whole(member)]));
  if (schema.items) return [whole(schema.items)];
  if (schema.format === 'date-time') return '2013-06-07T10:54:00Z';
  // The status has words in its description alone: a later version may have others.
  return { boolean: true, integer: 1, string: 'visible' }[schema.type!];
}

/** Values that the schema does not allow. */
function invalid(schema: Schema): readonly unknown[] {
  return [{}, 'no such word', '', -1, 1.5, true].filter((value) => {
    if (schema.oneOf ?? schema.enum) return value !== '' && !schema.enum?.includes(value);
    if (schema.type === 'string')
      return typeof value === 'string' ? schema.format !== undefined || (value === '' && schema.minLength) : true;
    if (schema.type === 'integer') return !(value === -1 && schema.minimum === undefined);
    return schema.properties ? typeof value !== 'object' : typeof value !== schema.type;
  });
}

const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((found, name) => (Object(found) as Record<string, unknown>)[name], value);

/** A copy with another value at the path; without one, if it is undefined. */
function changed(value: unknown, [name, ...rest]: Path, change: unknown): unknown {
  if (name === undefined) return change;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<
    string | number,
    unknown
  >;
  copy[name] = changed(copy[name], rest, change);
  if (copy[name] === undefined) delete copy[name];
  return copy;
}

/** What the decoder makes of a value; undefined if it refuses it. */
function decoded(decode: Decoder<unknown>, value: unknown): unknown {
  try {
    return decode(value, '');
  } catch {
    return undefined;
  }
}

/** Records the names of the members that a decoder reads, by path. */
function recording(value: unknown, path: string, read: Map<string, Set<string>>): unknown {
  if (Array.isArray(value)) return value.map((item) => recording(item, path, read));
  if (typeof value !== 'object' || value === null) return value;
  const names = read.get(path) ?? new Set();
  read.set(path, names);
  return new Proxy(value, {
    get(target, name) {
      names.add(String(name));
      return recording(Reflect.get(target, name), `${path} ${String(name)}`.trim(), read);
    },
  });
}

/** Every difference between a decoder and a schema. */
function differences(decode: Decoder<unknown>, root: Schema): readonly string[] {
  const sample = whole(root);
  const found: string[] = [];
  const read = new Map<string, Set<string>>();
  decode(recording(sample, '', read), '');

  const compare = (given: Schema, path: Path): void => {
    const schema = plain(given);
    const names = path.filter((name) => typeof name === 'string').join(' ');
    const isKept = (value: unknown): boolean =>
      JSON.stringify(at(decoded(decode, changed(sample, path, value)), path)) === JSON.stringify(value);
    for (const word of schema.enum ?? []) if (!isKept(word)) found.push(`${names}: the code lacks "${String(word)}"`);
    const words = wordsOf(decode, changed(sample, path, 'no such word'), names);
    for (const word of words)
      if (schema.enum && !schema.enum.includes(word)) found.push(`${names}: openapi.yaml lacks "${word}"`);
    for (const value of invalid(schema))
      if (path.length > 0 && isKept(value)) found.push(`${names}: the code accepts ${JSON.stringify(value)}`);
    for (const [index, choice] of (schema.oneOf ?? []).entries())
      if (index < schema.oneOf!.length - 1) compare({ ...plain(choice), properties: {} }, path);
      else compare(choice, path);
    if (schema.items) compare(schema.items, [...path, 0]);
    for (const name of read.get(names) ?? [])
      if (schema.properties && Object.keys(schema.properties).length > 0 && !(name in schema.properties))
        if (!ONLY_IN_CODE.includes(`${names} ${name}`.trim())) found.push(`${names}: openapi.yaml lacks ${name}`);
    for (const [name, member] of Object.entries(schema.properties ?? {})) {
      const inner = [...path, name];
      if (at(decoded(decode, sample), inner) === undefined) {
        found.push(`${names}: the code lacks ${name}`);
        continue;
      }
      const without = decoded(decode, changed(sample, inner, undefined));
      const isRequired = path.length === 0 ? without === undefined : at(without, path) === undefined;
      if (isRequired !== (schema.required ?? []).includes(name))
        found.push(`${names}: ${name} is ${isRequired ? '' : 'not '}required in the code`);
      compare(member, inner);
    }
  };
  compare(root, []);
  return [...new Set(found)];
}

/** The words that the decoder expects instead of a wrong one, by its own message. */
function wordsOf(decode: Decoder<unknown>, value: unknown, names: string): readonly string[] {
  const problems: string[] = [];
  const note = (problem: string): unknown => problems.push(problem);
  try {
    decode(value, '', { note });
  } catch (error) {
    note((error as Error).message);
  }
  const place = names.split(' ').at(-1)!;
  const expected = problems.map((problem) => /› (\w+)(?:\[0\])? is .*, not one of (.+)$/.exec(problem));
  return expected.flatMap((match) => (match?.[1] === place ? match[2]!.split(' ') : []));
}

describe('the contract in code and in openapi.yaml', () => {
  for (const [name, decode] of Object.entries<Decoder<unknown>>({
    OpenedDiscussion: openedDiscussion,
    SubmitResult: submitResult,
    ReportReceipt: receipt,
    Votes: votes,
  }))
    it(`defines ${name} alike in the code and in openapi.yaml`, () => {
      assert.deepEqual(differences(decode, schemas[name]!), []);
    });
});
