/**
 * Loaded before the tests, in Node and in browsers: a test that passes without a call of an assertion of Chai fails. An assertion in a
 * promise that the test does not await comes too late, and one that is named and not called is none.
 */
import * as chai from 'chai';
import { countAssertion, forgetAssertions, throwWithoutAssertion } from './assertions.mjs';

interface AssertionClass {
  readonly prototype: { assert(...args: unknown[]): void };
}

/** Each assertion of Chai and of its plugins calls `assert`. There may be several copies of Chai. */
export function countAssertions({ Assertion }: { readonly Assertion: unknown }): void {
  const { prototype } = Assertion as AssertionClass;
  const { assert } = prototype;
  prototype.assert = function (...args) {
    countAssertion();
    assert.apply(this, args);
  };
}

countAssertions(chai);

// A hook after the test that throws would end the run of the whole file.
beforeEach(function () {
  const test = this.currentTest;
  const run = test?.fn as Mocha.AsyncFunc | undefined;
  if (!test || !run) return;
  // Its end would be unknown here.
  if (run.length > 0) throw new Error(`${test.title}: await a promise instead of calling back.`);
  test.fn = async function (this: Mocha.Context) {
    forgetAssertions();
    await run.call(this);
    throwWithoutAssertion();
  };
});
