/** The check on unknown statuses, for a backend whose field for the status has another name. */
import { expect } from 'chai';
import { checks, faultyFetch, type Stage } from '../../src/conformance.js';
import type { Comment, CommentsAdapter } from '../../src/model/adapter.js';

const check = checks.find(({ name }) => name === 'status: an unknown status becomes "hidden"')!;

/** A row as this backend sends it. */
interface Row {
  readonly id: string;
  readonly text: string;
  readonly at: string;
  readonly approvalStatus: string;
}

const toComment = ({ id, text, at, approvalStatus }: Row): Comment => ({
  id,
  body: { format: 'text', value: text },
  createdAt: at,
  status: approvalStatus === 'approved' ? 'visible' : 'hidden',
});

function makeStage(): Stage {
  const rows: Row[] = [];
  const send = (async () => Response.json(rows)) as typeof fetch;
  const adapter = (fetch: typeof send): CommentsAdapter => ({
    open: async () => ({ state: 'open' }),
    list: async () => ({ items: ((await (await fetch('/rows')).json()) as Row[]).map(toComment) }),
  });
  return {
    discussion: { key: '42', url: 'https://news.example/42' },
    adapter: adapter(send),
    fill: (planted) => {
      // This backend does not store unknown statuses.
      if (planted.some(({ status }) => status !== undefined)) return undefined;
      rows.push(
        ...planted.map(({ text }, index) => ({
          id: `r${index}`,
          text,
          at: '2026-01-01T00:00:00Z',
          approvalStatus: 'approved',
        })),
      );
      return rows.map(({ id }) => id);
    },
    faulty: (fault) => adapter(faultyFetch(fault, send)),
  };
}

describe('the check on unknown statuses', () => {
  it('blames no adapter when no response was altered', async () => {
    const result = await check.run(makeStage);
    expect(result.outcome).to.equal('not-applicable');
    expect(result).to.have.property('why').that.includes('Fault.onAltered');
  });

  it('blames the adapter when a stage has altered responses itself', async () => {
    const stage = async (): Promise<Stage> => {
      const { faulty, ...rest } = makeStage();
      return {
        ...rest,
        faulty: (fault) => {
          fault.onAltered?.();
          return faulty?.(fault);
        },
      };
    };
    const error = await check.run(stage).catch((thrown: unknown) => thrown);
    expect(error).to.have.property('name', 'ConformanceError');
  });
});
