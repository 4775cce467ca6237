import { AdapterError, type Call, type CommentsAdapter, type Features, type Viewer } from '../../../src/model/adapter.js';

const METHODS = [
  'open',
  'list',
  'get',
  'submit',
  'source',
  'edit',
  'remove',
  'restore',
  'vote',
  'report',
  'withdrawReport',
  'pin',
  'setClosed',
  'signIn',
  'signOut',
] as const;

export type Method = (typeof METHODS)[number];

/** What a method answers with: the answer itself, or what makes it from the arguments and may throw. */
export type Answer = object | ((...args: readonly unknown[]) => unknown);

/** One call that has reached the adapter, to be answered when the test says so. */
export interface Asked {
  readonly method: Method;
  /** Everything but the `Call`. */
  readonly args: readonly unknown[];
  readonly signal: AbortSignal;
  answer(value?: unknown): void;
  fail(thrown: unknown): void;
}

export interface EdgeOptions {
  readonly features?: Features;
  /** A method without an answer waits for the test. */
  readonly answers?: Partial<Record<Method, Answer>>;
  /** Methods that the adapter lacks. */
  readonly without?: readonly Method[];
}

/**
 * The edge between the store and a backend, worked by hand: every call is written down and waits for its answer. It does
 * not heed the signal, as the adapter of a hurried author would not.
 */
export class BackendEdge {
  readonly asked: Asked[] = [];
  readonly viewerListeners = new Set<(viewer: Viewer) => void>();
  readonly adapter: CommentsAdapter;
  readonly #waiting: { readonly method: Method; readonly resolve: (asked: Asked) => void }[] = [];
  readonly #taken = new Set<Asked>();

  constructor({ features, answers = {}, without = [] }: EdgeOptions = {}) {
    const method =
      (name: Method) =>
      (...all: unknown[]): Promise<unknown> => {
        const { signal } = all.at(-1) as Call;
        const args = all.slice(0, -1);
        return new Promise((resolve, reject) => {
          this.#arrive({ method: name, args, signal, answer: resolve, fail: reject });
          const given = answers[name];
          if (typeof given === 'function')
            resolve(Promise.resolve(args).then((values) => (given as (...values: unknown[]) => unknown)(...values)));
          else if (given) resolve(given);
        });
      };
    this.adapter = {
      features,
      ...Object.fromEntries(METHODS.filter((name) => !without.includes(name)).map((name) => [name, method(name)])),
      onViewerChange: (listener: (viewer: Viewer) => void) => {
        this.viewerListeners.add(listener);
        return () => this.viewerListeners.delete(listener);
      },
    } as unknown as CommentsAdapter;
  }

  /** The next call of a method that the test has not taken yet; waits for it where it is still to come. */
  next(method: Method): Promise<Asked> {
    const there = this.asked.find((one) => one.method === method && !this.#taken.has(one));
    if (!there) return new Promise((resolve) => this.#waiting.push({ method, resolve }));
    this.#taken.add(there);
    return Promise.resolve(there);
  }

  count(method: Method): number {
    return this.asked.filter((one) => one.method === method).length;
  }

  /** Somebody signed in or out, and the adapter says so. */
  viewerChanges(viewer: Viewer): void {
    for (const listener of this.viewerListeners) listener(viewer);
  }

  #arrive(asked: Asked): void {
    this.asked.push(asked);
    const index = this.#waiting.findIndex(({ method }) => method === asked.method);
    if (index < 0) return;
    this.#taken.add(asked);
    this.#waiting.splice(index, 1)[0]?.resolve(asked);
  }
}

/** An answer that is a failure. */
export const failing = (thrown: unknown) => (): never => {
  throw thrown;
};

export const offline = new AdapterError('network', 'No way there.');
