import { CheckContext } from './check-context.js';
import type { CheckWords } from './conformance-error.js';
import { inspect } from '../model/contract/inspect.js';
import { NotApplicable } from './not-applicable.js';
import type { MakeStage } from './stage.js';

type Stop = () => Promise<readonly unknown[]>;

/** The part of Node's `process` that is used. Browsers have none. */
interface NodeProcess {
  on(event: 'unhandledRejection', listener: (reason: unknown) => void): unknown;
  off(event: 'unhandledRejection', listener: (reason: unknown) => void): unknown;
}

/** Starts to record the rejections that nothing handles. The returned function stops, and resolves with their reasons. */
function recordUnhandledRejections(): Stop {
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

export interface CheckOptions {
  /** Milliseconds the check waits for a response, or for a change to become visible. Default 5,000. */
  readonly patience?: number;
  /** Ends the check, which then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** The outcome of a check that found no violation. */
export type CheckResult = { readonly outcome: 'passed' } | NotApplicableResult;

export interface NotApplicableResult {
  readonly outcome: 'not-applicable';
  /** What the adapter or the stage lacks, as a sentence. */
  readonly why: string;
  /**
   * What the stage has to offer for the check to apply, such as `as('moderator')`. Absent if the adapter or its backend lacks what the
   * check tests, and if a basic check has failed.
   */
  readonly stageNeeds?: string;
  /** Name of the basic check that has failed, so that this one was not run. */
  readonly blockedBy?: string;
}

/** A rule of the contract together with the test for it. */
export interface Check extends CheckWords {
  /** Unique, and starts with its topic: `paging: …`. */
  readonly name: string;
  /** The rule, in a sentence or two. */
  readonly rule: string;
  /** The most common reason for breaking it. */
  readonly hint: string;
  /** True if the other checks prove nothing when this one fails. Default false. */
  readonly isBasic?: true;
  /**
   * Creates a stage, tests the rule on it and ends the stage. Leaves no timer or listener behind.
   *
   * @throws ConformanceError if the adapter breaks the rule, or if a rejection stays unhandled meanwhile, and any error from `makeStage`
   * or the stage.
   */
  run(makeStage: MakeStage, options?: CheckOptions): Promise<CheckResult>;
}

export interface CheckDefinition extends CheckWords {
  readonly isBasic?: true;
  /** Throws a ConformanceError if the adapter breaks the rule, or NotApplicable if the rule does not apply to it. */
  test(context: CheckContext): Promise<void>;
}

export function defineCheck({ test, ...description }: CheckDefinition): Check {
  return {
    ...description,
    async run(makeStage, { patience = 5000, signal } = {}) {
      signal?.throwIfAborted();
      const stage = await makeStage();
      const context = new CheckContext(stage, { description, patience, signal });
      const stopRecording = recordUnhandledRejections();
      try {
        await test(context);
        const [reason] = await stopRecording();
        if (reason !== undefined)
          context.fail(
            {
              did: 'the calls of this check',
              expected: 'every rejection to be handled',
              got: `an unhandled rejection with ${inspect(reason)}`,
              hint: 'The adapter starts something without waiting for it, such as an import or a request, and does not catch its error.',
            },
            reason,
          );
        return { outcome: 'passed' };
      } catch (thrown) {
        if (thrown instanceof NotApplicable) {
          const { message: why, stageNeeds } = thrown;
          return { outcome: 'not-applicable', why, ...(stageNeeds !== undefined && { stageNeeds }) };
        }
        throw thrown;
      } finally {
        context.end();
        await stopRecording();
        await stage.end?.();
      }
    },
  };
}
