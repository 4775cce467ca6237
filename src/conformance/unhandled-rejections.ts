type Stop = () => Promise<readonly unknown[]>;

/** The part of Node's `process` that is used. Browsers have none. */
interface NodeProcess {
  on(event: 'unhandledRejection', listener: (reason: unknown) => void): unknown;
  off(event: 'unhandledRejection', listener: (reason: unknown) => void): unknown;
}

/** Starts to record the rejections that nothing handles. The returned function stops, and resolves with their reasons. */
export function recordUnhandledRejections(): Stop {
  const reasons: unknown[] = [];
  const add = (reason: unknown): unknown => reasons.push(reason);
  const onEvent = (event: PromiseRejectionEvent): unknown => add(event.reason);
  const { process, addEventListener, removeEventListener } = globalThis as Partial<typeof globalThis> & {
    readonly process?: Partial<NodeProcess>;
  };
  process?.on?.('unhandledRejection', add);
  addEventListener?.call(globalThis, 'unhandledrejection', onEvent as EventListener);
  return async () => {
    // A rejection counts as unhandled once all microtasks have run.
    await new Promise((resolve) => setTimeout(resolve));
    process?.off?.('unhandledRejection', add);
    removeEventListener?.call(globalThis, 'unhandledrejection', onEvent as EventListener);
    return reasons;
  };
}
