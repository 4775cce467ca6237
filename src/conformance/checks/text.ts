import type { Body, Comment, CommentsAdapter } from '../../model/adapter.js';
import { textLength } from '../../model/drafts/text-length.js';
import { editableText } from '../../model/body-text.js';
import type { CheckContext } from '../check-context.js';
import { defineCheck } from '../check.js';
import { inspect } from '../../model/contract/inspect.js';
import { awaitListed, guestFor, newDraft, newKey, post, PUBLISHES, send } from '../posting.js';
import { readAll } from '../reading.js';

/**
 * Texts that careless processing damages. They contain nothing that a backend may normalise, such as leading, trailing or
 * repeated spaces.
 */
const texts: Readonly<Record<string, string>> = {
  markup: 'if 1 < 2 & 3 > 2 then <b>this</b> &amp; that, </p> <!-- and --> more',
  quotes: `"double" 'single' \`back\` back\\slash \\n 100% {{braces}} \${dollar} %s ?`,
  'non-Latin scripts and emoji': 'Grüße, Ελλάδα, 日本語, 👍🏽 👨‍👩‍👧 🏳️‍🌈, e\u0301 \u{1d49c}',
  'right-to-left text': 'مرحبا بالعالم، שלום עולם, left to right',
  'a long word': 'x'.repeat(180),
};

/** Texts without markup characters, for backends that read Draft.body as Markdown or HTML. */
const withoutMarkup = ['non-Latin scripts and emoji', 'right-to-left text', 'a long word'];

const LINES = 'First line\nsecond line\n\na new paragraph';

/** The readable text of a body in any format. Ignores how the backend wraps lines and paragraphs. */
const readable = (body: Body): string => editableText(body).replace(/\s+/g, ' ').trim();

/** Whether a body reads as this text. In Markdown, characters may be escaped with a backslash. */
const isSameText = (body: Body, text: string): boolean => {
  const expected = text.replace(/\s+/g, ' ').trim();
  const got = readable(body);
  return (
    got === expected ||
    (body.format === 'markdown' && got.replace(/\\([^\w\s])/g, '$1') === expected.replace(/\\([^\w\s])/g, '$1'))
  );
};

export const textChecks = [
  defineCheck({
    name: 'text: survives unchanged',
    rule: 'Readers see exactly what was typed: the same plain text, or its equivalent in the format that Body declares.',
    hint:
      'Plain text is sent unescaped to a backend that expects HTML (features.input), or is escaped twice, or ' +
      'the database drops characters outside its character set.',
    async test(context: CheckContext) {
      await context.require('submit');
      const { posting: { max } = {} } = await context.resolves('open()', () =>
        context.adapter.open(context.discussion, context.call),
      );
      const isText = (context.adapter.features?.input ?? 'text') === 'text';
      for (const [what, text] of Object.entries(texts)) {
        if (!isText && !withoutMarkup.includes(what)) continue;
        if (max && textLength(`12345678 ${text}`, max.unit) > max.value) continue;
        const { body } = await post(context, { body: `${newKey().slice(0, 8)} ${text}` });
        const got = { ...body, value: body.value.replace(/\b[\da-f]{8} /, '') };
        if (!isSameText(got, text))
          context.fail({
            did: `submit() of ${what}: ${inspect(text)}, then list()`,
            expected: 'the same text',
            got: inspect(body),
          });
      }
    },
  }),
  defineCheck({
    name: 'text: keeps line breaks',
    rule: 'Line breaks and paragraphs survive.',
    hint: 'Text is turned into HTML without <br> or <p>, or white space is collapsed before the text is stored.',
    async test(context: CheckContext) {
      await context.require('submit');
      const { body } = await post(context, { body: `${newKey().slice(0, 8)} ${LINES}` });
      const lines = editableText(body)
        .split(/\r?\n/)
        .filter((line) => line.trim() !== '');
      if (lines.length !== 3)
        context.fail({
          did: `submit() of ${inspect(LINES)}, then list()`,
          expected: 'three lines',
          got: inspect(body),
        });
    },
  }),
  defineCheck({
    name: 'text: tolerates a NUL character',
    rule: 'A text containing U+0000 is stored without it, or rejected as "invalid" with the field "body". Nothing after it is lost.',
    hint: 'PostgreSQL rejects the character, which becomes a 500; C ends a string there. Remove or reject it before storing the text.',
    async test(context: CheckContext) {
      const { submit } = await context.require('submit');
      const draft = await newDraft(context, { body: `${newKey().slice(0, 8)} before\u0000after` });
      const did = `submit() of ${inspect(draft.body)}`;
      const settled = await context.settle(did, () => submit.call(context.adapter, draft, context.call));
      if (settled.status === 'rejected') {
        const error = context.expectAdapterError(did, settled.reason);
        if (error.kind !== 'invalid' || error.info.field !== 'body')
          context.fail({
            did,
            expected: 'the text without U+0000, or the kind "invalid" with the field "body"',
            got: inspect(error),
          });
        return;
      }
      const { comment } = settled.value;
      if (comment === undefined) return;
      if (!comment.body.value.includes('before') || !comment.body.value.includes('after'))
        context.fail({ did, expected: 'both words', got: inspect(comment) });
    },
  }),
  defineCheck({
    name: 'text: submit() returns the comment as listed',
    rule: 'SubmitResult.comment equals the comment in the list: same id, body, parent and time.',
    hint: 'The response is built from the draft instead of the stored comment.',
    async test(context: CheckContext) {
      await context.require('submit');
      const draft = await newDraft(context);
      const { outcome, comment } = await send(context, draft);
      if (outcome !== 'published')
        context.skipWithoutStage(PUBLISHES, `The outcome of an ordinary comment is "${outcome}".`);
      if (comment === undefined) context.skip('submit() does not return the comment.');
      const found = await listed(context, comment.id);
      const summary = ({ id, body, parentId = null, createdAt }: Comment) =>
        inspect({ id, body, parentId, at: Math.floor(Date.parse(createdAt) / 1000) });
      if (summary(found) !== summary(comment))
        context.fail({
          did: 'submit(), then list()',
          expected: `the comment returned by submit(): ${summary(comment)}`,
          got: summary(found),
        });
    },
  }),
];

async function listed(context: CheckContext, expectedId: string): Promise<Comment> {
  const found = await context.eventually(
    { did: 'submit(), then list()', expected: `the comment ${inspect(expectedId)} returned by submit()` },
    () => readAll(context, { limit: 50 }),
    (items) => (items.some(({ id }) => id === expectedId) ? undefined : inspect(items)),
  );
  return found.find(({ id }) => id === expectedId) as Comment;
}

/** A name that changes if it is escaped twice or not decoded. */
const NAME = 'Conny & Formance';

/** An adapter whose viewer enters a name with each comment. Skips the check if there is none. */
async function namedGuest(context: CheckContext): Promise<CommentsAdapter> {
  await context.require('submit');
  const guest = await context.find('guest');
  for (const adapter of [context.adapter, guest]) {
    if (!adapter?.submit) continue;
    const { viewer, posting } = await context.discussionInfo(adapter);
    if (viewer?.state !== 'signed-in' && posting?.who !== 'signed-in' && posting?.guest?.name) return adapter;
  }
  if (guest) context.skip('No guest enters a name (DiscussionInfo.posting.guest).');
  return context.skipWithoutStage("as('guest')", 'The stage has no guest (Stage.as).');
}

export const authorNameChecks = [
  defineCheck({
    name: 'text: names are plain text',
    rule: 'Author.name is plain text: the name that a guest has entered, character by character.',
    hint: 'The backend escapes names for HTML, some even twice. Decode what it sends with htmlToText() of the adapter kit.',
    async test(context: CheckContext) {
      const adapter = await namedGuest(context);
      const { posting } = await context.discussionInfo(adapter);
      const draft = await newDraft(context, { adapter, guest: { ...guestFor(posting), name: NAME } });
      const did = `submit() as a guest with the name ${inspect(NAME)}`;
      const { outcome, comment } = await context.resolves(did, () =>
        context.withMethods(adapter, ['submit']).submit(draft, context.call),
      );
      const expectName = (then: string, name: string | undefined): void => {
        if (name !== undefined && name !== NAME)
          context.fail({ did: did + then, expected: `the name ${inspect(NAME)}`, got: inspect(name) });
      };
      expectName('', comment?.author?.name);
      if (outcome !== 'published') return;
      const listed = await awaitListed(context, ({ body }) => body.value.includes(draft.body), { adapter });
      expectName(', then list()', listed.author?.name);
    },
  }),
];
