import type { Draft, GuestField, LengthUnit } from '../../model/adapter.js';
import { textLength } from '../../model/drafts/text-length.js';
import { defineCheck } from '../check.js';
import { guestFor, newDraft, newKey, send } from '../posting.js';
import { readAll } from '../reading.js';
import type { Scene } from '../scene.js';
import { saysStored } from '../error-judge.js';
import { shown } from '../shown-value.js';

/** After a refusal there is nothing in the list, and the error does not say that there might be. */
async function expectNothingStored(scene: Scene, did: string): Promise<void> {
  const items = await readAll(scene, { limit: 50 });
  if (items.length > 0) scene.fail({ did: `${did}, then list()`, expected: 'no comment', got: shown(items) });
}

/** A text of exactly this length, of a sign that the units count differently where it is more than one of each. */
function textOfLength(length: number, unit: LengthUnit): string {
  const start = newKey().slice(0, 8);
  const sign = unit === 'graphemes' ? '👍🏽' : 'é';
  const signs = Math.floor((length - start.length) / textLength(sign, unit));
  const text = start + sign.repeat(Math.max(0, signs));
  return text + 'x'.repeat(Math.max(0, length - textLength(text, unit)));
}

export const submitting = [
  defineCheck({
    name: 'submit: a text without a word is refused',
    rule: 'An empty text, also one of nothing but space, is refused with the kind "invalid" and the field "body", and stores nothing.',
    hint: 'The text is not trimmed before it is looked at, or the field is not named, so that the form cannot say what is wrong.',
    async act(scene: Scene) {
      const { submit } = await scene.having('submit');
      for (const body of ['', ' \n\t ']) {
        const draft = await newDraft(scene, { body });
        const did = `submit() of the text ${shown(body)}`;
        const error = await scene.refusal(did, { kinds: ['invalid'], field: 'body' }, () => submit.call(scene.adapter, draft, scene.call));
        if (saysStored(error) === 'maybe') scene.fail({ did, expected: 'an error that says that nothing is stored', got: shown(error) });
      }
      await expectNothingStored(scene, 'submit() of texts without a word');
    },
  }),
  defineCheck({
    name: 'submit: a text may be as long as it is said to be',
    rule: 'A text of posting.max is taken and one that is longer by one is refused with the kind "too-long" and the field "body", counted in posting.max.unit.',
    hint: 'The unit is another one than the backend counts in: JavaScript’s length is "chars", a column of a database mostly counts code points or "bytes".',
    async act(scene: Scene) {
      const { submit } = await scene.having('submit');
      const { posting } = await scene.answer('open()', () => scene.adapter.open(scene.discussion, scene.call));
      if (posting?.max === undefined) scene.skip('The discussion announces no greatest length (DiscussionInfo.posting.max).');
      const { value, unit } = posting.max;
      const tooLong = await newDraft(scene, { body: `${textOfLength(value, unit)}x` });
      const words = `${value + 1} ${unit}, one more than posting.max`;
      await scene.refusal(`submit() of a text of ${words}`, { kinds: ['too-long'], field: 'body' }, () =>
        submit.call(scene.adapter, tooLong, scene.call),
      );
      await expectNothingStored(scene, 'submit() of a text that is too long');
      const { outcome } = await send(scene, await newDraft(scene, { body: textOfLength(value, unit) }));
      if (outcome === 'rejected') scene.fail({ did: `submit() of a text of ${value} ${unit}`, expected: 'a comment', got: shown(outcome) });
    },
  }),
  defineCheck({
    name: 'submit: a text may be as short as it is said to be',
    rule: 'A text that is shorter than posting.min is refused with the kind "invalid" and the field "body"; one of that length is taken.',
    hint: 'posting.min is not announced, or is not what the backend goes by.',
    async act(scene: Scene) {
      const { submit } = await scene.having('submit');
      const { posting } = await scene.answer('open()', () => scene.adapter.open(scene.discussion, scene.call));
      const min = posting?.min ?? 1;
      const shortest = await newDraft(scene, { body: 'abcdefghij'.repeat(Math.ceil(min / 10)).slice(0, Math.max(1, min)) });
      if (min > 1) {
        const short = { ...shortest, body: shortest.body.slice(1), submitKey: newKey() };
        await scene.refusal(`submit() of a text of ${min - 1} characters`, { kinds: ['invalid'], field: 'body' }, () =>
          submit.call(scene.adapter, short, scene.call),
        );
      }
      await send(scene, shortest);
    },
  }),
  defineCheck({
    name: 'submit: what a guest has to tell is asked for',
    rule: 'A guest who leaves out a field that posting.guest requires is refused with the kind "invalid" and the name of that field.',
    hint: 'The field at fault is not taken from the backend’s answer to ErrorInfo.field, or the form requires what the backend does not.',
    async act(scene: Scene) {
      const guest = await scene.as('guest', 'submit');
      const { posting } = await scene.answer('open() as a guest', () => guest.open(scene.discussion, scene.call));
      if (posting?.who === 'signed-in') scene.skip('Guests may not post here (DiscussionInfo.posting.who).');
      const required = Object.entries(posting?.guest ?? {}).filter(([, rule]) => rule?.required);
      if (required.length === 0) scene.skip('Nothing is required of guests (DiscussionInfo.posting.guest).');
      for (const [field] of required as [GuestField, unknown][]) {
        const { [field]: _left, ...rest } = guestFor(posting);
        const draft: Draft = { ...(await newDraft(scene, { adapter: guest })), guest: rest };
        await scene.refusal(`submit() as a guest without ${field}`, { kinds: ['invalid'], field }, () => guest.submit(draft, scene.call));
      }
      await expectNothingStored(scene, 'submit() as a guest who leaves something out');
      await send(scene, await newDraft(scene, { adapter: guest }), guest);
    },
  }),
  defineCheck({
    name: 'submit: who has to sign in is told so',
    rule: 'Where posting.who is "signed-in", somebody who is not is refused with the kind "sign-in-required", and nothing is stored.',
    hint: 'The 401 of the backend becomes "forbidden", which tells the reader that signing in would not help.',
    async act(scene: Scene) {
      const guest = await scene.as('guest', 'submit');
      const { posting } = await scene.answer('open() as a guest', () => guest.open(scene.discussion, scene.call));
      if (posting?.who !== 'signed-in') scene.skip('Guests may post here (DiscussionInfo.posting.who).');
      const draft = await newDraft(scene, { adapter: guest });
      await scene.refusal('submit() as a guest', { kinds: ['sign-in-required'] }, () => guest.submit(draft, scene.call));
      await expectNothingStored(scene, 'submit() as a guest');
    },
  }),
  defineCheck({
    name: 'submit: who is banned is told so',
    rule: 'Somebody who is banned is refused with the kind "blocked", and nothing is stored; they can still read.',
    hint: 'The ban becomes "forbidden" or "unavailable", so that the reader tries again and again.',
    async act(scene: Scene) {
      const banned = await scene.as('banned', 'submit');
      const draft = await newDraft(scene, { adapter: banned });
      await scene.refusal('submit() as somebody who is banned', { kinds: ['blocked'] }, () => banned.submit(draft, scene.call));
      await readAll(scene, { adapter: banned, limit: 10 });
      await expectNothingStored(scene, 'submit() as somebody who is banned');
    },
  }),
  defineCheck({
    name: 'submit: two intents are two comments',
    rule: 'A submitKey is one for each intent: two drafts with two keys are two comments, also when they are sent at the same moment.',
    hint: 'The backend takes the second for a repeat of the first, by its author and time; or it locks the discussion and gives up.',
    async act(scene: Scene) {
      await scene.having('submit');
      const drafts = [await newDraft(scene), await newDraft(scene), await newDraft(scene)];
      const results = await Promise.all(drafts.map((draft) => send(scene, draft)));
      if (results.some(({ outcome }) => outcome !== 'published')) scene.skip('The backend does not publish at once.');
      await scene.eventually(
        { did: 'submit() of three texts with three keys at the same moment, then list()', expected: 'three comments' },
        () => readAll(scene, { limit: 50 }),
        (items) =>
          drafts.every(({ body }) => items.filter((item) => item.body.value.includes(lastWord(body))).length === 1)
            ? undefined
            : shown(items),
      );
    },
  }),
];

/** The part of a new text that makes it unique, which no format changes. */
const lastWord = (text: string): string => text.split(' ').at(-1) ?? text;
