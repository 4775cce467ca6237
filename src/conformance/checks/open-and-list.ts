import type { CheckContext } from '../check-context.js';
import { defineCheck } from '../check.js';
import { features as featuresShape, info } from '../../model/contract/contract.js';
import { inspect } from '../../model/contract/inspect.js';
import { fill, newKey } from '../posting.js';
import { defaultSort, readAll, readPage, sortsOf, topLevel } from '../reading.js';

export const openAndListChecks = [
  defineCheck({
    name: 'open: returns a valid DiscussionInfo',
    rule: 'open() resolves with a state. All other fields have the types of DiscussionInfo, and times are ISO 8601 with a time zone.',
    hint: 'The adapter passes on the backend’s own state names or times. A new, open discussion has the state "open".',
    isBasic: true,
    async test(context: CheckContext) {
      const did = 'open() of an open discussion';
      const { state } = await context.resolvesTo(did, info, () =>
        context.adapter.open(context.discussion, context.call),
      );
      const isReadOnly = context.adapter.submit === undefined;
      if (state !== 'open' && !(isReadOnly && state === 'closed'))
        context.fail({ did, expected: 'the state "open"', got: `the state ${inspect(state)}` });
    },
  }),
  defineCheck({
    name: 'list: returns valid comments',
    rule:
      'Each comment has an id (a string, unique in the list), a body with its format, and createdAt as ISO ' +
      '8601 with a time zone. All other fields have the types of Comment.',
    hint: 'Numeric ids are not converted to strings, or times come from the database without a time zone.',
    isBasic: true,
    async test(context: CheckContext) {
      await fill(context, 3);
      const items = await readAll(context, { limit: 10 });
      const ids = items.map(({ id }) => id);
      if (new Set(ids).size < ids.length) context.fail({ did: 'list()', expected: 'unique ids', got: inspect(ids) });
      if (topLevel(items).length !== 3)
        context.fail({ did: 'list() of 3 comments', expected: '3 comments at the top level', got: inspect(items) });
    },
  }),
  defineCheck({
    name: 'open: identifies the viewer',
    rule:
      'A signed-in viewer has an author, whose id identifies their own comments. An anonymous viewer is no moderator, and has an ' +
      'author only if the backend recognises their comments, by the id of that author.',
    hint: 'The account id differs from the author id of a comment, or open() ignores the session.',
    async test(context: CheckContext) {
      const did = 'open() as a person who may post';
      const { viewer } = await context.resolvesTo(did, info, () =>
        context.adapter.open(context.discussion, context.call),
      );
      if (viewer === undefined || viewer.state === 'unknown') context.skip('The backend does not know the viewer.');
      if (viewer.state === 'anonymous') {
        if (viewer.moderator || (viewer.author && viewer.author.id === undefined))
          context.fail({
            did,
            expected: 'an anonymous viewer who is no moderator, without an author or with the id of one',
            got: inspect(viewer),
          });
        return;
      }
      if (!viewer.author) context.fail({ did, expected: 'a signed-in viewer with an author', got: inspect(viewer) });
    },
  }),
  defineCheck({
    name: 'open: works concurrently with list()',
    rule: 'open() and list() are called at the same time. Neither may depend on the other having finished.',
    hint: 'list() needs something that only open() fetches. Let both await one shared promise.',
    async test(context: CheckContext) {
      await fill(context, 2);
      const sort = defaultSort(context.adapter);
      const did = 'list() and open() at the same time';
      const [page] = await context.resolves(did, () =>
        Promise.all([
          context.adapter.list({ discussion: context.discussion, sort, limit: 10 }, context.call),
          context.adapter.open(context.discussion, context.call),
        ]),
      );
      if (page.items.length !== 2)
        context.fail({ did, expected: 'the 2 comments of the discussion', got: inspect(page) });
    },
  }),
  defineCheck({
    name: 'open: totals match the list',
    rule:
      'DiscussionInfo.total and CommentPage.total are the number of comments in the list, or of top-level ' +
      'comments where totalCounts is "roots".',
    hint: 'The total includes removed or held comments, or counts only the current page.',
    async test(context: CheckContext) {
      const ids = await fill(context, 3);
      const read = async () => {
        const opened = await context.resolves('open()', () => context.adapter.open(context.discussion, context.call));
        const page = await readPage(context, { limit: 2 });
        return { 'open().total': opened.total, 'list().total': page.total };
      };
      await context.eventually(
        { did: 'open() and list() with limit 2', expected: `a total of ${ids.length}, or none` },
        read,
        (totals) =>
          Object.values(totals).every((total) => total === undefined || total === ids.length)
            ? undefined
            : inspect(totals),
      );
    },
  }),
  defineCheck({
    name: 'open: an unknown discussion is empty, not an error',
    rule:
      'For an unknown key, open() resolves with the state "missing" or creates the discussion. list() resolves ' +
      'with an empty page or rejects with "not-found".',
    hint: 'open() rejects on the backend’s 404 instead of resolving with { state: "missing" }, or the request does not include the key.',
    async test(context: CheckContext) {
      await fill(context, 1);
      const key = newKey();
      const unknown = { key: `unknown-${key}`, url: `https://example.org/unknown-${key}` };
      await context.resolvesTo('open() with an unknown key', info, () => context.adapter.open(unknown, context.call));
      const did = 'list() with an unknown key';
      const query = { discussion: unknown, sort: defaultSort(context.adapter), limit: 10 } as const;
      const listed = await context.settle(did, () => context.adapter.list(query, context.call));
      if (listed.status === 'fulfilled') {
        if (listed.value.items.length > 0) context.fail({ did, expected: 'no comments', got: inspect(listed.value) });
      } else if (context.expectAdapterError(did, listed.reason).kind !== 'not-found')
        context.fail({
          did,
          expected: 'an empty page, or an AdapterError of kind "not-found"',
          got: inspect(listed.reason),
        });
    },
  }),
  defineCheck({
    name: 'features: match the methods and the lists',
    rule:
      'features announces only what the adapter supports: sort orders that list() accepts, and votes only with ' +
      'vote(). source() comes with edit(), restore() with remove(), and withdrawReport() with report().',
    hint: 'features was copied from another adapter, or describes the backend rather than the adapter.',
    async test(context: CheckContext) {
      const { adapter } = context;
      const features = await context.features();
      const did = 'read adapter.features';
      context.expectShape(did, featuresShape, features);
      const sorts: readonly string[] = sortsOf(adapter);
      const known = ['oldest', 'newest', 'top'];
      if (sorts.length === 0 || sorts.some((sort) => !known.includes(sort)) || new Set(sorts).size < sorts.length)
        context.fail({
          did,
          expected: 'sorts with "oldest", "newest" or "top", each at most once',
          got: inspect(sorts),
        });
      if (features.votes !== undefined && features.votes !== 'none' && !adapter.vote)
        context.fail({ did, expected: 'votes "none", as there is no vote()', got: inspect(features.votes) });
      for (const [method, required] of dependentMethods)
        if (adapter[method] && !adapter[required])
          context.fail({
            did: 'read the methods of the adapter',
            expected: `${required}(), as there is ${method}()`,
            got: 'none',
          });
      for (const sort of sortsOf(adapter)) await readPage(context, { sort, limit: 5 });
    },
  }),
  defineCheck({
    name: 'list: an empty discussion is an empty page',
    rule: 'For a discussion without comments, list() resolves with no items and no "next".',
    hint: 'The backend responds with 404 or null to a discussion that has no comments yet.',
    async test(context: CheckContext) {
      const page = await readPage(context, { limit: 10 });
      if (page.items.length > 0 || page.next !== undefined || (page.total ?? 0) !== 0)
        context.fail({ did: 'list() of an empty discussion', expected: '{ items: [] }', got: inspect(page) });
    },
  }),
];

/** Methods that are useless without another one. */
const dependentMethods = [
  ['source', 'edit'],
  ['restore', 'remove'],
  ['withdrawReport', 'report'],
] as const;
