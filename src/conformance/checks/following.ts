import { defineCheck } from '../check.js';
import { idOf, isAbout, Listener, mistakesIn } from '../listener.js';
import { newDraft, newText, post, send } from '../posting.js';
import { readAll } from '../reading.js';
import type { Scene } from '../scene.js';
import { shown } from '../shown-value.js';

const HINT_MISSED = 'Changes are sent to the connection that caused them only, or not at all for this kind.';

/** What was told of one comment, in order. */
const typesFor = ({ heard }: Listener, id: string): readonly string[] =>
  heard.filter((change) => isAbout(change, id)).map(({ type }) => type);

/** Posts one more comment and waits until it is told of: what the same person did before has then been told before it. */
async function flush(scene: Scene, listener: Listener, adapter = scene.adapter): Promise<void> {
  const { id } = await post(scene, { adapter });
  await listener.expect('posted one more comment', 'a change that tells of it', (change) => isAbout(change, id));
}

async function needFollowing(scene: Scene) {
  await scene.having('submit', 'subscribe');
  return scene.as('other', 'submit');
}

export const following = [
  defineCheck({
    name: 'subscribe: tells what others post, once',
    rule: 'After subscribe() each new comment comes as "added", with the whole comment, exactly once; "stale" may stand for anything.',
    hint: `Two listeners are put on one connection. ${HINT_MISSED}`,
    async act(scene: Scene) {
      const other = await needFollowing(scene);
      const listener = await Listener.begin(scene, { poster: other });
      const body = newText('Live');
      const { id } = await post(scene, { adapter: other, body });
      await listener.expect('somebody else posted', `a change "added" with the comment ${shown(id)}`, (change) => isAbout(change, id));
      await flush(scene, listener, other);
      if (listener.isStale) return;
      const did = 'subscribe(), then somebody else posted';
      const mistakes = listener.heard.flatMap(mistakesIn);
      if (mistakes.length > 0) scene.fail({ did, expected: 'changes of the form that the contract describes', got: mistakes.join('; ') });
      if (shown(typesFor(listener, id)) !== '["added"]')
        scene.fail({ did, expected: `"added" once for ${shown(id)}`, got: shown(typesFor(listener, id)) });
      const told = listener.heard.find((change) => isAbout(change, id));
      if (told?.type === 'added' && !told.comment.body.value.includes(body.split(' ').at(-1) ?? ''))
        scene.fail({ did, expected: `a comment with the text ${shown(body)}`, got: shown(told) });
    },
  }),
  defineCheck({
    name: 'subscribe: tells what one posts oneself, once',
    rule: 'A comment of the viewer’s own comes as "added", too, exactly once: it may have been posted in another tab. The store knows it by its id.',
    hint: 'The backend leaves out the connection, or the account, that caused the change.',
    async act(scene: Scene) {
      await scene.having('submit', 'subscribe');
      const listener = await Listener.begin(scene);
      const { id } = await post(scene);
      await listener.expect('posted', `a change "added" with the comment ${shown(id)}`, (change) => isAbout(change, id));
      await flush(scene, listener);
      if (!listener.isStale && shown(typesFor(listener, id)) !== '["added"]')
        scene.fail({ did: 'subscribe(), then posted', expected: `"added" once for ${shown(id)}`, got: shown(typesFor(listener, id)) });
    },
  }),
  defineCheck({
    name: 'subscribe: tells edits',
    rule: 'An edited comment comes as "changed", with the whole comment as it is now.',
    hint: HINT_MISSED,
    async act(scene: Scene) {
      const other = await needFollowing(scene);
      const { edit } = scene.withMethods(other, ['edit']);
      const listener = await Listener.begin(scene, { poster: other });
      const { id } = await post(scene, { adapter: other });
      const body = newText('Edited');
      await scene.answer('edit() as "other"', () => edit.call(other, scene.discussion, { id, body }, scene.call));
      const words = body.split(' ').at(-1) ?? body;
      await listener.expect('somebody else edited', `a change "changed" with the text ${shown(body)}`, (change) => {
        return change.type === 'changed' && isAbout(change, id) && change.comment.body.value.includes(words);
      });
    },
  }),
  defineCheck({
    name: 'subscribe: tells removals',
    rule: 'A removed comment comes as "removed", or as "changed" with the status that it keeps as a tombstone.',
    hint: HINT_MISSED,
    async act(scene: Scene) {
      const other = await needFollowing(scene);
      const { remove } = scene.withMethods(other, ['remove']);
      const listener = await Listener.begin(scene, { poster: other });
      const { id } = await post(scene, { adapter: other });
      await listener.expect('somebody else posted', 'a change "added"', (change) => isAbout(change, id));
      await scene.answer('remove() as "other"', () => remove.call(other, scene.discussion, id, scene.call));
      await listener.expect('somebody else removed their comment', `a change "removed" with the id ${shown(id)}`, (change) => {
        if (!isAbout(change, id)) return false;
        return change.type === 'removed' || (change.type === 'changed' && ['deleted', 'hidden'].includes(change.comment.status ?? ''));
      });
    },
  }),
  defineCheck({
    name: 'subscribe: tells when the discussion closes',
    rule: 'A change of the discussion itself comes as "discussion", with the fields that changed.',
    hint: 'Only comments are told of.',
    async act(scene: Scene) {
      await scene.having('submit', 'subscribe');
      const { close } = scene.stage;
      const moderator = close ? undefined : await scene.as('moderator', 'setClosed');
      const listener = await Listener.begin(scene);
      if (moderator) await scene.answer('setClosed()', () => moderator.setClosed(scene.discussion, true, scene.call));
      else await close?.call(scene.stage);
      await listener.expect('closed the discussion', 'a change "discussion" with the state "closed"', (change) => {
        return change.type === 'discussion' && change.info.state === 'closed';
      });
      const mistakes = listener.heard.flatMap(mistakesIn);
      if (mistakes.length > 0)
        scene.fail({
          did: 'closed the discussion',
          expected: 'a change of the form that the contract describes',
          got: mistakes.join('; '),
        });
    },
  }),
  defineCheck({
    name: 'subscribe: tells things in the order in which they happened',
    rule: 'Changes come in the order in which they happened: a comment is added before it changes and before it is removed, and an earlier comment before a later one.',
    hint: 'Each change is fetched by a request of its own, and the answers overtake each other.',
    async act(scene: Scene) {
      const other = await needFollowing(scene);
      const listener = await Listener.begin(scene, { poster: other });
      const ids: string[] = [];
      for (let place = 0; place < 3; place++) ids.push((await post(scene, { adapter: other })).id);
      const [first] = ids as [string];
      if (other.edit)
        await scene.answer('edit() as "other"', () =>
          scene.withMethods(other, ['edit']).edit(scene.discussion, { id: first, body: newText('Edited') }, scene.call),
        );
      if (other.remove)
        await scene.answer('remove() as "other"', () => scene.withMethods(other, ['remove']).remove(scene.discussion, first, scene.call));
      await flush(scene, listener, other);
      if (listener.isStale) return;
      const did = 'somebody else posted three comments, then edited and removed the first';
      const added = listener.heard.filter(({ type }) => type === 'added').map(idOf);
      if (shown(added.filter((id) => ids.includes(id ?? ''))) !== shown(ids))
        scene.fail({ did, expected: `"added" in the order ${shown(ids)}`, got: shown(added) });
      const types = typesFor(listener, first);
      const wanted = ['added', ...(other.edit ? ['changed'] : []), ...(other.remove ? ['removed'] : [])];
      // A removal may leave a tombstone, which is a change.
      if (shown(types) !== shown(wanted) && shown(types) !== shown(wanted.map((type) => (type === 'removed' ? 'changed' : type))))
        scene.fail({ did, expected: `${shown(wanted)} for ${shown(first)}`, got: shown(types) });
    },
  }),
  defineCheck({
    name: 'subscribe: ends with the signal',
    rule: 'After the signal is aborted onChange is not called any more, and a signal that is aborted already begins nothing; other subscriptions go on.',
    hint: 'The connection is closed, and a message that was on its way is still handed on; look at signal.aborted before each call.',
    async act(scene: Scene) {
      const other = await needFollowing(scene);
      const control = await Listener.begin(scene, { poster: other });
      const leaving = await Listener.begin(scene, { poster: other });
      // Posted but not waited for, so that something may be on its way when the signal is aborted.
      const draft = await newDraft(scene, { adapter: other });
      const sending = send(scene, draft, other);
      leaving.leave();
      const heard = leaving.heard.length;
      await sending;
      const { id } = await post(scene, { adapter: other });
      await control.expect('posted after another listener had left', 'a change that tells of it', (change) => isAbout(change, id));
      await flush(scene, control, other);
      if (leaving.heard.length > heard)
        scene.fail({
          did: 'subscribe(), aborted its signal, then posted',
          expected: 'no call after that',
          got: shown(leaving.heard.slice(heard)),
        });
    },
  }),
  defineCheck({
    name: 'subscribe: begins nothing with a signal that is aborted already',
    rule: 'subscribe() with a signal that is aborted already never calls back.',
    hint: 'The listener waits for an event "abort" that has been.',
    async act(scene: Scene) {
      const { subscribe } = await scene.having('submit', 'subscribe');
      const heard: unknown[] = [];
      const signal = AbortSignal.abort(new DOMException('Nobody listens', 'AbortError'));
      const control = await Listener.begin(scene);
      subscribe.call(scene.adapter, scene.discussion, (change) => void heard.push(change), { signal });
      await flush(scene, control);
      await flush(scene, control);
      if (heard.length > 0) scene.fail({ did: 'subscribe() with an aborted signal, then posted', expected: 'no call', got: shown(heard) });
    },
  }),
  defineCheck({
    name: 'subscribe: tells of its own discussion only',
    rule: 'A subscription tells of the discussion that it was made for, and of no other.',
    hint: 'The channel has a name for the whole site, and nobody looks at the key.',
    async act(scene: Scene) {
      const { another } = scene.stage;
      if (another === undefined) scene.skip('The stage has no second discussion (Stage.another).');
      await scene.having('submit', 'subscribe');
      const listener = await Listener.begin(scene);
      const body = newText('Elsewhere');
      await post(scene, { discussion: another, body });
      await flush(scene, listener);
      const strange = listener.heard.filter(
        (change) => change.type === 'added' && change.comment.body.value.includes(body.split(' ').at(-1) ?? body),
      );
      if (strange.length > 0) scene.fail({ did: 'posted in another discussion', expected: 'no change', got: shown(strange) });
    },
  }),
  defineCheck({
    name: 'subscribe: tells nobody else of what is held',
    rule: 'A held comment is told to nobody but its author and moderators.',
    hint: 'The change is sent before the comment is looked at.',
    async act(scene: Scene) {
      const held = scene.stage.screened?.held;
      if (held === undefined) scene.skip('The stage names no text that is held (Stage.screened.held).');
      const other = await needFollowing(scene);
      const listener = await Listener.begin(scene, { adapter: other });
      await send(scene, await newDraft(scene, { body: held }));
      await flush(scene, listener);
      const told = listener.heard.filter((change) => JSON.stringify(change).includes(held));
      if (told.length > 0)
        scene.fail({ did: 'submit() of a text that is held', expected: 'no change for somebody else', got: shown(told) });
      const items = await readAll(scene, { adapter: other, limit: 50 });
      if (items.some(({ body }) => body.value.includes(held)))
        scene.fail({
          did: 'submit() of a text that is held, then list() as somebody else',
          expected: 'no such comment',
          got: shown(items),
        });
    },
  }),
];
