import { type Fault, faultyFetch, type Stage } from '../../src/conformance.js';
import type { CommentsAdapter } from '../../src/model/adapter.js';
import { memoryStage, type Variant } from './memory-stage.js';
import { serve, wireAdapter } from './wire-adapter.js';

export interface WireVariant extends Variant {
  /** Makes another adapter of the one with the bad line, for instance one with a mistake in it. */
  readonly bendFaulty?: (adapter: CommentsAdapter, fault: Fault) => CommentsAdapter;
}

/** Milliseconds; short, since a test waits for it. */
const TIME_LIMIT = 50;

/** The stage of the memory adapter, seen over a line. */
export function wireStage({ bendFaulty = (adapter) => adapter, ...variant }: WireVariant = {}): Stage {
  const { fill: _fill, ...stage } = memoryStage(variant);
  const over = (adapter: CommentsAdapter, fetch = serve(adapter)): CommentsAdapter => wireAdapter({ adapter, fetch, timeLimit: 5000 });
  return {
    ...stage,
    adapter: over(stage.adapter),
    as: async (person) => {
      const adapter = await stage.as?.(person);
      return adapter && over(adapter);
    },
    timeLimit: TIME_LIMIT,
    faulty: (fault) => {
      const fetch = faultyFetch(fault, serve(stage.adapter));
      return bendFaulty(wireAdapter({ adapter: stage.adapter, fetch, timeLimit: TIME_LIMIT }), fault);
    },
  };
}
