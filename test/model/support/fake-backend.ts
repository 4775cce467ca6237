import {
  AdapterError,
  type Call,
  type CommentsAdapter,
  type Features,
  type Viewer,
} from '../../../src/model/adapter.js';

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

/** The response of a method, or a function that returns it or throws. */
export type FakeResponse = object | ((...args: readonly unknown[]) => unknown);

/** A call that has reached the adapter and is pending until the test settles it. */
export interface FakeCall {
  readonly method: Method;
  /** All arguments except the `Call`. */
  readonly args: readonly unknown[];
  readonly signal: AbortSignal;
  respond(value?: unknown): void;
  fail(thrown: unknown): void;
}

export interface FakeBackendOptions {
  readonly features?: Features;
  /** Calls to a method that has no response here stay pending. */
  readonly responses?: Partial<Record<Method, FakeResponse>>;
  /** Methods that the adapter lacks. */
  readonly without?: readonly Method[];
}

/** Records every call to its adapter and leaves it pending. Ignores abort signals, as a careless adapter would. */
export class FakeBackend {
  readonly calls: FakeCall[] = [];
  readonly viewerListeners = new Set<(viewer: Viewer) => void>();
  readonly adapter: CommentsAdapter;
  readonly #waiting: { readonly method: Method; readonly resolve: (call: FakeCall) => void }[] = [];
  readonly #taken = new Set<FakeCall>();

  constructor({ features, responses = {}, without = [] }: FakeBackendOptions = {}) {
    const method =
      (name: Method) =>
      (...all: unknown[]): Promise<unknown> => {
        const { signal } = all.at(-1) as Call;
        const args = all.slice(0, -1);
        return new Promise((resolve, reject) => {
          this.#record({ method: name, args, signal, respond: resolve, fail: reject });
          const response = responses[name];
          if (typeof response === 'function')
            resolve(Promise.resolve(args).then((values) => (response as (...values: unknown[]) => unknown)(...values)));
          else if (response) resolve(response);
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

  /** The next call to a method that the test has not taken yet. Waits for it if necessary. */
  next(method: Method): Promise<FakeCall> {
    const recorded = this.calls.find((call) => call.method === method && !this.#taken.has(call));
    if (!recorded) return new Promise((resolve) => this.#waiting.push({ method, resolve }));
    this.#taken.add(recorded);
    return Promise.resolve(recorded);
  }

  /** The number of calls to a method. */
  count(method: Method): number {
    return this.calls.filter((call) => call.method === method).length;
  }

  /** Reports that someone signed in or out. */
  viewerChanges(viewer: Viewer): void {
    for (const listener of this.viewerListeners) listener(viewer);
  }

  #record(call: FakeCall): void {
    this.calls.push(call);
    const index = this.#waiting.findIndex(({ method }) => method === call.method);
    if (index < 0) return;
    this.#taken.add(call);
    this.#waiting.splice(index, 1)[0]?.resolve(call);
  }
}

/** A response that throws. */
export const failsWith = (thrown: unknown) => (): never => {
  throw thrown;
};

export const offline = new AdapterError('network', 'Offline.');
