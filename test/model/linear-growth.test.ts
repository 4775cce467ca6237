/** The check for work that must not grow faster than its input, on planted work that does and on work that does not. */
import { expect } from 'chai';
import { expectLinear, observed, operations } from '../support/linear-growth.js';

/** A size that only the busy machine is slow with. */
const SLOWED = 6250;

describe('expectLinear', () => {
  const costs = {
    constant: () => 7,
    linear: (size: number) => size,
    'n log n': (size: number) => size * Math.log2(size),
    quadratic: (size: number) => size ** 2,
    'linear work that a busy machine slows down once': (size: number) => size * (size === SLOWED ? 3 : 1),
    'late quadratic': (size: number) => size + Math.max(0, size - 25_000) ** 2 / 10_000,
  };
  const judge = (shape: keyof typeof costs, isExact = true) => {
    const sizes: number[] = [];
    const prepare = (size: number) => {
      sizes.push(size);
      return () => costs[shape](size);
    };
    const growthBetween = (smaller: () => unknown, larger: () => unknown) => Number(larger()) / Number(smaller());
    return expectLinear(prepare, 'planted', { growthBetween, isExact });
  };

  for (const shape of ['constant', 'linear', 'n log n'] as const)
    it(`accepts ${shape} work and returns the result for the largest input`, () => {
      expect(judge(shape)).to.equal(costs[shape](100_000));
    });

  for (const isExact of [true, false])
    describe(isExact ? 'with an exact cost' : 'with a cost that varies', () => {
      it('rejects quadratic work', () => {
        expect(() => judge('quadratic', isExact)).to.throw('planted: 6250 costs 16.0 times as much as 1562.');
      });

      it('rejects work that becomes quadratic with the largest input', () => {
        expect(() => judge('late quadratic', isExact)).to.throw('planted: 100000 costs 26.5 times as much as 25000.');
      });
    });

  it('rejects a single step only if the cost is exact', () => {
    const shape = 'linear work that a busy machine slows down once';
    expect(() => judge(shape)).to.throw('planted: 6250 costs 12.0 times as much as 1562.');
    expect(judge(shape, false)).to.equal(100_000);
  });

  it('rejects work whose cost is not a number', () => {
    expect(() => expectLinear(() => () => undefined, 'planted', { growthBetween: () => NaN, isExact: false })).to.throw(
      'planted: ',
    );
  });

  describe('with counted operations', () => {
    const items = (length: number) => Array.from({ length }, (_, id) => observed({ id, next: id + 1 }));

    it('accepts an index of all items', () => {
      const index = expectLinear(
        (size) => {
          const list = items(size);
          return () => new Map(list.map((item) => [item.id, item])).size;
        },
        'an index',
        operations,
      );
      expect(index).to.equal(100_000);
    });

    it('rejects a search through the list for each item', () => {
      const search = (size: number) => {
        const list = items(size);
        return () => list.map(({ next }) => list.find(({ id }) => id === next));
      };
      expect(() => expectLinear(search, 'a search', operations)).to.throw('a search: 6250 costs 16.0 times as much');
    });

    it('rejects a climb to the top from each item', () => {
      const climbs = (size: number) => {
        const above = new Map(items(size).map(({ id, next }) => [next, id]));
        return () => {
          for (const start of above.keys())
            for (let at: number | undefined = start; at !== undefined;) at = above.get(at);
        };
      };
      expect(() => expectLinear(climbs, 'climbs', operations)).to.throw('climbs: 6250 costs 16.0 times as much');
    });

    it('leaves maps and sets as they were', () => {
      const { get } = Map.prototype;
      const fails = () => () => {
        throw new Error('Planted.');
      };
      expect(() => expectLinear(fails, 'a failure', operations)).to.throw('Planted.');
      expect(Map.prototype.get).to.equal(get);
    });
  });
});
