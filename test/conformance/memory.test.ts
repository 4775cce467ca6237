import { declareChecks } from './declare-checks.js';
import { memoryStage, NOTICES, RECOGNISED_GUEST } from './memory-stage.js';

/** Checks that need a network or an unknown status. */
const testedElsewhere = ['network: ', 'status: an unknown status'];

declareChecks(
  {
    'the memory adapter': () => memoryStage(),
    'the memory adapter with a strict backend': () =>
      memoryStage({
        features: {
          nesting: 'one-level',
          votes: 'up-down',
          sorts: ['newest', 'oldest', { id: 'replies', label: 'Most replies' }],
          filters: ['featured'],
          report: { reasons: [{ id: 'rude' }], detail: false },
        },
        posting: { who: 'signed-in', max: { value: 100, unit: 'graphemes' }, min: 3, notify: 'off' },
        repliesPerComment: 1,
      }),
    'the memory adapter, which takes notices of illegal content': () => memoryStage({ features: NOTICES }),
    'the memory adapter with a basic backend': () =>
      memoryStage({
        features: { paging: 'all', idempotency: 'detects-duplicates', votesKnowViewer: false, maxDepth: 2 },
      }),
    'the memory adapter for a guest': () =>
      memoryStage({ viewer: { state: 'anonymous' }, features: { idempotency: 'none', nesting: 'flat' } }),
    'the memory adapter, where removing takes the replies along': () =>
      memoryStage({ features: { removal: 'subtree' } }),
    'the memory adapter, where votes are final': () =>
      memoryStage({ features: { finalVotes: true, votes: 'up-down' } }),
    'the memory adapter for a guest whom it recognises': () => memoryStage({ viewer: RECOGNISED_GUEST }),
  },
  testedElsewhere,
);
