import type { Comment, CommentId } from '../../model/adapter.js';
import type { CheckContext } from '../check-context.js';
import { defineCheck } from '../check.js';
import { inspect } from '../../model/contract/inspect.js';
import { newDraft, newKey, newText, plant, post, postAll } from '../posting.js';
import { idsOf, missingOrRepeated, readAll, readPages } from '../reading.js';

/** Whether the backend supports replies to replies. */
const isDeep = ({ adapter: { features = {} } }: CheckContext): boolean =>
  features.nesting !== 'one-level' && (features.maxDepth ?? 2) >= 2;

/** Ends the check if the backend has no replies. Call `open` before. */
function skipWithoutReplies(context: CheckContext): void {
  const { nesting, maxDepth } = context.adapter.features ?? {};
  if (nesting === 'flat' || maxDepth === 0) context.skip('The backend has no replies (features.nesting).');
}

/** Adds a comment with three replies, a reply to the first of those where possible, and a comment without replies. */
async function plantConversation(context: CheckContext): Promise<readonly string[]> {
  // Stage.fill must run before the adapter is used.
  if (!context.stage.fill) await context.discussionInfo(context.adapter);
  skipWithoutReplies(context);
  const parents = [undefined, 0, 0, 0, isDeep(context) ? 1 : 0, undefined];
  const planted = parents.map((parent, index) => ({
    text: newText(`Comment ${index + 1}`),
    ...(parent !== undefined && { parent }),
  }));
  return (await plant(context, planted)) ?? postAll(context, planted);
}

/** The number of ancestors of a comment. */
function depthOf(comment: Comment, items: readonly Comment[]): number {
  let depth = 0;
  for (let at: Comment | undefined = comment; at?.parentId != null && depth <= items.length; depth++) {
    const { parentId }: Comment = at;
    at = items.find(({ id }) => id === parentId);
  }
  return depth;
}

/**
 * The cursor with which the section lists the remaining replies to a comment, and the ids of the replies that it has by then. Skips
 * the check if neither a page nor `get` offers one: `list` is then never called with a `parentId`.
 */
async function offeredReplies(
  context: CheckContext,
  id: CommentId,
): Promise<{ readonly cursor: string; readonly given: readonly CommentId[] }> {
  const items = (await readPages(context, { limit: 1 })).flatMap((page) => page.items);
  const listed = items.find((item) => item.id === id)?.replies?.next;
  if (listed !== undefined) {
    const given = [...items];
    for (const { id: parentId, replies } of items)
      if (parentId !== id && replies?.next !== undefined)
        given.push(...(await readAll(context, { parentId, cursor: replies.next, limit: 1 })));
    return { cursor: listed, given: idsOf(given) };
  }
  const { adapter, discussion } = context;
  const found = await context.resolves(`get(${inspect(id)})`, async () => adapter.get?.(discussion, id, context.call));
  const replies = found?.replies;
  if (replies?.next === undefined)
    context.skip('The adapter offers no `replies.next`, so list() is not called with a parentId.');
  return { cursor: replies.next, given: [] };
}

export const repliesChecks = [
  defineCheck({
    name: 'replies: each is returned exactly once',
    rule:
      'A reply is on the page of its parent, or the parent’s replies.next leads to it. Following replies.next ' +
      'to the end returns each reply once.',
    hint:
      'Only the first replies are returned, without "replies" on the parent, or the cursor starts at a reply ' +
      'that is already on the page.',
    async test(context: CheckContext) {
      const ids = await plantConversation(context);
      const items = await readAll(context, { limit: 1 });
      const got = missingOrRepeated(ids, idsOf(items));
      if (got !== undefined)
        context.fail({
          did: 'list() with limit 1, following "next" and replies.next',
          expected: `each of ${ids.length} comments once`,
          got,
        });
    },
  }),
  defineCheck({
    name: 'replies: name their parent',
    rule:
      'parentId is the comment replied to. Where the backend nests less deeply, it is an ancestor, and replyTo ' +
      'names the person replied to. At the top level it is null or absent.',
    hint: 'parentId is the root of the thread instead of the parent, or top-level comments have the parent 0 or "".',
    async test(context: CheckContext) {
      const ids = await plantConversation(context);
      const [first, reply, , , nested, last] = ids as [string, string, string, string, string, string];
      const items = await readAll(context, { limit: 10 });
      const parentOf = (id: string): string | null | undefined => items.find((item) => item.id === id)?.parentId;
      const did = 'list() of a comment with nested replies and a comment without';
      for (const id of [first, last])
        if (parentOf(id) != null)
          context.fail({ did, expected: 'no parentId at the top level', got: inspect(parentOf(id)) });
      if (parentOf(reply) !== first)
        context.fail({ did, expected: `parentId ${inspect(first)} for the reply`, got: inspect(parentOf(reply)) });
      const expected = isDeep(context) ? reply : first;
      if (parentOf(nested) !== expected)
        context.fail({
          did,
          expected: `parentId ${inspect(expected)} for the reply to the reply`,
          got: inspect(parentOf(nested)),
        });
    },
  }),
  defineCheck({
    name: 'replies: list() pages through the replies to one comment',
    rule: 'list() with parentId returns the replies to that comment, page by page, each once, and nothing else.',
    hint:
      'parentId is not sent to the backend, so the top level is returned, or the cursor loses it. Or the replies to the replies are ' +
      'missing: return them as well, at any depth, or name them in replies.next of the reply they belong to.',
    async test(context: CheckContext) {
      const ids = await plantConversation(context);
      const [first, one, two, three, nested] = ids as [string, string, string, string, string];
      const { cursor, given } = await offeredReplies(context, first);
      const did = `list() with parentId ${inspect(first)}, limit 1 and the cursor of its replies.next, following "next"`;
      const found = idsOf(await readAll(context, { parentId: first, cursor, limit: 1 }));
      // Nested replies may be included or announced in replies.next.
      const expected = [one, two, three, nested].filter((id) => !given.includes(id));
      const got = missingOrRepeated(expected, found) ?? unexpected(found, expected);
      if (got !== undefined) context.fail({ did, expected: 'each reply once, with its own replies', got });
    },
  }),
  defineCheck({
    name: 'replies: list() counts the replies to one comment',
    rule: 'With parentId, CommentPage.total is the number of direct replies to that comment, or absent.',
    hint: 'It is the total of the discussion, or counts the replies to the replies as well. Leave it out.',
    async test(context: CheckContext) {
      const [first] = (await plantConversation(context)) as [string];
      const direct = isDeep(context) ? 3 : 4;
      const { cursor } = await offeredReplies(context, first);
      const totals = (await readPages(context, { parentId: first, cursor, limit: 2 })).map(({ total }) => total);
      const wrong = totals.find((total) => total !== undefined && total !== direct);
      if (wrong !== undefined)
        context.fail({
          did: `list() with parentId ${inspect(first)} and limit 2`,
          expected: `a total of ${direct}, or none`,
          got: inspect(wrong),
        });
    },
  }),
  defineCheck({
    name: 'replies: include one whose parent is gone',
    rule: 'A reply whose parent no longer exists is still returned. The comments section decides where to show it.',
    hint: 'The adapter or the backend’s query builds a tree and drops orphans (an inner join with the parent).',
    async test(context: CheckContext) {
      const ids = await plant(context, [{ text: newText('A comment') }, { text: newText('A reply'), parent: 'gone' }]);
      if (ids === undefined) {
        await context.discussionInfo(context.adapter);
        skipWithoutReplies(context);
        context.skipWithoutStage(
          "`fill` with the parent 'gone'",
          'The stage cannot create a reply whose parent is gone (Stage.fill).',
        );
      }
      const got = missingOrRepeated(ids, idsOf(await readAll(context, { limit: 10 })));
      if (got !== undefined)
        context.fail({
          did: 'list() of a comment and of a reply whose parent is gone',
          expected: 'each of the two once',
          got,
        });
    },
  }),
  defineCheck({
    name: 'replies: nest no deeper than features says',
    rule:
      'A reply to a comment at the deepest level of nesting and maxDepth is rejected, or moved up with replyTo ' +
      'naming the person replied to.',
    hint: 'features.nesting is "one-level", but the backend builds a tree.',
    async test(context: CheckContext) {
      const { nesting, maxDepth = Infinity } = await context.features();
      const deepest = Math.min(maxDepth, nesting === 'flat' ? 0 : nesting === 'one-level' ? 1 : Infinity);
      if (deepest > 5) context.skip('The adapter announces no depth limit (features.nesting, features.maxDepth).');
      await context.require('submit');
      let parentId: string | null = null;
      for (let level = 0; level <= deepest + 1; level++) {
        parentId = (await post(context, { parentId })).id;
        const items = await readAll(context, { limit: 50 });
        const depths = items.map((item) => depthOf(item, items));
        if (Math.max(...depths) > deepest)
          context.fail({
            did: 'replied to the last comment repeatedly',
            expected: `no comment deeper than ${deepest}`,
            got: inspect(items),
          });
      }
    },
  }),
  defineCheck({
    name: 'replies: stay when their parent is removed',
    rule: 'remove() removes the replies too only if its effect is "subtree". Otherwise they stay in the list.',
    hint: 'The database deletes the replies as well (ON DELETE CASCADE), while the effect is "gone" or "tombstone".',
    async test(context: CheckContext) {
      const { remove } = await context.require('submit', 'remove');
      skipWithoutReplies(context);
      const other = await context.as('other', 'submit');
      const parent = await post(context);
      const reply = await post(context, { adapter: other, parentId: parent.id });
      const did = 'remove() of a comment with a reply by another person';
      const { effect } = await context.resolves(did, () =>
        remove.call(context.adapter, context.discussion, parent.id, context.call),
      );
      const expected = effect === 'subtree' ? 'a list without the reply' : 'the reply in the list';
      await context.eventually(
        { did: `${did}, with the effect "${effect}", then list()`, expected },
        async () => idsOf(await readAll(context, { limit: 50 })),
        (found) => (found.includes(reply.id) === (effect !== 'subtree') ? undefined : inspect(found)),
      );
    },
  }),
  defineCheck({
    name: 'replies: to a missing comment are rejected',
    rule: 'submit() with a parentId that does not exist or was removed rejects with "parent-gone" and stores nothing.',
    hint: 'The backend stores the reply at the top level, or its 404 becomes "not-found", which refers to the discussion.',
    async test(context: CheckContext) {
      const { submit } = await context.require('submit');
      skipWithoutReplies(context);
      const parent = await post(context);
      const draft = await newDraft(context);
      const expectRejection = async (what: string, parentId: string): Promise<void> => {
        await context.rejectsWith(
          `submit() of a reply to ${what}, ${inspect(parentId)}`,
          { kinds: ['parent-gone'] },
          () =>
            submit.call(
              context.adapter,
              { ...draft, parentId, body: newText('A reply'), submitKey: newKey() },
              context.call,
            ),
        );
      };
      await expectRejection('an unknown comment', `${parent.id}0000`);
      if (context.adapter.remove) {
        const { remove } = await context.require('remove');
        await context.resolves('remove()', () =>
          remove.call(context.adapter, context.discussion, parent.id, context.call),
        );
        await expectRejection('a removed comment', parent.id);
      }
      const pages = await readPages(context, { limit: 50 });
      const replies = pages.flatMap(({ items }) => items).filter(({ id }) => id !== parent.id);
      if (replies.length > 0)
        context.fail({ did: 'list() after the replies were rejected', expected: 'no replies', got: inspect(replies) });
    },
  }),
];

function unexpected(found: readonly string[], allowed: readonly string[]): string | undefined {
  const others = found.filter((id) => !allowed.includes(id));
  return others.length > 0 ? `unexpected ${inspect(others)}` : undefined;
}
