/** One check under way: its stage, the watch over how long things take, and the words for what goes wrong. */
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
import { ConformanceError, type CheckWords, type Finding } from './conformance-error.js';
import { judgeError } from './error-judge.js';
import type { Fault, FaultType } from './fault.js';
import { NotApplicable } from './not-applicable.js';
import type { Shape } from './shape.js';
import { shown } from './shown-value.js';
import type { Person, Stage } from './stage.js';

/** The optional methods of the contract. */
export type MethodName = Exclude<keyof CommentsAdapter, 'name' | 'features' | 'open' | 'list'>;

export type AdapterWith<Name extends MethodName> = CommentsAdapter & Required<Pick<CommentsAdapter, Name>>;

/** What a call has to be refused with. */
export interface Refusal {
  readonly kinds: readonly ErrorKind[];
  /** The field that has to be named as the one at fault. */
  readonly field?: GuestField | 'body';
}

/** Milliseconds between two looks at what takes its time to appear; each is longer than the one before. */
const FIRST_PAUSE = 20;
const LONGEST_PAUSE = 500;

interface SceneOptions {
  readonly words: CheckWords;
  readonly patience: number;
  readonly signal: AbortSignal | undefined;
}

export class Scene {
  readonly discussion: DiscussionRef;
  readonly adapter: CommentsAdapter;
  readonly patience: number;
  readonly #words: CheckWords;
  readonly #signal: AbortSignal | undefined;
  readonly #ending = new AbortController();
  readonly #people = new Map<Person, CommentsAdapter>();
  readonly #opened = new Map<CommentsAdapter, Map<string, Promise<DiscussionInfo>>>();

  constructor(
    readonly stage: Stage,
    { words, patience, signal }: SceneOptions,
  ) {
    this.discussion = stage.discussion;
    this.adapter = stage.adapter;
    this.patience = patience;
    this.#words = words;
    this.#signal = signal;
  }

  /** Ends what the check has subscribed to. */
  end(): void {
    this.#ending.abort();
  }

  /** A call that nobody aborts before the check is over. */
  get call(): Call {
    return { signal: this.#ending.signal };
  }

  fail(finding: Finding, cause?: unknown): never {
    throw new ConformanceError(this.#words, finding, cause);
  }

  skip(why: string): never {
    throw new NotApplicable(why);
  }

  /** The adapter, which has these methods; else there is nothing to check. */
  async having<Name extends MethodName>(...names: readonly Name[]): Promise<AdapterWith<Name>> {
    return this.ready(this.adapter, names);
  }

  /** An adapter that has these methods. Some learn what their backend offers from the first answer to open(). */
  async ready<Name extends MethodName>(adapter: CommentsAdapter, names: readonly Name[]): Promise<AdapterWith<Name>> {
    if (names.some((name) => typeof adapter[name] !== 'function')) await this.opened(adapter);
    return this.withMethods(adapter, names);
  }

  /** What the adapter can do, which may be known only after open(). */
  async features(): Promise<Features> {
    await this.opened(this.adapter);
    return this.adapter.features ?? {};
  }

  /** What open() answered to this adapter the first time. */
  opened(adapter: CommentsAdapter, discussion = this.discussion): Promise<DiscussionInfo> {
    const known = this.#opened.get(adapter) ?? new Map<string, Promise<DiscussionInfo>>();
    this.#opened.set(adapter, known);
    const info = known.get(discussion.key) ?? this.answer('open()', () => adapter.open(discussion, this.call));
    known.set(discussion.key, info);
    return info;
  }

  withMethods<Name extends MethodName>(adapter: CommentsAdapter, names: readonly Name[]): AdapterWith<Name> {
    for (const name of names) if (typeof adapter[name] !== 'function') this.skip(`The adapter has no ${name}().`);
    return adapter as AdapterWith<Name>;
  }

  /** The adapter of somebody else, which has these methods. */
  async as<Name extends MethodName = never>(person: Person, ...names: readonly Name[]): Promise<AdapterWith<Name>> {
    const adapter = this.#people.get(person) ?? (await this.stage.as?.(person));
    if (adapter === undefined) this.skip(`The stage has no adapter of the person "${person}" (Stage.as).`);
    this.#people.set(person, adapter);
    // For the sake of the methods that a check tries out only where they are there, too.
    await this.opened(adapter);
    return this.withMethods(adapter, names);
  }

  /** An adapter with a bad line, and the methods of the requests that it has sent. */
  async faulty(type: FaultType): Promise<{ readonly adapter: CommentsAdapter; readonly requests: readonly string[] }> {
    const requests: string[] = [];
    const fault: Fault = { type, onRequest: (method) => void requests.push(method.toUpperCase()) };
    const adapter = await this.stage.faulty?.(fault);
    if (adapter === undefined) this.skip(`The stage has no adapter with the fault "${type}" (Stage.faulty).`);
    return { adapter, requests };
  }

  /** Waits for what the adapter promised. Whatever it throws breaks the rule. */
  async answer<T>(did: string, asked: () => Promise<T>): Promise<T> {
    const settled = await this.settle(did, asked);
    if (settled.type === 'answered') return settled.value;
    return this.fail({ did, expected: 'an answer', got: shown(settled.error) }, settled.error);
  }

  /** Waits for an answer that has this form. */
  async answerOf<T>(did: string, shape: Shape, asked: () => Promise<T>): Promise<T> {
    const value = await this.answer(did, asked);
    this.expectShape(did, shape, value);
    return value;
  }

  expectShape(did: string, shape: Shape, value: unknown): void {
    const mistakes = shape(value, 'answer');
    if (mistakes.length > 0)
      this.fail({ did, expected: 'an answer of the form that the contract describes', got: this.#listed(mistakes, value) });
  }

  /** Waits for the adapter to refuse, in the words of the contract. */
  async refusal(did: string, { kinds, field }: Refusal, asked: () => Promise<unknown>): Promise<AdapterError> {
    const wanted = kinds.map((kind) => `"${kind}"`).join(' or ');
    const expected = `an AdapterError of the kind ${wanted}${field === undefined ? '' : ` with info.field "${field}"`}`;
    const error = await this.anyRefusal(did, asked, expected);
    if (!kinds.includes(error.kind)) this.fail({ did, expected, got: shown(error) }, error);
    if (field !== undefined && error.info?.field !== field) this.fail({ did, expected, got: shown(error) }, error);
    return error;
  }

  /** Waits for the adapter to refuse, whatever the reason. */
  async anyRefusal(did: string, asked: () => Promise<unknown>, expected = 'an AdapterError'): Promise<AdapterError> {
    const settled = await this.settle(did, asked);
    if (settled.type === 'answered') return this.fail({ did, expected, got: `the answer ${shown(settled.value)}` });
    return this.expectAdapterError(did, settled.error, expected);
  }

  expectAdapterError(did: string, error: unknown, expected = 'an AdapterError'): AdapterError {
    const mistake = judgeError(error);
    if (mistake !== undefined) this.fail({ did, expected, got: `${shown(error)} (${mistake})` }, error);
    return error as AdapterError;
  }

  /** Waits for a promise of the adapter to settle, in good time. A method that throws at once counts as one that rejects. */
  async settle<T>(did: string, asked: () => Promise<T>): Promise<{ type: 'answered'; value: T } | { type: 'refused'; error: unknown }> {
    const promise = new Promise<T>((resolve) => resolve(asked()));
    return this.#inTime(
      promise.then(
        (value) => ({ type: 'answered' as const, value }),
        (error: unknown) => ({ type: 'refused' as const, error }),
      ),
      () => this.fail({ did, expected: 'an answer or an error', got: `nothing within ${this.patience} ms` }),
    );
  }

  /**
   * Reads again and again until nothing is wrong any more, since a backend may take a moment to show what it has taken.
   * `problem` answers what is still wrong.
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
      await this.#pause(pause);
    }
  }

  /** Waits until something that is told has been told; false when it was not within `share` of the patience. */
  async heard(told: Promise<unknown>, share = 1): Promise<boolean> {
    return this.#inTime(
      told.then(() => true),
      () => false,
      this.patience * share,
    );
  }

  async #pause(milliseconds: number): Promise<void> {
    await this.#inTime(new Promise(() => {}), () => undefined, milliseconds);
  }

  /** Settles with the promise, or with `late()`; rejects when the run is aborted. */
  async #inTime<T, U>(promise: Promise<T>, late: () => U, milliseconds = this.patience): Promise<T | U> {
    const signal = this.#signal;
    signal?.throwIfAborted();
    let stop = (): void => {};
    const other = new Promise<U>((resolve, reject) => {
      const timer = setTimeout(() => {
        try {
          resolve(late());
        } catch (error) {
          reject(error);
        }
      }, milliseconds);
      const leave = (): void => reject(signal?.reason as Error);
      signal?.addEventListener('abort', leave);
      stop = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', leave);
      };
    });
    try {
      return await Promise.race([promise, other]);
    } finally {
      stop();
    }
  }

  #listed(mistakes: readonly string[], value: unknown): string {
    const shownOnes = mistakes.slice(0, 5).join('; ');
    const more = mistakes.length > 5 ? ` and ${mistakes.length - 5} more` : '';
    return `${shownOnes}${more}, in ${shown(value)}`;
  }
}
