import type { CommentsAdapter, Draft, GuestField, LengthUnit } from '../../model/adapter.js';
import { textLength } from '../../model/drafts/text-length.js';
import { mayBeStored } from '../adapter-errors.js';
import type { CheckContext } from '../check-context.js';
import { defineCheck } from '../check.js';
import { inspect } from '../../model/contract/inspect.js';
import { guestFor, newDraft, newKey, PUBLISHES, send, uniquePart } from '../posting.js';
import { readAll } from '../reading.js';

/** Fails the check if the discussion has any comment. */
async function expectNothingStored(context: CheckContext, did: string): Promise<void> {
  const items = await readAll(context, { limit: 50 });
  if (items.length > 0) context.fail({ did: `${did}, then list()`, expected: 'no comment', got: inspect(items) });
}

/** The `Draft.authorId` that the section sends for the viewer of this adapter. Undefined: unknown. */
async function shownAuthorId(context: CheckContext, adapter: CommentsAdapter): Promise<string | null | undefined> {
  const { viewer } = await context.discussionInfo(adapter);
  return viewer?.state === 'anonymous' ? null : viewer?.author?.id;
}

/** A text of exactly this length, made of characters that each unit counts differently. */
function textOfLength(length: number, unit: LengthUnit): string {
  const start = newKey().slice(0, 8);
  const character = unit === 'graphemes' ? '👍🏽' : 'é';
  const repetitions = Math.floor((length - start.length) / textLength(character, unit));
  const text = start + character.repeat(Math.max(0, repetitions));
  return text + 'x'.repeat(Math.max(0, length - textLength(text, unit)));
}

export const submitChecks = [
  defineCheck({
    name: 'submit: rejects a blank text',
    rule: 'A text that is empty or only white space is rejected with "invalid" and the field "body". Nothing is stored.',
    hint: 'The text is not trimmed before validation, or the error does not name the field, so the form cannot mark it.',
    async test(context: CheckContext) {
      const { submit } = await context.require('submit');
      for (const body of ['', ' \n\t ']) {
        const draft = await newDraft(context, { body });
        const did = `submit() of the text ${inspect(body)}`;
        const error = await context.rejectsWith(did, { kinds: ['invalid'], field: 'body' }, () =>
          submit.call(context.adapter, draft, context.call),
        );
        if (mayBeStored(error))
          context.fail({ did, expected: 'an error that rules out that the text was stored', got: inspect(error) });
      }
      await expectNothingStored(context, 'submit() of a blank text');
    },
  }),
  defineCheck({
    name: 'submit: enforces posting.max exactly',
    rule:
      'A text as long as posting.max is accepted. One that is longer by one is rejected with "too-long" and ' +
      'the field "body". The length is counted in posting.max.unit.',
    hint:
      'The error lacks the field: throw new AdapterError("too-long", "", { field: "body" }). Or the backend counts in another unit: ' +
      'JavaScript’s length is "chars"; database columns usually count code points or "bytes".',
    async test(context: CheckContext) {
      const { submit } = await context.require('submit');
      const { posting } = await context.resolves('open()', () =>
        context.adapter.open(context.discussion, context.call),
      );
      if (posting?.max === undefined)
        context.skip('The discussion has no maximum length (DiscussionInfo.posting.max).');
      const { value, unit } = posting.max;
      const tooLong = await newDraft(context, { body: `${textOfLength(value, unit)}x` });
      const length = `${value + 1} ${unit}, one more than posting.max`;
      await context.rejectsWith(`submit() of a text of ${length}`, { kinds: ['too-long'], field: 'body' }, () =>
        submit.call(context.adapter, tooLong, context.call),
      );
      await expectNothingStored(context, 'submit() of a text that is too long');
      const { outcome } = await send(context, await newDraft(context, { body: textOfLength(value, unit) }));
      if (outcome === 'rejected')
        context.fail({ did: `submit() of a text of ${value} ${unit}`, expected: 'success', got: inspect(outcome) });
    },
  }),
  defineCheck({
    name: 'submit: enforces posting.min exactly',
    rule: 'A text shorter than posting.min is rejected with "invalid" and the field "body". One of that length is accepted.',
    hint: 'posting.min is not announced, or differs from what the backend enforces.',
    async test(context: CheckContext) {
      const { submit } = await context.require('submit');
      const { posting } = await context.resolves('open()', () =>
        context.adapter.open(context.discussion, context.call),
      );
      const min = posting?.min ?? 1;
      const shortest = await newDraft(context, {
        body: 'abcdefghij'.repeat(Math.ceil(min / 10)).slice(0, Math.max(1, min)),
      });
      if (min > 1) {
        const short = { ...shortest, body: shortest.body.slice(1), submitKey: newKey() };
        await context.rejectsWith(
          `submit() of a text of ${min - 1} characters`,
          { kinds: ['invalid'], field: 'body' },
          () => submit.call(context.adapter, short, context.call),
        );
      }
      await send(context, shortest);
    },
  }),
  defineCheck({
    name: 'submit: requires the guest fields it announces',
    rule: 'A guest who omits a field that posting.guest requires is rejected with "invalid" and the name of that field.',
    hint: 'ErrorInfo.field is not set from the backend’s response, or posting.guest requires a field that the backend does not.',
    async test(context: CheckContext) {
      const guest = await context.as('guest', 'submit');
      const { posting } = await context.resolves('open() as a guest', () =>
        guest.open(context.discussion, context.call),
      );
      if (posting?.who === 'signed-in') context.skip('Guests may not post here (DiscussionInfo.posting.who).');
      const required = Object.entries(posting?.guest ?? {}).filter(([, rule]) => rule?.required);
      if (required.length === 0) context.skip('No guest field is required (DiscussionInfo.posting.guest).');
      for (const [field] of required as [GuestField, unknown][]) {
        const { [field]: _omitted, ...rest } = guestFor(posting);
        const draft: Draft = { ...(await newDraft(context, { adapter: guest })), guest: rest };
        await context.rejectsWith(`submit() as a guest without ${field}`, { kinds: ['invalid'], field }, () =>
          guest.submit(draft, context.call),
        );
      }
      await expectNothingStored(context, 'submit() as a guest with a missing field');
      await send(context, await newDraft(context, { adapter: guest }), guest);
    },
  }),
  defineCheck({
    name: 'submit: asks guests to sign in where required',
    rule: 'Where posting.who is "signed-in", a comment by a guest is rejected with "sign-in-required". Nothing is stored.',
    hint: 'The backend’s 401 becomes "forbidden", which implies that signing in would not help.',
    async test(context: CheckContext) {
      const guest = await context.as('guest', 'submit');
      const { posting } = await context.resolves('open() as a guest', () =>
        guest.open(context.discussion, context.call),
      );
      if (posting?.who !== 'signed-in') context.skip('Guests may post here (DiscussionInfo.posting.who).');
      const draft = await newDraft(context, { adapter: guest });
      await context.rejectsWith('submit() as a guest', { kinds: ['sign-in-required'] }, () =>
        guest.submit(draft, context.call),
      );
      await expectNothingStored(context, 'submit() as a guest');
    },
  }),
  defineCheck({
    name: 'submit: rejects a banned person with "blocked"',
    rule: 'A comment by a banned person is rejected with "blocked". Nothing is stored, and they can still read.',
    hint: 'The ban becomes "forbidden" or "unavailable", so the reader keeps trying.',
    async test(context: CheckContext) {
      const banned = await context.as('banned', 'submit');
      const draft = await newDraft(context, { adapter: banned });
      await context.rejectsWith('submit() as a banned person', { kinds: ['blocked'] }, () =>
        banned.submit(draft, context.call),
      );
      await readAll(context, { adapter: banned, limit: 10 });
      await expectNothingStored(context, 'submit() as a banned person');
    },
  }),
  defineCheck({
    name: 'submit: rejects a draft whose author is not the caller',
    rule:
      'A draft whose authorId is not that of the caller, because another account has signed in in another tab, is rejected with ' +
      '"session-expired". Nothing is stored. The same draft from its author is accepted.',
    hint: 'The author is taken from the session alone, or authorId null, which stands for a guest, is treated as unknown.',
    async test(context: CheckContext) {
      await context.require('submit');
      const other = await context.as('other', 'submit');
      const authorId = await shownAuthorId(context, context.adapter);
      const otherId = await shownAuthorId(context, other);
      if (authorId === undefined || otherId === undefined)
        context.skip('The backend does not identify the viewer (DiscussionInfo.viewer).');
      if (authorId === null && otherId === null)
        context.skipWithoutStage(
          "as('other'), who is signed in",
          'Both the viewer and the person "other" of the stage are guests, which Draft.authorId cannot distinguish.',
        );
      if (authorId === otherId)
        context.skip(
          `The viewer and the person "other" of the stage have the same author id, ${inspect(authorId)}. It must be unique to a person.`,
        );
      const draft = await newDraft(context, { authorId });
      await context.rejectsWith('submit() of a draft by another author', { kinds: ['session-expired'] }, () =>
        other.submit(draft, context.call),
      );
      if (otherId !== null) {
        const { posting } = await context.discussionInfo(other);
        const guestDraft = await newDraft(context, { adapter: other, authorId: null, guest: guestFor(posting) });
        await context.rejectsWith(
          'submit() of a guest’s draft by a signed-in viewer',
          { kinds: ['session-expired'] },
          () => other.submit(guestDraft, context.call),
        );
      }
      await expectNothingStored(context, 'submit() of drafts by another author');
      await send(context, draft);
    },
  }),
  defineCheck({
    name: 'submit: rejects a draft by an author who has signed out',
    rule:
      'A draft with an authorId from a guest, because its author has signed out in another tab, is rejected with ' +
      '"session-expired". Nothing is stored.',
    hint: 'The comment is stored as a guest’s, or the error is "sign-in-required" or "invalid", as if the author had never signed in.',
    async test(context: CheckContext) {
      await context.require('submit');
      const guest = await context.as('guest', 'submit');
      const authorId = await shownAuthorId(context, context.adapter);
      if (typeof authorId !== 'string') context.skip('The viewer is not signed in, or has no id.');
      if ((await shownAuthorId(context, guest)) !== null)
        context.skip('The backend does not report the guest as anonymous (DiscussionInfo.viewer).');
      const draft = await newDraft(context, { authorId });
      await context.rejectsWith('submit() as a guest with an authorId', { kinds: ['session-expired'] }, () =>
        guest.submit(draft, context.call),
      );
      await expectNothingStored(context, 'submit() as a guest with an authorId');
    },
  }),
  defineCheck({
    name: 'submit: stores one comment per key',
    rule: 'A submitKey stands for one intent. Drafts with different keys become separate comments, even when sent at the same time.',
    hint: 'The backend takes the second for a repeat because author and time match, or it locks the discussion and gives up.',
    async test(context: CheckContext) {
      await context.require('submit');
      const drafts = [await newDraft(context), await newDraft(context), await newDraft(context)];
      const results = await Promise.all(drafts.map((draft) => send(context, draft)));
      if (results.some(({ outcome }) => outcome !== 'published'))
        context.skipWithoutStage(PUBLISHES, 'The backend does not publish at once.');
      await context.eventually(
        { did: 'submit() of three drafts with three keys at the same time, then list()', expected: 'three comments' },
        () => readAll(context, { limit: 50 }),
        (items) =>
          drafts.every(({ body }) => items.filter((item) => item.body.value.includes(uniquePart(body))).length === 1)
            ? undefined
            : inspect(items),
      );
    },
  }),
];

export const notifyChecks = [
  defineCheck({
    name: 'notify: accepts both true and false',
    rule: 'posting.notify is "on", "off" or absent. Unless it is absent, submit() accepts drafts with notify true and with notify false.',
    hint:
      'posting.notify holds the backend’s own value, such as true, or the backend rejects a field that it does not know. Omit ' +
      'posting.notify if the backend sends no notifications.',
    async test(context: CheckContext) {
      await context.require('submit');
      const { posting } = await context.discussionInfo(context.adapter);
      const offer: unknown = posting?.notify;
      if (offer === undefined)
        context.skip('The discussion offers no notifications of replies (DiscussionInfo.posting.notify).');
      if (offer !== 'on' && offer !== 'off')
        context.fail({ did: 'open()', expected: 'posting.notify to be "on", "off" or absent', got: inspect(offer) });
      for (const notify of [true, false]) {
        const { outcome } = await send(context, { ...(await newDraft(context)), notify });
        if (outcome === 'rejected')
          context.fail({
            did: `submit() with notify ${notify}`,
            expected: 'the comment to be accepted',
            got: inspect(outcome),
          });
      }
    },
  }),
];
