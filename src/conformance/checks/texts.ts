import { editableText } from '../../model/text/editable-text.js';
import type { Body, Comment } from '../../model/adapter.js';
import { textLength } from '../../model/drafts/text-length.js';
import { defineCheck } from '../check.js';
import { newDraft, newKey, post, send } from '../posting.js';
import { readAll } from '../reading.js';
import type { Scene } from '../scene.js';
import { shown } from '../shown-value.js';

/**
 * Texts that lose something on the way where a step in between is careless. What a backend may do to any text is left
 * out: space at both ends, runs of spaces.
 */
const texts: Readonly<Record<string, string>> = {
  'signs of markup': 'if 1 < 2 & 3 > 2 then <b>this</b> &amp; that, </p> <!-- and --> more',
  quotes: `"double" 'single' \`back\` back\\slash \\n 100% {{braces}} \${dollar} %s ?`,
  'scripts and emoji': 'Grüße, Ελλάδα, 日本語, 👍🏽 👨‍👩‍👧 🏳️‍🌈, e\u0301 \u{1d49c}',
  'right to left': 'مرحبا بالعالم، שלום עולם, left to right',
  'a long word': 'x'.repeat(180),
};

/** Without what only plain text carries: where Draft.body is read as markup, these signs mean something. */
const plain = ['scripts and emoji', 'right to left', 'a long word'];

const LINES = 'First line\nsecond line\n\na new paragraph';

/** What a reader gets to read, whichever format it comes in; backends may wrap lines and paragraphs in their own way. */
const readable = (body: Body): string => editableText(body).replace(/\s+/g, ' ').trim();

/** Markdown has signs of its own, which a backslash takes their meaning from. */
const sameText = (body: Body, text: string): boolean => {
  const wanted = text.replace(/\s+/g, ' ').trim();
  const got = readable(body);
  return got === wanted || (body.format === 'markdown' && got.replace(/\\([^\w\s])/g, '$1') === wanted.replace(/\\([^\w\s])/g, '$1'));
};

export const textChecks = [
  defineCheck({
    name: 'text: goes through unchanged',
    rule: 'What was typed is what is read, whatever it is: text in, the same text out, or its equal in the format that Body declares.',
    hint: 'Plain text is sent to a backend that takes HTML without being escaped (features.input), or escaped twice, or the database cuts what is outside of its character set.',
    async act(scene: Scene) {
      await scene.having('submit');
      const { posting: { max } = {} } = await scene.answer('open()', () => scene.adapter.open(scene.discussion, scene.call));
      const isText = (scene.adapter.features?.input ?? 'text') === 'text';
      for (const [what, text] of Object.entries(texts)) {
        if (!isText && !plain.includes(what)) continue;
        if (max && textLength(`12345678 ${text}`, max.unit) > max.value) continue;
        const { body } = await post(scene, { body: `${newKey().slice(0, 8)} ${text}` });
        const got = { ...body, value: body.value.replace(/\b[\da-f]{8} /, '') };
        if (!sameText(got, text))
          scene.fail({ did: `submit() of ${what}: ${shown(text)}, then list()`, expected: 'the same text', got: shown(body) });
      }
    },
  }),
  defineCheck({
    name: 'text: keeps its lines',
    rule: 'Line breaks and paragraphs are still there when the text is read.',
    hint: 'Text is put into HTML without <br> or <p>, or white space is made one space before it is stored.',
    async act(scene: Scene) {
      await scene.having('submit');
      const { body } = await post(scene, { body: `${newKey().slice(0, 8)} ${LINES}` });
      const lines = editableText(body)
        .split(/\r?\n/)
        .filter((line) => line.trim() !== '');
      if (lines.length !== 3) scene.fail({ did: `submit() of ${shown(LINES)}, then list()`, expected: 'three lines', got: shown(body) });
    },
  }),
  defineCheck({
    name: 'text: a NUL character does no harm',
    rule: 'A text with the character U+0000 is stored without it, or refused as "invalid" with the field "body"; nothing after it is lost and nothing breaks.',
    hint: 'PostgreSQL refuses the character, which becomes a 500; C ends a string at it. Take it out, or refuse it, before the text is stored.',
    async act(scene: Scene) {
      const { submit } = await scene.having('submit');
      const draft = await newDraft(scene, { body: `${newKey().slice(0, 8)} before\u0000after` });
      const did = `submit() of ${shown(draft.body)}`;
      const settled = await scene.settle(did, () => submit.call(scene.adapter, draft, scene.call));
      if (settled.type === 'refused') {
        const error = scene.expectAdapterError(did, settled.error);
        if (error.kind !== 'invalid' || error.info.field !== 'body')
          scene.fail({ did, expected: 'the text without it, or the kind "invalid" with the field "body"', got: shown(error) });
        return;
      }
      const { comment } = settled.value;
      if (comment === undefined) return;
      if (!comment.body.value.includes('before') || !comment.body.value.includes('after'))
        scene.fail({ did, expected: 'both words', got: shown(comment) });
    },
  }),
  defineCheck({
    name: 'text: the answer to submit is what the list shows',
    rule: 'SubmitResult.comment is the comment as the list has it: the same id, body, parent and time.',
    hint: 'The answer is put together from the draft and not from what was stored.',
    async act(scene: Scene) {
      await scene.having('submit');
      const draft = await newDraft(scene);
      const { outcome, comment } = await send(scene, draft);
      if (outcome !== 'published') scene.skip(`The backend answered "${outcome}" to an ordinary comment.`);
      if (comment === undefined) scene.skip('submit() does not hand the comment over.');
      const found = await listed(scene, comment.id);
      const essence = ({ id, body, parentId = null, createdAt }: Comment) =>
        shown({ id, body, parentId, at: Math.floor(Date.parse(createdAt) / 1000) });
      if (essence(found) !== essence(comment))
        scene.fail({
          did: 'submit(), then list()',
          expected: `the comment that submit() answered with: ${essence(comment)}`,
          got: essence(found),
        });
    },
  }),
];

async function listed(scene: Scene, wanted: string): Promise<Comment> {
  const found = await scene.eventually(
    { did: 'submit(), then list()', expected: `the comment ${shown(wanted)} that submit() answered with` },
    () => readAll(scene, { limit: 50 }),
    (items) => (items.some(({ id }) => id === wanted) ? undefined : shown(items)),
  );
  return found.find(({ id }) => id === wanted) as Comment;
}
