import type { Comment, CommentsAdapter, Draft, SubmitResult } from '../../model/adapter.js';
import { defineCheck } from '../check.js';
import { submitResult } from '../contract-shapes.js';
import { saysStored } from '../error-judge.js';
import { newDraft, newKey, newText, send } from '../posting.js';
import { readAll } from '../reading.js';
import type { Scene } from '../scene.js';
import { shown } from '../shown-value.js';

/** The part of a new text that makes it unique, which no format changes. */
const mark = ({ body }: Draft): string => body.split(' ').at(-1) ?? body;

/** The copies of a draft that its author finds in the list. */
async function copiesOf(scene: Scene, draft: Draft): Promise<readonly Comment[]> {
  return (await readAll(scene, { limit: 50 })).filter(({ body }) => body.value.includes(mark(draft)));
}

async function expectOneCopy(scene: Scene, did: string, draft: Draft): Promise<void> {
  await scene.eventually(
    { did: `${did}, then list()`, expected: 'one comment with this text' },
    () => copiesOf(scene, draft),
    (copies) => (copies.length === 1 ? undefined : `${copies.length} of them: ${shown(copies)}`),
  );
}

async function needIdempotency(scene: Scene): Promise<'key' | 'detects-duplicates'> {
  const { idempotency = 'none' } = await scene.features();
  if (idempotency === 'none') scene.skip('The backend stores twice what arrives twice, and says so (features.idempotency: "none").');
  return idempotency;
}

/** What the second of two sendings with one key has to come to. */
async function expectRepeat(scene: Scene, did: string, sending: () => Promise<SubmitResult>, first: SubmitResult): Promise<void> {
  if ((await needIdempotency(scene)) === 'detects-duplicates') {
    await scene.refusal(did, { kinds: ['duplicate'] }, sending);
    return;
  }
  const second = await scene.answerOf(did, submitResult, sending);
  if (second.outcome !== first.outcome || second.comment?.id !== first.comment?.id)
    scene.fail({ did, expected: `the result of the first time: ${shown(first)}`, got: shown(second) });
}

const submitTo = (scene: Scene, adapter: CommentsAdapter, draft: Draft) => (): Promise<SubmitResult> =>
  scene.withMethods(adapter, ['submit']).submit(draft, scene.call);

export const repeating = [
  defineCheck({
    name: 'repeat: one key is one comment',
    rule: 'A submitKey that comes a second time stores nothing: with features.idempotency "key" the first result is answered again, with "detects-duplicates" the kind is "duplicate".',
    hint: 'The key is not sent, or the backend does not keep it in a unique column. Without either, announce "none".',
    async act(scene: Scene) {
      await scene.having('submit');
      await needIdempotency(scene);
      const draft = await newDraft(scene);
      const first = await send(scene, draft);
      if (first.outcome !== 'published') scene.skip('The backend does not publish at once.');
      await expectRepeat(scene, 'submit() with the same key a second time', submitTo(scene, scene.adapter, draft), first);
      await expectOneCopy(scene, 'submit() twice with the same key', draft);
    },
  }),
  defineCheck({
    name: 'repeat: one key is one comment at the same moment, too',
    rule: 'Two requests with one submitKey at the same instant, as a double click makes them, store one comment.',
    hint: 'The backend looks whether the key is there and then inserts, and both look before either inserts; a unique index decides it.',
    async act(scene: Scene) {
      await scene.having('submit');
      await needIdempotency(scene);
      const draft = await newDraft(scene);
      const did = 'submit() with the same key twice at the same moment';
      const settled = await Promise.all([1, 2].map(() => scene.settle(did, submitTo(scene, scene.adapter, draft))));
      for (const one of settled) {
        if (one.type === 'answered') continue;
        // The loser may also be told that the winner is still at it.
        const { kind } = scene.expectAdapterError(did, one.error);
        if (!['duplicate', 'conflict', 'unavailable', 'rate-limited'].includes(kind))
          scene.fail({ did, expected: 'the result, or the kind "duplicate" for one of them', got: shown(one.error) });
      }
      if (settled.every(({ type }) => type === 'refused')) scene.fail({ did, expected: 'one of them taken', got: shown(settled) });
      await expectOneCopy(scene, did, draft);
    },
  }),
  defineCheck({
    name: 'repeat: after a lost answer there is one comment',
    rule: 'When the answer to submit() is lost, the error leaves open whether the comment is stored, and the same key sent again comes to one comment.',
    hint: 'The error says stored: "no" although the request was on its way, or the key is made anew for each try.',
    async act(scene: Scene) {
      await scene.having('submit');
      const draft = await newDraft(scene);
      const { adapter } = await scene.faulty('lost-answer');
      const did = 'submit(), whose answer is lost on the way back';
      const error = await scene.refusal(
        did,
        { kinds: ['network', 'timeout', 'unavailable', 'bad-response'] },
        submitTo(scene, adapter, draft),
      );
      if (saysStored(error) === 'no')
        scene.fail({ did, expected: 'info.stored "maybe", which is the default of these kinds', got: shown(error) });
      if ((scene.adapter.features?.idempotency ?? 'none') === 'none') return;
      const again = await scene.settle(`${did}, then once more`, submitTo(scene, adapter, draft));
      if (again.type === 'refused' && scene.expectAdapterError(did, again.error).kind !== 'duplicate')
        scene.fail({ did: `${did}, then once more`, expected: 'the comment, or the kind "duplicate"', got: shown(again.error) });
      await expectOneCopy(scene, `${did}, then once more with the same key`, draft);
    },
  }),
  defineCheck({
    name: 'repeat: the key of somebody else opens nothing',
    rule: 'A submitKey counts for whoever sent it: somebody else who sends it, with another text, neither gets the first comment handed over nor loses their own.',
    hint: 'The unique index is on the key alone; put the author into it.',
    async act(scene: Scene) {
      if ((await needIdempotency(scene)) !== 'key') scene.skip('The backend does not go by keys (features.idempotency).');
      const other = await scene.as('other', 'submit');
      await scene.having('submit');
      const first = await newDraft(scene);
      await send(scene, first);
      const second = { ...(await newDraft(scene, { adapter: other })), submitKey: first.submitKey, body: newText('Of somebody else') };
      const did = 'submit() as somebody else, with the key of the first person and another text';
      const settled = await scene.settle(did, submitTo(scene, other, second));
      if (settled.type === 'refused') scene.expectAdapterError(did, settled.error);
      else if (settled.value.comment && !settled.value.comment.body.value.includes(mark(second)))
        scene.fail({ did, expected: 'their own comment, or a refusal', got: shown(settled.value) });
    },
  }),
  defineCheck({
    name: 'repeat: a refused key is not used up',
    rule: 'A refusal stores nothing and does not use up the submitKey: once the text is put right, the same key is taken.',
    hint: 'The backend keeps the key before it looks at the text.',
    async act(scene: Scene) {
      const { submit } = await scene.having('submit');
      const draft = await newDraft(scene, { submitKey: newKey() });
      await scene.anyRefusal('submit() of an empty text', () => submit.call(scene.adapter, { ...draft, body: '' }, scene.call));
      const did = 'submit() with the key of a refused draft and a better text';
      const { outcome, comment } = await scene.answerOf(did, submitResult, submitTo(scene, scene.adapter, draft));
      if (outcome !== 'published') scene.skip('The backend does not publish at once.');
      if (comment && !comment.body.value.includes(mark(draft))) scene.fail({ did, expected: 'the better text', got: shown(comment) });
      await expectOneCopy(scene, did, draft);
    },
  }),
];
