import type { CheckContext } from '../check-context.js';
import { defineCheck } from '../check.js';
import { inspect } from '../../model/contract/inspect.js';
import { newDraft, newText, post, send, uniquePart } from '../posting.js';
import { readAll } from '../reading.js';
import { commentIdOf, isAbout, Subscription, problemsIn } from '../subscription.js';

const HINT_MISSED = 'Changes are sent only to the connection that caused them, or not at all for this type.';

/** The types of the changes to one comment, in order. */
const typesFor = ({ changes }: Subscription, id: string): readonly string[] =>
  changes.filter((change) => isAbout(change, id)).map(({ type }) => type);

const order = ['added', 'changed', 'removed'];

/**
 * Whether there are `count` changes to one comment, in order. A change that is read late may arrive as the state that followed,
 * and a removal that leaves a tombstone as "changed".
 */
function isInOrder(types: readonly string[], count: number): boolean {
  const positions = types.map((type) => order.indexOf(type));
  return (
    types.length === count &&
    positions.every((position, index) => position >= (positions[index - 1] ?? 0)) &&
    (count === 1 || types.at(-1) !== 'added')
  );
}

/** Posts a comment and waits until it arrives. By then, all earlier changes by the same person have arrived. */
async function flush(context: CheckContext, subscription: Subscription, adapter = context.adapter): Promise<void> {
  const { id } = await post(context, { adapter });
  await subscription.expect('posted another comment', 'a change about it', (change) => isAbout(change, id));
}

async function requireSubscription(context: CheckContext) {
  await context.require('submit', 'subscribe');
  return context.as('other', 'submit');
}

export const subscribeChecks = [
  defineCheck({
    name: 'subscribe: reports others’ comments once',
    rule: 'After subscribe(), each new comment arrives as "added", in full, exactly once. "stale" may replace any change.',
    hint: `Two listeners share one connection. ${HINT_MISSED}`,
    async test(context: CheckContext) {
      const other = await requireSubscription(context);
      const subscription = await Subscription.startConfirmed(context, { poster: other });
      const body = newText('Live');
      const { id } = await post(context, { adapter: other, body });
      await subscription.expect('another person posted', `a change "added" with the comment ${inspect(id)}`, (change) =>
        isAbout(change, id),
      );
      await flush(context, subscription, other);
      if (subscription.isStale) return;
      const did = 'subscribe(), then another person posted';
      const problems = subscription.changes.flatMap(problemsIn);
      if (problems.length > 0)
        context.fail({ did, expected: 'changes of the type in the contract', got: problems.join('; ') });
      if (inspect(typesFor(subscription, id)) !== '["added"]')
        context.fail({ did, expected: `"added" once for ${inspect(id)}`, got: inspect(typesFor(subscription, id)) });
      const change = subscription.changes.find((one) => isAbout(one, id));
      if (change?.type === 'added' && !change.comment.body.value.includes(uniquePart(body)))
        context.fail({ did, expected: `a comment with the text ${inspect(body)}`, got: inspect(change) });
    },
  }),
  defineCheck({
    name: 'subscribe: reports the viewer’s own comments once',
    rule:
      'The viewer’s own comments also arrive as "added", exactly once, as they may come from another tab. The ' +
      'store recognises them by their id.',
    hint: 'The backend skips the connection or the account that caused the change.',
    async test(context: CheckContext) {
      await context.require('submit', 'subscribe');
      const subscription = await Subscription.startConfirmed(context);
      const { id } = await post(context);
      await subscription.expect('posted', `a change "added" with the comment ${inspect(id)}`, (change) =>
        isAbout(change, id),
      );
      await flush(context, subscription);
      if (!subscription.isStale && inspect(typesFor(subscription, id)) !== '["added"]')
        context.fail({
          did: 'subscribe(), then posted',
          expected: `"added" once for ${inspect(id)}`,
          got: inspect(typesFor(subscription, id)),
        });
    },
  }),
  defineCheck({
    name: 'subscribe: reports edits',
    rule: 'An edited comment arrives as "changed", in full.',
    hint: HINT_MISSED,
    async test(context: CheckContext) {
      const other = await requireSubscription(context);
      const { edit } = context.withMethods(other, ['edit']);
      const subscription = await Subscription.startConfirmed(context, { poster: other });
      const { id } = await post(context, { adapter: other });
      const body = newText('Edited');
      await context.resolves('edit() as another person', () =>
        edit.call(other, context.discussion, { id, body }, context.call),
      );
      await subscription.expect(
        'another person edited',
        `a change "changed" with the text ${inspect(body)}`,
        (change) => {
          return (
            change.type === 'changed' && isAbout(change, id) && change.comment.body.value.includes(uniquePart(body))
          );
        },
      );
    },
  }),
  defineCheck({
    name: 'subscribe: reports removals',
    rule: 'A removed comment arrives as "removed", or as "changed" with the status of its tombstone.',
    hint: HINT_MISSED,
    async test(context: CheckContext) {
      const other = await requireSubscription(context);
      const { remove } = context.withMethods(other, ['remove']);
      const subscription = await Subscription.startConfirmed(context, { poster: other });
      const { id } = await post(context, { adapter: other });
      await subscription.expect('another person posted', 'a change "added"', (change) => isAbout(change, id));
      await context.resolves('remove() as another person', () =>
        remove.call(other, context.discussion, id, context.call),
      );
      await subscription.expect(
        'another person removed their comment',
        `a change "removed" with the id ${inspect(id)}`,
        (change) => {
          if (!isAbout(change, id)) return false;
          return (
            change.type === 'removed' ||
            (change.type === 'changed' && ['deleted', 'hidden'].includes(change.comment.status ?? ''))
          );
        },
      );
    },
  }),
  defineCheck({
    name: 'subscribe: reports that the discussion closed',
    rule: 'A change of the discussion itself arrives as "discussion", with the fields that changed.',
    hint: 'Only changes to comments are sent.',
    async test(context: CheckContext) {
      await context.require('submit', 'subscribe');
      const { close } = context.stage;
      const moderator = close ? undefined : await context.as('moderator', 'setClosed');
      const subscription = await Subscription.startConfirmed(context);
      if (moderator)
        await context.resolves('setClosed()', () => moderator.setClosed(context.discussion, true, context.call));
      else await close?.call(context.stage);
      await subscription.expect('closed the discussion', 'a change "discussion" with the state "closed"', (change) => {
        return change.type === 'discussion' && change.info.state === 'closed';
      });
      const problems = subscription.changes.flatMap(problemsIn);
      if (problems.length > 0)
        context.fail({
          did: 'closed the discussion',
          expected: 'a change of the type in the contract',
          got: problems.join('; '),
        });
    },
  }),
  defineCheck({
    name: 'subscribe: keeps the order of events',
    rule:
      'Changes arrive in the order they happened: a comment is added before it changes or is removed, and an ' +
      'earlier comment comes before a later one. A change that is read late may arrive as the state that followed.',
    hint: 'Each change triggers a request of its own, and the responses overtake each other.',
    async test(context: CheckContext) {
      const other = await requireSubscription(context);
      const subscription = await Subscription.startConfirmed(context, { poster: other });
      const ids: string[] = [];
      for (let count = 0; count < 3; count++) ids.push((await post(context, { adapter: other })).id);
      const [first] = ids as [string];
      if (other.edit)
        await context.resolves('edit() as another person', () =>
          context
            .withMethods(other, ['edit'])
            .edit(context.discussion, { id: first, body: newText('Edited') }, context.call),
        );
      if (other.remove)
        await context.resolves('remove() as another person', () =>
          context.withMethods(other, ['remove']).remove(context.discussion, first, context.call),
        );
      await flush(context, subscription, other);
      if (subscription.isStale) return;
      const did = 'another person posted three comments, then edited and removed the first';
      const added = subscription.changes.filter(({ type }) => type === 'added').map(commentIdOf);
      const types = typesFor(subscription, first);
      // The first one may have been removed by the time its events are read.
      const readable = types.includes('added') ? ids : ids.slice(1);
      if (inspect(added.filter((id) => ids.includes(id ?? ''))) !== inspect(readable))
        context.fail({ did, expected: `"added" in the order ${inspect(ids)}`, got: inspect(added) });
      const expected = ['added', ...(other.edit ? ['changed'] : []), ...(other.remove ? ['removed'] : [])];
      if (!isInOrder(types, expected.length))
        context.fail({ did, expected: `${inspect(expected)} for ${inspect(first)}`, got: inspect(types) });
    },
  }),
  defineCheck({
    name: 'subscribe: ends with the signal',
    rule: 'After the signal is aborted, onChange is not called again. Other subscriptions continue.',
    hint: 'The connection closes, but a message that is already on its way is still delivered. Check signal.aborted before each call.',
    async test(context: CheckContext) {
      const other = await requireSubscription(context);
      const control = await Subscription.startConfirmed(context, { poster: other });
      const ended = await Subscription.startConfirmed(context, { poster: other });
      // Not awaited, so that a change may be on its way when the signal is aborted.
      const draft = await newDraft(context, { adapter: other });
      const sending = send(context, draft, other);
      ended.unsubscribe();
      const received = ended.changes.length;
      await sending;
      const { id } = await post(context, { adapter: other });
      await control.expect('posted after another subscription ended', 'a change about it', (change) =>
        isAbout(change, id),
      );
      await flush(context, control, other);
      if (ended.changes.length > received)
        context.fail({
          did: 'subscribe(), aborted its signal, then posted',
          expected: 'no call after the abort',
          got: inspect(ended.changes.slice(received)),
        });
    },
  }),
  defineCheck({
    name: 'subscribe: ignores a signal that is already aborted',
    rule: 'subscribe() with an aborted signal never calls onChange.',
    hint: 'The adapter waits for an "abort" event that has already fired.',
    async test(context: CheckContext) {
      const { subscribe } = await context.require('submit', 'subscribe');
      const received: unknown[] = [];
      const signal = AbortSignal.abort(new DOMException('Aborted', 'AbortError'));
      const control = await Subscription.startConfirmed(context);
      subscribe.call(context.adapter, context.discussion, (change) => void received.push(change), { signal });
      await flush(context, control);
      await flush(context, control);
      if (received.length > 0)
        context.fail({
          did: 'subscribe() with an aborted signal, then posted',
          expected: 'no call',
          got: inspect(received),
        });
    },
  }),
  defineCheck({
    name: 'subscribe: reports only its own discussion',
    rule: 'A subscription reports changes of its own discussion only.',
    hint: 'One channel serves the whole site, and the key is not checked.',
    async test(context: CheckContext) {
      const { another } = context.stage;
      await context.require('submit', 'subscribe');
      if (another === undefined)
        context.skipWithoutStage('another', 'The stage has no second discussion (Stage.another).');
      const subscription = await Subscription.startConfirmed(context);
      const body = newText('Elsewhere');
      await post(context, { discussion: another, body });
      await flush(context, subscription);
      const foreign = subscription.changes.filter(
        (change) => change.type === 'added' && change.comment.body.value.includes(uniquePart(body)),
      );
      if (foreign.length > 0)
        context.fail({ did: 'posted in another discussion', expected: 'no change', got: inspect(foreign) });
    },
  }),
  defineCheck({
    name: 'subscribe: keeps held comments private',
    rule: 'Only the author and moderators receive a held comment.',
    hint: 'The change is sent before the comment is moderated.',
    async test(context: CheckContext) {
      const held = context.stage.screened?.held;
      const other = await requireSubscription(context);
      if (held === undefined)
        context.skipWithoutStage(
          'screened.held',
          'The stage has no text that is held for review (Stage.screened.held).',
        );
      const subscription = await Subscription.startConfirmed(context, { adapter: other });
      await send(context, await newDraft(context, { body: held }));
      await flush(context, subscription);
      const leaked = subscription.changes.filter((change) => JSON.stringify(change).includes(held));
      if (leaked.length > 0)
        context.fail({
          did: 'submit() of a text that is held',
          expected: 'no change for another person',
          got: inspect(leaked),
        });
      const items = await readAll(context, { adapter: other, limit: 50 });
      if (items.some(({ body }) => body.value.includes(held)))
        context.fail({
          did: 'submit() of a text that is held, then list() as another person',
          expected: 'no such comment',
          got: inspect(items),
        });
    },
  }),
];
