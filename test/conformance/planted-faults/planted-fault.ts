import type { MemoryAdapter } from '../../../src/adapters/memory.js';
import type { FaultType, MakeStage, Person } from '../../../src/conformance.js';
import {
  AdapterError,
  type Call,
  type Comment,
  type CommentPage,
  type CommentsAdapter,
  type ErrorKind,
} from '../../../src/model/adapter.js';
import { memoryStage, type Variant } from '../memory-stage.js';
import { jsonStage } from '../json-stage.js';

/** An adapter with a deliberate mistake. */
export interface PlantedFault {
  /** Name of the check that must fail. */
  readonly check: string;
  /** Completes "an adapter that …". */
  readonly mistake: string;
  readonly makeStage: MakeStage;
}

type FullAdapter = MemoryAdapter & Required<CommentsAdapter>;

/** Returns the methods with the mistake. All others stay as they are. */
type Override = (real: FullAdapter, person: Person | 'self') => Partial<CommentsAdapter>;

/** Plants a fault in the memory adapter. `createOverride` is called for each stage, so no state is shared between stages. */
export const planted = (
  check: string,
  mistake: string,
  createOverride: () => Override,
  variant: Variant = {},
): PlantedFault => ({
  check,
  mistake,
  makeStage() {
    const override = createOverride();
    return memoryStage({
      ...variant,
      wrap: (adapter, person) => ({ ...adapter, ...override(adapter as FullAdapter, person) }),
    });
  },
});

/** Plants a fault that shows only with a faulty connection. */
export const plantedOnFault = (
  check: string,
  mistake: string,
  override: (real: Required<CommentsAdapter>, fault: FaultType) => Partial<CommentsAdapter>,
): PlantedFault => ({
  check,
  mistake,
  makeStage: () =>
    jsonStage({
      wrapFaulty: (adapter, { type }) => ({ ...adapter, ...override(adapter as Required<CommentsAdapter>, type) }),
    }),
});

/** Call options with a signal that never aborts. */
export const neverAborted = (): Call => ({ signal: new AbortController().signal });

/** The same page with changed comments. */
export const mapComments = async (
  page: Promise<CommentPage>,
  change: (comment: Comment) => Comment,
): Promise<CommentPage> => {
  const { items, ...rest } = await page;
  return { ...rest, items: items.map(change) };
};

export const filterComments = async (
  page: Promise<CommentPage>,
  keep: (comment: Comment) => boolean,
): Promise<CommentPage> => {
  const { items, ...rest } = await page;
  return { ...rest, items: items.filter(keep) };
};

/** Replaces an error of kind `from` with one of kind `to`. */
export const replaceErrorKind = async <T>(
  promise: Promise<T>,
  { from, to }: { readonly from: ErrorKind; readonly to: ErrorKind },
): Promise<T> => {
  try {
    return await promise;
  } catch (error) {
    throw error instanceof AdapterError && error.kind === from
      ? new AdapterError(to, error.message, error.info)
      : error;
  }
};
