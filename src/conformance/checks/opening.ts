import { defineCheck } from '../check.js';
import { info } from '../contract-shapes.js';
import { fill, newKey } from '../posting.js';
import { readAll, readPage, sortsOf, topLevel } from '../reading.js';
import type { Scene } from '../scene.js';
import { shown } from '../shown-value.js';

export const opening = [
  defineCheck({
    name: 'open: answers in the form of DiscussionInfo',
    rule: 'open() answers with a state, and with whatever else DiscussionInfo has in the types that it names; times are ISO 8601 with a zone.',
    hint: 'The backend’s own words or times are handed on as they are. A new, open discussion has the state "open".',
    async act(scene: Scene) {
      const did = 'open() of a discussion that is open';
      const answer = await scene.answerOf(did, info, () => scene.adapter.open(scene.discussion, scene.call));
      const readsOnly = scene.adapter.submit === undefined;
      if (answer.state !== 'open' && !(readsOnly && answer.state === 'closed'))
        scene.fail({ did, expected: 'the state "open"', got: `the state ${shown(answer.state)}` });
    },
  }),
  defineCheck({
    name: 'open: says who is reading',
    rule: 'A viewer who is signed in comes with an author, whose id is what their own comments are told by; others come without one.',
    hint: 'The id of the account and the id of the author of a comment are two different ones, or the session is not looked at in open().',
    async act(scene: Scene) {
      const did = 'open(), as somebody who may post';
      const { viewer } = await scene.answerOf(did, info, () => scene.adapter.open(scene.discussion, scene.call));
      if (viewer === undefined || viewer.state === 'unknown') scene.skip('The backend cannot tell who is reading.');
      if (viewer.state === 'anonymous') {
        if (viewer.author || viewer.moderator)
          scene.fail({ did, expected: 'an anonymous viewer without an author and without rights', got: shown(viewer) });
        return;
      }
      if (!viewer.author) scene.fail({ did, expected: 'an author with the viewer who is signed in', got: shown(viewer) });
    },
  }),
  defineCheck({
    name: 'open: and list work at the same moment',
    rule: 'open() and list() are called in the same turn, and neither waits for the other or fails without it.',
    hint: 'list() uses something that only open() fetches; let both await one shared promise.',
    async act(scene: Scene) {
      await fill(scene, 2);
      const sort = sortsOf(scene.adapter)[0] ?? 'oldest';
      const did = 'open() and list() in the same turn, list() first';
      const [page] = await scene.answer(did, () =>
        Promise.all([
          scene.adapter.list({ discussion: scene.discussion, sort, limit: 10 }, scene.call),
          scene.adapter.open(scene.discussion, scene.call),
        ]),
      );
      if (page.items.length !== 2) scene.fail({ did, expected: 'the 2 comments of the discussion', got: shown(page) });
    },
  }),
  defineCheck({
    name: 'open: the number of comments is that of the list',
    rule: 'DiscussionInfo.total and CommentPage.total are the number of comments that the list holds, or of its top level where totalCounts is "roots".',
    hint: 'Removed, held or other people’s comments are counted, or only those of the page.',
    async act(scene: Scene) {
      const ids = await fill(scene, 3);
      const read = async () => {
        const opened = await scene.answer('open()', () => scene.adapter.open(scene.discussion, scene.call));
        const page = await readPage(scene, { limit: 2 });
        return { 'open().total': opened.total, 'list().total': page.total };
      };
      await scene.eventually({ did: 'open() and list() with limit 2', expected: `totals of ${ids.length}, or none` }, read, (totals) =>
        Object.values(totals).every((total) => total === undefined || total === ids.length) ? undefined : shown(totals),
      );
    },
  }),
  defineCheck({
    name: 'open: a discussion that nobody has heard of is empty',
    rule: 'A key that the backend does not know is an answer like any other: open() says "missing", or opens a new discussion; its list is empty or refused as "not-found".',
    hint: 'The 404 of the backend is thrown by open() instead of answered as { state: "missing" }, or the key is not part of the question.',
    async act(scene: Scene) {
      await fill(scene, 1);
      const key = newKey();
      const unknown = { key: `unknown-${key}`, url: `https://example.org/unknown-${key}` };
      await scene.answerOf('open() with an unknown key', info, () => scene.adapter.open(unknown, scene.call));
      const did = 'list() with an unknown key';
      const query = { discussion: unknown, sort: sortsOf(scene.adapter)[0] ?? 'oldest', limit: 10 } as const;
      const listed = await scene.settle(did, () => scene.adapter.list(query, scene.call));
      if (listed.type === 'answered') {
        if (listed.value.items.length > 0) scene.fail({ did, expected: 'no comments', got: shown(listed.value) });
      } else if (scene.expectAdapterError(did, listed.error).kind !== 'not-found')
        scene.fail({ did, expected: 'an empty page, or an AdapterError of the kind "not-found"', got: shown(listed.error) });
    },
  }),
  defineCheck({
    name: 'features: agree with the methods and the lists',
    rule: 'features announces what the adapter can do: orders that it lists in, votes only with vote(), reports only with report(), and replies no deeper than nesting and maxDepth.',
    hint: 'features was copied from another adapter, or tells what the backend could do and not what the adapter does.',
    async act(scene: Scene) {
      const { adapter } = scene;
      const features = await scene.features();
      const sorts: readonly string[] = sortsOf(adapter);
      const did = 'read adapter.features';
      const known = ['oldest', 'newest', 'top'];
      if (sorts.length === 0 || sorts.some((sort) => !known.includes(sort)) || new Set(sorts).size < sorts.length)
        scene.fail({ did, expected: 'sorts: some of "oldest", "newest", "top", each once', got: shown(sorts) });
      if (features.votes !== undefined && features.votes !== 'none' && !adapter.vote)
        scene.fail({ did, expected: 'votes: "none", since there is no vote()', got: shown(features.votes) });
      for (const [one, other] of pairs)
        if (adapter[one] && !adapter[other])
          scene.fail({ did: 'looked at the methods', expected: `${other}(), since there is ${one}()`, got: 'none' });
      for (const sort of sortsOf(adapter)) await readPage(scene, { sort, limit: 5 });
    },
  }),
  defineCheck({
    name: 'list: an empty discussion is an empty page',
    rule: 'A discussion without comments is a page without items and without "next".',
    hint: 'The backend answers 404 or null for a discussion that has no comments yet.',
    async act(scene: Scene) {
      const page = await readPage(scene, { limit: 10 });
      if (page.items.length > 0 || page.next !== undefined || (page.total ?? 0) !== 0)
        scene.fail({ did: 'list() of an empty discussion', expected: '{ items: [] }', got: shown(page) });
    },
  }),
  defineCheck({
    name: 'list: comments have the form of Comment',
    rule: 'Each comment has an id (a string, unique in the list), a body with its format, and createdAt in ISO 8601 with a zone; all other fields have the types of Comment.',
    hint: 'Numbers are not made strings at the adapter’s border, or times come from the database without their zone.',
    async act(scene: Scene) {
      await fill(scene, 3);
      const items = await readAll(scene, { limit: 10 });
      const ids = items.map(({ id }) => id);
      if (new Set(ids).size < ids.length) scene.fail({ did: 'list()', expected: 'an id of its own for each comment', got: shown(ids) });
      if (topLevel(items).length !== 3)
        scene.fail({ did: 'list() of 3 comments', expected: '3 comments at the top level', got: shown(items) });
    },
  }),
];

/** A method that is of no use without another one. */
const pairs = [
  ['source', 'edit'],
  ['restore', 'remove'],
  ['withdrawReport', 'report'],
] as const;
