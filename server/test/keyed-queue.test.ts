import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { KeyedQueue } from '../src/database/transaction.js';

/** A task that ends when the test says so. */
class Task {
  hasStarted = false;
  end: (error?: Error) => void = () => undefined;
  readonly run = (): Promise<string> => {
    this.hasStarted = true;
    return new Promise((resolve, reject) => {
      this.end = (error) => (error ? reject(error) : resolve('done'));
    });
  };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('KeyedQueue', () => {
  it('runs the tasks of one key one after the other, and those of other keys concurrently', async () => {
    const queue = new KeyedQueue(10);
    const [one, two, other] = [new Task(), new Task(), new Task()];
    const results = [queue.run('a', one.run), queue.run('a', two.run), queue.run('b', other.run)];
    await settled();
    assert.deepEqual([one.hasStarted, two.hasStarted, other.hasStarted], [true, false, true]);
    other.end();
    one.end();
    await settled();
    assert.equal(two.hasStarted, true);
    two.end();
    assert.deepEqual(await Promise.all(results), ['done', 'done', 'done']);
  });

  it('continues after a task that fails', async () => {
    const queue = new KeyedQueue(10);
    const [one, two] = [new Task(), new Task()];
    const [first, second] = [queue.run('a', one.run), queue.run('a', two.run)];
    await settled();
    one.end(new Error('failed'));
    await assert.rejects(first, /failed/);
    await settled();
    two.end();
    assert.equal(await second, 'done');
  });

  it('refuses a task when too many wait, and accepts one again later', async () => {
    const queue = new KeyedQueue(2);
    const [one, two] = [new Task(), new Task()];
    const [first, second] = [queue.run('a', one.run), queue.run('a', two.run)];
    await assert.rejects(queue.run('a', new Task().run), { kind: 'unavailable' });
    await settled();
    one.end();
    await first;
    await settled();
    two.end();
    await second;
    assert.equal(await queue.run('a', async () => 'again'), 'again');
  });
});
