import type { CommentId, CommentsAdapter, DiscussionRef } from '../../model/adapter.js';
import type { CheckContext } from '../check-context.js';
import { defineCheck } from '../check.js';
import { comment } from '../../model/contract/contract.js';
import { inspect } from '../../model/contract/inspect.js';
import { commentCalls } from '../method-calls.js';
import { fill, post } from '../posting.js';
import { readAll, sortsOf } from '../reading.js';

/** Larger than the numbers of real comments, and within the range of most databases. */
const LARGE = 1_000_000_000;

/** The number of characters to change at the end. */
const END = 6;

/**
 * An id that looks like a given one but belongs to no comment: a large number instead of a small one, otherwise other letters and
 * digits at the end. The result has letters and digits where the backend's ids do, also in hexadecimal and in base 32.
 */
export function unknownIdLike(id: CommentId): CommentId {
  const [, prefix = '', number] = /^(\D*)(\d{1,9})$/.exec(id) ?? [];
  if (number !== undefined) return `${prefix}${LARGE + Number(number)}`;
  const characters = [...id];
  let remaining = END;
  for (let index = characters.length - 1; index >= 0 && remaining > 0; index--) {
    const other = otherThan(characters[index]!);
    if (other !== characters[index]) remaining--;
    characters[index] = other;
  }
  return remaining === END ? `${id}-unknown` : characters.join('');
}

function otherThan(character: string): string {
  if (/\d/.test(character)) return String(9 - Number(character));
  // Hexadecimal digits stay hexadecimal.
  if (/[a-f]/i.test(character)) return rotated(character, 'abcdef');
  return rotated(character, 'ghijklmnopqrstuvwxyz');
}

function rotated(character: string, alphabet: string): string {
  const index = alphabet.indexOf(character.toLowerCase());
  if (index < 0) return character;
  const next = alphabet[(index + 1) % alphabet.length]!;
  return character === character.toLowerCase() ? next : next.toUpperCase();
}

/** Calls with an unknown id. `pin` is not among them: only moderators may use it. */
const { pin: _pin, ...lookups } = commentCalls;

async function expectNotFound(context: CheckContext, discussion: DiscussionRef, id: string): Promise<void> {
  const { viewer } = await context.discussionInfo(context.adapter);
  // A backend may require signing in before it looks up a comment.
  const kinds = viewer?.state === 'signed-in' ? (['not-found'] as const) : (['not-found', 'sign-in-required'] as const);
  for (const [name, make] of Object.entries(lookups)) {
    if (typeof context.adapter[name as keyof CommentsAdapter] !== 'function') continue;
    await context.rejectsWith(`${name}() of the unknown comment ${inspect(id)}`, { kinds }, () =>
      make(context.adapter as Required<CommentsAdapter>, discussion, id, context.call),
    );
  }
}

export const lookupChecks = [
  defineCheck({
    name: 'get: returns the comment as listed',
    rule: 'get() resolves with the same comment as list(). "replies" refers to the replies that are not included.',
    hint: 'Single comments and lists come from different queries that map rows differently.',
    async test(context: CheckContext) {
      const { get } = await context.require('get');
      await fill(context, 3);
      for (const listed of await readAll(context, { limit: 10 })) {
        const did = `get(${inspect(listed.id)})`;
        const got = await context.resolvesTo(did, comment, () =>
          get.call(context.adapter, context.discussion, listed.id, context.call),
        );
        const summary = ({ id, body, parentId = null, status = 'visible', createdAt, author }: typeof got) =>
          inspect({ id, parentId, status, createdAt: Date.parse(createdAt), name: author?.name, body });
        if (summary(got) !== summary(listed))
          context.fail({ did, expected: `the comment as listed: ${summary(listed)}`, got: summary(got) });
      }
    },
  }),
  defineCheck({
    name: 'get: reports the position in the list',
    rule:
      'If get() of a top-level comment returns "preceding", it holds the number of top-level comments before it in list(), for ' +
      'each sort order that it names.',
    hint: 'The number ignores that pinned comments come first in every order, or includes replies.',
    async test(context: CheckContext) {
      const { get } = await context.require('get');
      await fill(context, 3);
      let isReported = false;
      for (const sort of sortsOf(context.adapter)) {
        const roots = (await readAll(context, { sort, limit: 10 })).filter(
          ({ parentId }) => (parentId ?? null) === null,
        );
        for (const [position, { id }] of roots.entries()) {
          const did = `get(${inspect(id)}), listed by ${inspect(sort)}`;
          const { preceding } = await context.resolves(did, () =>
            get.call(context.adapter, context.discussion, id, context.call),
          );
          const reported = preceding?.[sort];
          isReported ||= reported !== undefined;
          if (reported !== undefined && reported !== position)
            context.fail({ did, expected: `${position} comments before it`, got: inspect(preceding) });
        }
      }
      if (!isReported) context.skip('The adapter does not report the position of a comment (Comment.preceding).');
    },
  }),
  defineCheck({
    name: 'ids: an unknown id is "not-found"',
    rule:
      'Every call about a comment that does not exist rejects with "not-found". If the viewer is not signed in, ' +
      '"sign-in-required" is allowed as well.',
    hint:
      'An id the backend cannot parse (a word instead of a number) becomes a 400 or a 500. To the reader, the ' +
      'comment simply does not exist.',
    async test(context: CheckContext) {
      const ids = await fill(context, 1);
      for (const id of [unknownIdLike(ids[0]!), 'no-such-comment'])
        await expectNotFound(context, context.discussion, id);
    },
  }),
  defineCheck({
    name: 'discussions: are kept apart',
    rule: 'DiscussionRef.key separates discussions: lists, totals, counts and single comments belong to one discussion only.',
    hint: 'A query ignores the key, or the key is truncated or altered on the way (encodeURIComponent).',
    async test(context: CheckContext) {
      const { another } = context.stage;
      if (another === undefined)
        context.skipWithoutStage('another', 'The stage has no second discussion (Stage.another).');
      const [id] = await fill(context, 2);
      const items = await readAll(context, { discussion: another, limit: 10 });
      if (items.length > 0)
        context.fail({ did: 'list() of another discussion', expected: 'no comments', got: inspect(items) });
      const { total = 0 } = await context.resolves('open() of another discussion', () =>
        context.adapter.open(another, context.call),
      );
      if (total !== 0)
        context.fail({ did: 'open() of another discussion', expected: 'a total of 0', got: inspect(total) });
      const { counts, get } = context.adapter;
      if (counts) {
        const found = await context.resolves('counts() of both discussions', () =>
          counts.call(context.adapter, [context.discussion, another], context.call),
        );
        const numbers = [found.get(context.discussion.key), found.get(another.key) ?? 0];
        if (inspect(numbers) !== '[2,0]')
          context.fail({ did: 'counts() of both discussions', expected: '2 and 0', got: inspect(numbers) });
      }
      if (get && id !== undefined)
        await context.rejectsWith(
          'get() with the id of a comment in another discussion',
          { kinds: ['not-found'] },
          () => get.call(context.adapter, another, id, context.call),
        );
      if (context.adapter.submit) {
        const elsewhere = await post(context, { discussion: another });
        const here = await readAll(context, { limit: 10 });
        if (here.some((one) => one.id === elsewhere.id && one.body.value === elsewhere.body.value))
          context.fail({
            did: 'posted in another discussion, then list()',
            expected: '2 comments',
            got: inspect(here),
          });
      }
    },
  }),
];
