import type { DiscussionRef } from '../../model/adapter.js';
import type { CheckContext } from '../check-context.js';
import { defineCheck } from '../check.js';
import { inspect } from '../../model/contract/inspect.js';
import { fill, newKey } from '../posting.js';

/** More discussions than most backends count in one request. */
const DISCUSSIONS = 250;

async function count(
  context: CheckContext,
  discussions: readonly DiscussionRef[],
): Promise<ReadonlyMap<string, number>> {
  const { counts } = await context.require('counts');
  const did = `counts() of ${discussions.length} discussions`;
  const found = await context.resolves(did, () => counts.call(context.adapter, discussions, context.call));
  if (typeof found?.get !== 'function' || typeof found.entries !== 'function')
    context.fail({ did, expected: 'a Map', got: inspect(found) });
  for (const [key, number] of found)
    if (!Number.isInteger(number) || number < 0)
      context.fail({ did, expected: 'integers of at least 0', got: `${inspect(number)} for ${inspect(key)}` });
  return found;
}

const refTo = (key: string): DiscussionRef => ({ key, url: `https://example.org/${encodeURIComponent(key)}` });

export const countsChecks = [
  defineCheck({
    name: 'counts: match the list',
    rule: 'counts() maps each DiscussionRef.key to the number of comments that everyone can read, replies included.',
    hint: 'The map uses the backend’s keys instead of the requested ones, or only the top level is counted.',
    async test(context: CheckContext) {
      await context.require('counts');
      const ids = await fill(context, 3);
      await context.eventually(
        { did: 'counts() of a discussion', expected: `${ids.length} for the key ${inspect(context.discussion.key)}` },
        () => count(context, [context.discussion]),
        (found) => (found.get(context.discussion.key) === ids.length ? undefined : inspect(found)),
      );
    },
  }),
  defineCheck({
    name: 'counts: handle many discussions and any key',
    rule:
      'counts() accepts as many discussions as a page lists, with keys that are URLs or text in any script. ' +
      'Every known discussion is counted.',
    hint: 'The backend limits the number of keys and the rest is cut off: send several requests. Or keys are put into a URL unescaped.',
    async test(context: CheckContext) {
      await context.require('counts');
      const ids = await fill(context, 1);
      const unknown = Array.from({ length: DISCUSSIONS - 4 }, () => refTo(newKey()));
      const odd = ['https://example.org/a?b=1&c=2#d', 'with spaces, umlauts: äöü', '%2F/..', '日本語'].map((key) =>
        refTo(`${key} ${newKey()}`),
      );
      await context.eventually(
        {
          did: `counts() of ${DISCUSSIONS + 1} discussions, the known one last`,
          expected: `${ids.length} for the known one, and 0 or nothing for the others`,
        },
        () => count(context, [...odd, ...unknown, context.discussion]),
        (found) => {
          const known = found.get(context.discussion.key);
          const others = [...found].filter(([key, number]) => key !== context.discussion.key && number !== 0);
          return known === ids.length && others.length === 0
            ? undefined
            : `${inspect(known)} for the known one, and ${inspect(others)}`;
        },
      );
    },
  }),
  defineCheck({
    name: 'counts: handle empty requests and unknown discussions',
    rule: 'counts() of no discussions is an empty map. An unknown discussion is missing from the map, or 0.',
    hint: 'An empty list becomes a query for everything, or a 400.',
    async test(context: CheckContext) {
      await context.require('counts');
      await fill(context, 1);
      const none = await count(context, []);
      if (none.size > 0)
        context.fail({ did: 'counts() of no discussions', expected: 'an empty map', got: inspect(none) });
      const key = newKey();
      const number = (await count(context, [refTo(key)])).get(key) ?? 0;
      if (number !== 0)
        context.fail({ did: 'counts() of an unknown discussion', expected: '0 or nothing', got: inspect(number) });
    },
  }),
];
