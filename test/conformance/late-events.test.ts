import { expect } from 'chai';
import type { Change } from '../../src/index.js';
import { checks } from '../../src/conformance.js';
import { memoryStage } from './memory-stage.js';

describe('an adapter that reads an event late', () => {
  it('passes the check of the event order, although it reports the later state', async () => {
    const stage = (): ReturnType<typeof memoryStage> =>
      memoryStage({
        wrap: (adapter) => ({
          ...adapter,
          subscribe: (discussion, onChange, call) => {
            let edited: Change | undefined;
            const receive = (change: Change): void => {
              if (change.type === 'changed') {
                edited = change;
                return;
              }
              const isRemoved =
                change.type === 'removed' && edited?.type === 'changed' && change.id === edited.comment.id;
              if (edited) onChange(isRemoved ? change : edited);
              edited = undefined;
              onChange(change);
            };
            adapter.subscribe?.(discussion, receive, call);
          },
        }),
      });
    const check = checks.find(({ name }) => name === 'subscribe: keeps the order of events');
    expect(await check?.run(stage)).to.include({ outcome: 'passed' });
  });
});
