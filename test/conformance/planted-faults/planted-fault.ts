/** An adapter with one mistake in it, which one of the checks has to find. */
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
import { wireStage } from '../wire-stage.js';

export interface PlantedFault {
  /** The name of the check that has to find it. */
  readonly check: string;
  /** What the adapter does wrong. */
  readonly mistake: string;
  readonly makeStage: MakeStage;
}

type Whole = MemoryAdapter & Required<CommentsAdapter>;

/** The methods that are wrong; the others stay. */
type Change = (real: Whole, person: Person | 'self') => Partial<CommentsAdapter>;

/** `begin` is called for each stage, so that what the mistake remembers is that stage's alone. */
export const planted = (check: string, mistake: string, begin: () => Change, variant: Variant = {}): PlantedFault => ({
  check,
  mistake,
  makeStage() {
    const change = begin();
    return memoryStage({ ...variant, bend: (adapter, person) => ({ ...adapter, ...change(adapter as Whole, person) }) });
  },
});

/** A mistake that shows only where the line to the backend is bad. */
export const onBadLine = (
  check: string,
  mistake: string,
  change: (real: Required<CommentsAdapter>, fault: FaultType) => Partial<CommentsAdapter>,
): PlantedFault => ({
  check,
  mistake,
  makeStage: () =>
    wireStage({ bendFaulty: (adapter, { type }) => ({ ...adapter, ...change(adapter as Required<CommentsAdapter>, type) }) }),
});

/** A call that its caller cannot abort. */
export const unheeding = (): Call => ({ signal: new AbortController().signal });

/** The same page with other comments. */
export const mapped = async (page: Promise<CommentPage>, change: (comment: Comment) => Comment): Promise<CommentPage> => {
  const { items, ...rest } = await page;
  return { ...rest, items: items.map(change) };
};

export const filtered = async (page: Promise<CommentPage>, keep: (comment: Comment) => boolean): Promise<CommentPage> => {
  const { items, ...rest } = await page;
  return { ...rest, items: items.filter(keep) };
};

/** Throws an error of another kind where the adapter would throw one of `from`. */
export const renamed = async <T>(promise: Promise<T>, { from, to }: { readonly from: ErrorKind; readonly to: ErrorKind }): Promise<T> => {
  try {
    return await promise;
  } catch (error) {
    throw error instanceof AdapterError && error.kind === from ? new AdapterError(to, error.message, error.info) : error;
  }
};
