import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readJson } from '../src/json.js';
import { silentReceiver } from '../src/source.js';

/** Reads a text in chunks of one size. Values come as `path:JSON@line`, problems with their line. */
async function read(text: string, containers: readonly string[], size = text.length): Promise<readonly string[]> {
  const found: string[] = [];
  const input = {
    path: 'export.json',
    async *text() {
      for (let start = 0; start < text.length; start += size) yield text.slice(start, start + size);
    },
  };
  const receiver = {
    ...silentReceiver,
    problem: (message: string, { line, record }: { line?: number | undefined; record?: string } = {}) =>
      found.push(`${line}: ${record ? `${record}: ` : ''}${message.replace(/( in JSON)? at position.*/, '')}`),
  };
  await readJson(input, containers, receiver, (path, value, line) =>
    found.push(`${path}:${JSON.stringify(value)}@${line}`),
  );
  return found;
}

describe('a JSON export', () => {
  const whole = '\n{"a" : [1, "x,]}\\"\\\\", {"b":[true]}, null ] ,\n"c":{"d":-1.5e3,"e":[[2],{}]},"f":"g" }\n';
  const expected = [
    'a[]:1@2',
    'a[]:"x,]}\\"\\\\"@2',
    'a[]:{"b":[true]}@2',
    'a[]:null@2',
    'c.d:-1500@3',
    'c.e[]:[2]@3',
    'c.e[]:{}@3',
    'f:"g"@3',
  ];
  for (const size of [1, 2, 3, 7, 100])
    it(`is read value by value from chunks of ${size} characters`, async () => {
      assert.deepEqual(await read(whole, ['{}', 'a[]', 'c{}', 'c.e[]'], size), expected);
    });

  it('is several values, on one line or over several', async () => {
    assert.deepEqual(await read('#remark {\n{"a":1}{"b":\n2}\n\n3 4', [], 1), [
      ':{"a":1}@2',
      ':{"b":2}@2',
      ':3@5',
      ':4@5',
    ]);
  });

  it('goes on after a value that is not JSON', async () => {
    assert.deepEqual(await read('{"id":"1"}\n{"id":"2",}\n{"id":"3"}', []), [
      ':{"id":"1"}@1',
      '2: comment 2: not JSON: Expected double-quoted property name',
      ':{"id":"3"}@3',
    ]);
  });

  it('goes on at the next line after a text that does not end', async () => {
    const [first, problem, last] = await read('[{"id":"1"},\n{"id":"2","a":"b},\n{"id":"3"}]', ['[]'], 1);
    assert.equal(first, '[]:{"id":"1"}@1');
    assert.match(problem ?? '', /^2: comment 2: not JSON/);
    assert.equal(last, '[]:{"id":"3"}@3');
  });

  it('is incomplete if it ends inside a value or a list', async () => {
    for (const text of ['[{"a":1}', '[{"a":1},{"b', '{"a', '["a'])
      assert.match((await read(text, ['[]'])).at(-1)!, /^1: The file ends inside a value/, text);
  });

  it('is refused if it is empty', async () => {
    await assert.rejects(read(' \n', ['[]']), { name: 'ImportError', message: /is not JSON, or it is empty/ });
  });
});
