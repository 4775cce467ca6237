import type {
  AdapterError,
  Call,
  CommentsAdapter,
  DiscussionInfo,
  DiscussionRef,
  ErrorKind,
  Features,
  GuestField,
} from '../model/adapter.js';
import { errorProblem } from './adapter-errors.js';
import { type CheckWords, ConformanceError, type Finding } from './conformance-error.js';
import type { Fault, FaultType } from './fault.js';
import { inspect } from '../model/contract/inspect.js';
import { NotApplicable } from './not-applicable.js';
import { problemsOf } from '../model/contract/explain.js';
import type { Decoder } from '../model/contract/schema.js';
import type { Person, Stage } from './stage.js';

interface TimeLimit<T> {
  readonly milliseconds: number;
  /** Called when the time is up. Provides the result instead, or throws. */
  readonly onTimeout: () => T;
  /** Aborts the wait, which then rejects with the signal's reason. */
  readonly signal: AbortSignal | undefined;
}

/** Waits for a promise for a limited time. Leaves no timer or listener behind. */
async function withTimeLimit<T, U>(
  promise: Promise<T>,
  { milliseconds, onTimeout, signal }: TimeLimit<U>,
): Promise<T | U> {
  signal?.throwIfAborted();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let onAbort = (): void => {};
  const interrupted = new Promise<U>((resolve, reject) => {
    timer = setTimeout(() => {
      try {
        resolve(onTimeout());
      } catch (error) {
        reject(error);
      }
    }, milliseconds);
    onAbort = () => reject(signal?.reason as Error);
    signal?.addEventListener('abort', onAbort);
  });
  try {
    return await Promise.race([promise, interrupted]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}

/** The optional methods of an adapter. */
export type MethodName = Exclude<keyof CommentsAdapter, 'name' | 'features' | 'open' | 'list'>;

export type AdapterWith<Name extends MethodName> = CommentsAdapter & Required<Pick<CommentsAdapter, Name>>;

/** The error a call must reject with. */
export interface ExpectedError {
  readonly kinds: readonly ErrorKind[];
  /** The value `info.field` must have. Default: any. */
  readonly field?: GuestField | 'body';
}

export type Settled<T> =
  { readonly status: 'fulfilled'; readonly value: T } | { readonly status: 'rejected'; readonly reason: unknown };

/** Milliseconds between two reads while waiting for a change. Each pause is twice as long as the one before. */
const FIRST_PAUSE = 20;
const LONGEST_PAUSE = 500;

/** An adapter whose connection has a fault. */
export interface FaultyAdapter {
  readonly adapter: CommentsAdapter;
  /** The HTTP methods of the requests it has sent. */
  readonly requests: readonly string[];
  /** Whether the fault has altered a response. */
  readonly hasAltered: () => boolean;
}

/** The hint for a value of the wrong type, which has the same causes in every check. */
const SHAPE_HINT =
  'The adapter passes on backend values unconverted: a numeric id, null, or a time without a time zone. First run the checks ' +
  '"open: returns a valid DiscussionInfo" and "list: returns valid comments".';

interface CheckContextOptions {
  readonly description: CheckWords;
  readonly patience: number;
  readonly signal: AbortSignal | undefined;
}

/** Everything a running check works with: its stage, the adapters on it, assertions and time limits. */
export class CheckContext {
  readonly discussion: DiscussionRef;
  readonly adapter: CommentsAdapter;
  readonly patience: number;
  readonly #description: CheckWords;
  readonly #signal: AbortSignal | undefined;
  readonly #end = new AbortController();
  readonly #people = new Map<Person, CommentsAdapter>();
  readonly #infos = new Map<CommentsAdapter, Map<string, Promise<DiscussionInfo>>>();

  constructor(
    readonly stage: Stage,
    { description, patience, signal }: CheckContextOptions,
  ) {
    this.discussion = stage.discussion;
    this.adapter = stage.adapter;
    this.patience = patience;
    this.#description = description;
    this.#signal = signal;
  }

  /** Ends the subscriptions of the check. */
  end(): void {
    this.#end.abort();
  }

  /** Options for a call that is not aborted before the check ends. */
  get call(): Call {
    return { signal: this.#end.signal };
  }

  fail(finding: Finding, cause?: unknown): never {
    throw new ConformanceError(this.#description, finding, cause);
  }

  /** Ends the check because the adapter or its backend lacks what it tests. */
  skip(why: string): never {
    throw new NotApplicable(why);
  }

  /** Ends the check because the stage lacks something. `needs`: what it should offer, such as `as('moderator')`. */
  skipWithoutStage(needs: string, why: string): never {
    throw new NotApplicable(why, needs);
  }

  /** The adapter under test. Skips the check if it lacks one of these methods. */
  async require<Name extends MethodName>(...names: readonly Name[]): Promise<AdapterWith<Name>> {
    return this.requireFrom(this.adapter, names);
  }

  /** The adapter. Skips the check if it lacks one of these methods, which it may only know after its first `open()`. */
  async requireFrom<Name extends MethodName>(
    adapter: CommentsAdapter,
    names: readonly Name[],
  ): Promise<AdapterWith<Name>> {
    if (names.some((name) => typeof adapter[name] !== 'function')) await this.discussionInfo(adapter);
    return this.withMethods(adapter, names);
  }

  /** The adapter. Skips the check if it lacks one of these methods now. */
  withMethods<Name extends MethodName>(adapter: CommentsAdapter, names: readonly Name[]): AdapterWith<Name> {
    for (const name of names) if (typeof adapter[name] !== 'function') this.skip(`The adapter has no ${name}().`);
    return adapter as AdapterWith<Name>;
  }

  /** The features of the adapter under test, which it may only know after its first `open()`. */
  async features(): Promise<Features> {
    await this.discussionInfo(this.adapter);
    return this.adapter.features ?? {};
  }

  /** The result of this adapter's first `open()`. */
  discussionInfo(adapter: CommentsAdapter, discussion = this.discussion): Promise<DiscussionInfo> {
    const known = this.#infos.get(adapter) ?? new Map<string, Promise<DiscussionInfo>>();
    this.#infos.set(adapter, known);
    const info = known.get(discussion.key) ?? this.resolves('open()', () => adapter.open(discussion, this.call));
    known.set(discussion.key, info);
    return info;
  }

  /** The adapter of another person. Skips the check if there is none, or if it lacks one of these methods. */
  async as<Name extends MethodName = never>(person: Person, ...names: readonly Name[]): Promise<AdapterWith<Name>> {
    const adapter = await this.find(person);
    if (adapter) return this.withMethods(adapter, names);
    // A person would not help an adapter without these methods.
    await this.require(...names);
    return this.skipWithoutStage(`as('${person}')`, `The stage has no adapter for the person "${person}" (Stage.as).`);
  }

  /** The adapter of another person, or undefined if there is none. */
  async find(person: Person): Promise<CommentsAdapter | undefined> {
    const adapter = this.#people.get(person) ?? (await this.stage.as?.(person));
    if (adapter === undefined) return undefined;
    this.#people.set(person, adapter);
    // Opened, because it may only know its methods afterwards.
    await this.discussionInfo(adapter);
    return adapter;
  }

  /** An adapter whose connection has this fault. */
  async faulty(type: FaultType): Promise<FaultyAdapter> {
    const requests: string[] = [];
    let hasAltered = false;
    const fault: Fault = {
      type,
      onRequest: (method) => void requests.push(method.toUpperCase()),
      onAltered: () => void (hasAltered = true),
    };
    const adapter = await this.stage.faulty?.(fault);
    if (adapter === undefined)
      this.skipWithoutStage(`faulty('${type}')`, `The stage has no adapter with the fault "${type}" (Stage.faulty).`);
    return { adapter, requests, hasAltered: () => hasAltered };
  }

  /** Makes a call that must resolve. */
  async resolves<T>(did: string, makeCall: () => Promise<T>): Promise<T> {
    const settled = await this.settle(did, makeCall);
    if (settled.status === 'fulfilled') return settled.value;
    return this.fail({ did, expected: 'a result', got: inspect(settled.reason) }, settled.reason);
  }

  /** Makes a call that must resolve with a value of this shape. */
  async resolvesTo<T>(did: string, shape: Decoder<unknown>, makeCall: () => Promise<T>): Promise<T> {
    const value = await this.resolves(did, makeCall);
    this.expectShape(did, shape, value);
    return value;
  }

  expectShape(did: string, shape: Decoder<unknown>, value: unknown): void {
    const problems = problemsOf(shape, value, 'result');
    if (problems.length > 0)
      this.fail({
        did,
        expected: 'a result of the type in the contract',
        got: `${listed(problems)}, in ${inspect(value)}`,
        hint: SHAPE_HINT,
      });
  }

  /** Makes a call that must reject with an AdapterError of one of these kinds. */
  async rejectsWith(
    did: string,
    { kinds, field }: ExpectedError,
    makeCall: () => Promise<unknown>,
  ): Promise<AdapterError> {
    const quoted = kinds.map((kind) => `"${kind}"`).join(' or ');
    const expected = `an AdapterError of kind ${quoted}${field === undefined ? '' : ` with info.field "${field}"`}`;
    const error = await this.rejects(did, makeCall, expected);
    const isExpected = kinds.includes(error.kind) && (field === undefined || error.info?.field === field);
    if (!isExpected) this.fail({ did, expected, got: inspect(error) }, error);
    return error;
  }

  /** Makes a call that must reject with an AdapterError of any kind. */
  async rejects(did: string, makeCall: () => Promise<unknown>, expected = 'an AdapterError'): Promise<AdapterError> {
    const settled = await this.settle(did, makeCall);
    if (settled.status === 'fulfilled')
      return this.fail({ did, expected, got: `the result ${inspect(settled.value)}` });
    return this.expectAdapterError(did, settled.reason, expected);
  }

  expectAdapterError(did: string, error: unknown, expected = 'an AdapterError'): AdapterError {
    const problem = errorProblem(error);
    if (problem !== undefined) this.fail({ did, expected, got: `${inspect(error)} (${problem})` }, error);
    return error as AdapterError;
  }

  /** Waits for a call to settle, which it must do in time. Treats a synchronous throw as a rejection. */
  async settle<T>(did: string, makeCall: () => Promise<T>): Promise<Settled<T>> {
    const promise = new Promise<T>((resolve) => resolve(makeCall()));
    return withTimeLimit(
      promise.then(
        (value): Settled<T> => ({ status: 'fulfilled', value }),
        (reason: unknown): Settled<T> => ({ status: 'rejected', reason }),
      ),
      {
        milliseconds: this.patience,
        onTimeout: () =>
          this.fail({ did, expected: 'a result or an error', got: `nothing within ${this.patience} ms` }),
        signal: this.#signal,
      },
    );
  }

  /**
   * Reads until the value is as expected, as a backend may show a change with some delay. Fails when the time is up.
   *
   * @param problem Returns what is wrong with the value, or undefined if it is as expected.
   */
  async eventually<T>(
    { did, expected }: Pick<Finding, 'did' | 'expected'>,
    read: () => Promise<T>,
    problem: (value: T) => string | undefined,
  ): Promise<T> {
    const end = performance.now() + this.patience;
    for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
      const value = await read();
      const got = problem(value);
      if (got === undefined) return value;
      if (performance.now() + pause > end) this.fail({ did, expected, got });
      await withTimeLimit(new Promise(() => {}), {
        milliseconds: pause,
        onTimeout: () => undefined,
        signal: this.#signal,
      });
    }
  }

  /** Waits for a promise. Resolves with false if it takes longer than this share of the patience. */
  async waitFor(promise: Promise<unknown>, share = 1): Promise<boolean> {
    return withTimeLimit(
      promise.then(() => true),
      { milliseconds: this.patience * share, onTimeout: () => false, signal: this.#signal },
    );
  }
}

/** The first five problems, and the number of the others. */
function listed(problems: readonly string[]): string {
  const more = problems.length > 5 ? ` and ${problems.length - 5} more` : '';
  return `${problems.slice(0, 5).join('; ')}${more}`;
}
