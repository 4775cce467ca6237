/** Backends for tests: comments to begin with, and adapters whose calls can be looked at and held up. */
import type { Call, Comment, CommentsAdapter } from '../../src/model/adapter.js';

/** A comment like any other; `more` says what is special about it. The id is the text without blanks. */
export function comment(text: string, more: Partial<Comment> = {}): Comment {
  return {
    id: text.replaceAll(/\W+/g, '-'),
    author: { name: 'Tom' },
    body: { format: 'text', value: text },
    createdAt: '2026-11-24T10:00:00Z',
    ...more,
  };
}

/** `count` comments, a minute apart, that say "Comment 1" and so on. */
export function comments(count: number): Comment[] {
  return Array.from({ length: count }, (_, index) =>
    comment(`Comment ${index + 1}`, { createdAt: new Date(Date.UTC(2026, 10, 24, 10, index)).toISOString() }),
  );
}

export interface SeenCall {
  readonly method: string;
  readonly args: readonly unknown[];
  readonly signal: AbortSignal;
}

/** The adapter with every call that it gets, in order. */
export function watched<Adapter extends CommentsAdapter>(
  adapter: Adapter,
): { adapter: Adapter; calls: SeenCall[]; to: (method: string) => SeenCall[] } {
  const calls: SeenCall[] = [];
  const copy = { ...adapter } as Record<string, unknown>;
  for (const [method, work] of Object.entries(adapter)) {
    if (typeof work !== 'function' || method === 'onViewerChange') continue;
    copy[method] = (...args: unknown[]) => {
      const { signal } = (args.at(-1) ?? {}) as Partial<Call>;
      if (signal instanceof AbortSignal) calls.push({ method, args: args.slice(0, -1), signal });
      return (work as (...args: unknown[]) => unknown)(...args);
    };
  }
  return { adapter: copy as unknown as Adapter, calls, to: (method) => calls.filter((call) => call.method === method) };
}

/** A promise that a test fulfils when it wants to. */
export function held<T = void>(): {
  readonly promise: Promise<T>;
  readonly release: (value: T) => void;
  readonly fail: (error: unknown) => void;
} {
  let release!: (value: T) => void;
  let fail!: (error: unknown) => void;
  const promise = new Promise<T>((resolve, reject) => {
    release = resolve;
    fail = reject;
  });
  // A section may ask for it after it has failed.
  promise.catch(() => undefined);
  return { promise, release, fail };
}

/** The adapter with one method that waits for `until` before it does its work. */
export function heldUp<Adapter extends CommentsAdapter>(
  adapter: Adapter,
  method: keyof CommentsAdapter,
  until: Promise<unknown>,
): Adapter {
  const work = adapter[method] as (...args: unknown[]) => Promise<unknown>;
  return {
    ...adapter,
    [method]: async (...args: unknown[]) => {
      await until;
      return work(...args);
    },
  };
}

/** The adapter, and a promise that resolves once somebody follows its discussion. */
export function followable<Adapter extends CommentsAdapter>(
  adapter: Adapter,
): { readonly adapter: Adapter; readonly followed: Promise<void> } {
  const { promise, release } = held();
  const subscribe: CommentsAdapter['subscribe'] = (...args) => {
    adapter.subscribe?.(...args);
    release();
  };
  return { adapter: { ...adapter, subscribe }, followed: promise };
}
