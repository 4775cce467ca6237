import { type Fault, faultyFetch, type Stage } from '../../src/conformance.js';
import type { CommentsAdapter } from '../../src/model/adapter.js';
import { memoryStage, type Variant } from './memory-stage.js';
import { serve, jsonAdapter } from './json-adapter.js';

export interface JsonVariant extends Variant {
  /** Wraps the adapter with a faulty connection, for example to plant a fault. */
  readonly wrapFaulty?: (adapter: CommentsAdapter, fault: Fault) => CommentsAdapter;
}

/** Milliseconds. Short, because a test waits that long for a backend that never responds. */
const TIME_LIMIT = 50;

/** Milliseconds for a backend that responds. */
const PATIENT_LIMIT = 5000;

/** The memory stage, accessed as JSON through a `fetch`. */
export function jsonStage({ wrapFaulty = (adapter) => adapter, ...variant }: JsonVariant = {}): Stage {
  const { fill: _fill, ...stage } = memoryStage(variant);
  const remote = (adapter: CommentsAdapter, fetch = serve(adapter)): CommentsAdapter =>
    jsonAdapter({ adapter, fetch, timeLimit: PATIENT_LIMIT });
  return {
    ...stage,
    adapter: remote(stage.adapter),
    as: async (person) => {
      const adapter = await stage.as?.(person);
      return adapter && remote(adapter);
    },
    timeLimit: TIME_LIMIT,
    faulty: (fault) => {
      const fetch = faultyFetch(fault, serve(stage.adapter));
      const timeLimit = fault.type === 'silent' ? TIME_LIMIT : PATIENT_LIMIT;
      return wrapFaulty(jsonAdapter({ adapter: stage.adapter, fetch, timeLimit }), fault);
    },
  };
}
