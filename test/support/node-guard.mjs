/**
 * Loaded before a test file in Node. Makes its process fail that ends before its tests, even with status 0, and a test that asserts nothing
 * or during which an error is written to the console. A test that expects such an error says so with `expectConsoleError`. A test that
 * takes longer than `test-limit.mjs` allows ends the process: Node 20 has a limit for files only.
 */
import assert from 'node:assert';
import { after, afterEach, beforeEach } from 'node:test';
import { assertionsSoFar, countAssertion, throwWithoutAssertion } from './assertions.mjs';
import { beyondLimit, testLimit } from './test-limit.mjs';

// The processes that a test starts inherit the option, and must not become test runners.
if (/\.(test|spec)\.[cm]?[jt]s$/.test(process.argv[1] ?? '')) {
  failWithEarlyExit();
  failWithConsoleErrors();
  failWithoutAssertion();
  failBeyondLimit();
}

function failWithEarlyExit() {
  let ended = false;
  after(() => {
    ended = true;
  });
  process.on('exit', (status) => {
    if (ended || status !== 0) return;
    process.stderr.write('The process has ended before its tests: does something call process.exit()?\n');
    process.exitCode = 1;
  });
}

function failWithConsoleErrors() {
  const unexpected = [];
  const { error } = console;
  console.error = (...values) => {
    error(...values);
    // A warning of Node itself, such as that one of its modules is experimental.
    if (/^\(node:\d+\) /.test(values[0])) return;
    const cause = values.find((value) => value instanceof Error);
    unexpected.push(new Error(`Unexpected console.error: ${values.map(String).join(' ')}`, { cause }));
  };
  const throwIfUnexpected = () => {
    const errors = unexpected.splice(0);
    if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'), { cause: errors[0] });
  };
  afterEach(throwIfUnexpected);
  // For what is written after the last test, also by an after() of the file, which runs later than one of this module.
  process.on('exit', (status) => {
    if (unexpected.length > 0 && status === 0) process.exitCode = 1;
  });
}

/**
 * Counts how often a test takes an assertion from `node:assert`. A getter and no wrapper, whose frame Node would quote in place of the line
 * of the test.
 */
function failWithoutAssertion() {
  for (const object of [assert, assert.strict])
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(object))) {
      if (typeof value !== 'function' || name === 'strict' || name === 'AssertionError') continue;
      Object.defineProperty(object, name, {
        get() {
          countAssertion();
          return value;
        },
      });
    }
  const counts = new Map();
  beforeEach((test) => void counts.set(test, assertionsSoFar()));
  afterEach((test) => throwWithoutAssertion(counts.get(test)));
}

function failBeyondLimit() {
  // A test may replace the global ones.
  const { setTimeout, clearTimeout } = globalThis;
  const timers = new Map();
  const end = (name, limit) => {
    process.stderr.write(`${beyondLimit(name, limit)}\n`);
    process.exit(1);
  };
  beforeEach((test) => {
    const limit = testLimit();
    timers.set(test, setTimeout(end, limit, test.name, limit).unref());
  });
  afterEach((test) => {
    clearTimeout(timers.get(test));
    timers.delete(test);
  });
}
