import { mock } from 'node:test';
import { changeDiscussion, refByKey, type DiscussionChange } from '../src/discussion/change-discussion.js';
import { discussionId } from '../src/discussion/discussion-state.js';
import type { TestServer } from '../../test/support/demo-server/test-server.js';
import { eventually } from '../../test/support/eventually.js';

export interface Meanwhile {
  /** A change of the same discussion that comes before the write. */
  readonly change?: (change: DiscussionChange) => Promise<unknown>;
  /** Anything else. */
  readonly act?: () => Promise<unknown>;
}

/** Sends a write, and lets something happen after its checks and before its transaction, as if many were writing in the discussion. */
export async function delayedWrite<Result>(
  { store }: TestServer,
  key: string,
  write: () => Promise<Result>,
  { change, act }: Meanwhile,
): Promise<Result> {
  // Only counts: the queue works as always.
  const run = mock.method(store.changes, 'run');
  let release = (): void => undefined;
  const gate = new Promise<void>((resolve) => (release = resolve));
  const held = store.changes.run(discussionId(key), () => gate);
  const changed = change && changeDiscussion(store, refByKey(key), change);
  const before = run.mock.callCount();
  const written = write();
  // Awaited below, also if something fails before.
  written.catch(() => undefined);
  try {
    await eventually(
      async () => run.mock.callCount(),
      (count) => count > before,
    );
    await act?.();
  } finally {
    run.mock.restore();
    release();
  }
  await Promise.all([held, changed]);
  return written;
}
