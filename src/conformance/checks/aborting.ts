import { defineCheck } from '../check.js';
import { methodCalls } from '../calls.js';
import { fill, newDraft, newText } from '../posting.js';
import { defaultSort, readAll } from '../reading.js';
import type { Scene } from '../scene.js';
import { shown } from '../shown-value.js';

const HINT =
  'Everything that fetch throws becomes "network", also its AbortError: look at signal.aborted first, and throw signal.reason itself.';

/** A reason that nobody can make a second one of. */
const newReason = (why: string): DOMException => new DOMException(why, 'AbortError');

async function expectReason(scene: Scene, did: string, reason: unknown, asked: () => Promise<unknown>): Promise<void> {
  const settled = await scene.settle(did, asked);
  const expected = 'a rejection with the signal’s own reason';
  if (settled.type === 'answered') scene.fail({ did, expected, got: `the answer ${shown(settled.value)}` });
  if (settled.error !== reason) scene.fail({ did, expected, got: shown(settled.error) }, settled.error);
}

/** The id of a comment, or nothing where none can be made. */
async function someId(scene: Scene): Promise<string | undefined> {
  return scene.stage.fill || scene.adapter.submit ? (await fill(scene, 1))[0] : undefined;
}

export const aborting = [
  defineCheck({
    name: 'abort: before a call nothing is done',
    rule: 'A call whose signal is aborted already rejects with the signal’s reason and does nothing.',
    hint: `Begin each method with signal.throwIfAborted(). ${HINT}`,
    async act(scene: Scene) {
      const calls = await methodCalls(scene, { id: await someId(scene) });
      const before = shown(await readAll(scene, { limit: 50 }), Infinity);
      for (const { name, make } of calls) {
        const reason = newReason(`before ${name}`);
        await expectReason(scene, `${name}() with a signal that is aborted already`, reason, () =>
          make(scene.adapter, { signal: AbortSignal.abort(reason) }),
        );
      }
      const after = shown(await readAll(scene, { limit: 50 }), Infinity);
      if (withoutClock(after) !== withoutClock(before))
        scene.fail({ did: 'list() after the aborted calls', expected: `as before: ${before.slice(0, 300)}`, got: after.slice(0, 300) });
    },
  }),
  defineCheck({
    name: 'abort: during a call rejects with the reason',
    rule: 'A call that is aborted while it is under way rejects with the signal’s reason and with nothing else, whatever comes afterwards.',
    hint: HINT,
    async act(scene: Scene) {
      for (const { name, make } of await methodCalls(scene, { id: await someId(scene) })) {
        const controller = new AbortController();
        const reason = newReason(`during ${name}`);
        await expectReason(scene, `${name}(), aborted in the same turn`, reason, () => {
          const promise = make(scene.adapter, controller);
          controller.abort(reason);
          return promise;
        });
      }
    },
  }),
  defineCheck({
    name: 'abort: ends the wait for a silent backend',
    rule: 'Aborting ends a call at once, also when the backend never answers.',
    hint: 'The signal is not handed on to fetch, or to a wait in between.',
    async act(scene: Scene) {
      const { adapter, requests } = await scene.faulty('silent');
      const calls = await methodCalls(scene, { adapter });
      for (const { name, make } of calls) {
        const controller = new AbortController();
        const reason = newReason(`waiting for ${name}`);
        const sent = requests.length;
        const promise = make(adapter, controller);
        // The rejection is looked at below; until then it is nobody's.
        promise.catch(() => {});
        await scene.eventually(
          { did: `${name}() of a backend that does not answer`, expected: 'a request' },
          async () => requests.length,
          (count) => (count > sent ? undefined : 'none'),
        );
        controller.abort(reason);
        await expectReason(scene, `${name}(), aborted while the backend does not answer`, reason, () => promise);
      }
    },
  }),
  defineCheck({
    name: 'abort: of one call leaves the others alone',
    rule: 'Each call has its own signal: when one caller leaves, another who asks the same still gets an answer, and so does the next.',
    hint: 'Calls share one request, which ends with the signal of the first; or a failed request is remembered.',
    async act(scene: Scene) {
      const ids = await fill(scene, 2);
      const query = { discussion: scene.discussion, sort: defaultSort(scene.adapter), limit: 10 };
      const did = 'list() twice at the same moment, the first of them aborted';
      const controller = new AbortController();
      const leaving = scene.adapter.list(query, controller);
      leaving.catch(() => {});
      const staying = scene.adapter.list(query, scene.call);
      controller.abort(newReason('leaving'));
      const { items } = await scene.answer(did, () => staying);
      if (items.length !== ids.length) scene.fail({ did, expected: `${ids.length} comments for the other`, got: shown(items) });
      await scene.answer(`${did}, then list() once more`, () => scene.adapter.list(query, scene.call));
      await scene.answer(`${did}, then open()`, () => scene.adapter.open(scene.discussion, scene.call));
    },
  }),
  defineCheck({
    name: 'abort: after an answer changes nothing',
    rule: 'A signal that is aborted after the answer has come has no effect: what was stored stays.',
    hint: 'A listener on the signal is not taken away when the call ends, and undoes or retries something.',
    async act(scene: Scene) {
      const { submit } = await scene.having('submit');
      const draft = await newDraft(scene);
      const controller = new AbortController();
      const { comment } = await scene.answer('submit()', () => submit.call(scene.adapter, draft, controller));
      controller.abort(newReason('too late'));
      const find = async () =>
        (await readAll(scene, { limit: 50 })).filter(({ id, body }) => id === comment?.id || body.value.includes(draft.body));
      await scene.eventually({ did: 'submit(), abort afterwards, then list()', expected: 'the comment, once' }, find, (found) =>
        found.length === 1 ? undefined : shown(found),
      );
    },
  }),
  defineCheck({
    name: 'abort: a write is not sent again',
    rule: 'A write that was aborted is stored once or not at all; the adapter never sends it a second time by itself.',
    hint: 'A retry, or a queue of what is still to be sent, does not look at the signal.',
    async act(scene: Scene) {
      const { submit } = await scene.having('submit');
      const draft = await newDraft(scene, { body: newText('Aborted') });
      const controller = new AbortController();
      const reason = newReason('aborted write');
      await expectReason(scene, 'submit(), aborted in the same turn', reason, () => {
        const promise = submit.call(scene.adapter, draft, controller);
        controller.abort(reason);
        return promise;
      });
      const control = await newDraft(scene);
      await scene.answer('submit() of another comment', () => submit.call(scene.adapter, control, scene.call));
      const copies = (await readAll(scene, { limit: 50 })).filter(({ body }) => body.value.includes(draft.body));
      if (copies.length > 1) scene.fail({ did: 'submit(), aborted, then list()', expected: 'one comment at most', got: shown(copies) });
      if (scene.adapter.features?.idempotency !== 'key') return;
      const did = 'submit(), aborted, then again with the same key';
      const { outcome } = await scene.answer(did, () => submit.call(scene.adapter, draft, scene.call));
      if (outcome !== 'published') return;
      await scene.eventually(
        { did: `${did}, then list()`, expected: 'the comment, once' },
        async () => (await readAll(scene, { limit: 50 })).filter(({ body }) => body.value.includes(draft.body)),
        (found) => (found.length === 1 ? undefined : shown(found)),
      );
    },
  }),
];

/** Rights that end with time may end between two looks. */
const withoutClock = (json: string): string => json.replace(/"can":\{[^}]*\},?/g, '');
