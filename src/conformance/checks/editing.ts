import type { Comment, Edit } from '../../model/adapter.js';
import { editableText } from '../../model/text/editable-text.js';
import { defineCheck } from '../check.js';
import { comment } from '../contract-shapes.js';
import { newText, post } from '../posting.js';
import { readAll } from '../reading.js';
import type { Scene } from '../scene.js';
import { shown } from '../shown-value.js';

async function edit(scene: Scene, what: Edit): Promise<Comment> {
  const { edit: method } = await scene.having('edit');
  return scene.answerOf(`edit(${shown(what)})`, comment, () => method.call(scene.adapter, scene.discussion, what, scene.call));
}

export const editing = [
  defineCheck({
    name: 'edit: answers with the new text, and the list has it',
    rule: 'edit() answers with the comment as it is now; the list shows the same, to its author and to others.',
    hint: 'The answer is the comment from before, or a cache in front of the list is not told.',
    async act(scene: Scene) {
      await scene.having('submit', 'edit');
      const { id, parentId = null } = await post(scene);
      const body = newText('Edited');
      const edited = await edit(scene, { id, body });
      if (edited.id !== id || (edited.parentId ?? null) !== parentId || !editableText(edited.body).includes(body))
        scene.fail({ did: `edit() to ${shown(body)}`, expected: 'the same comment with the new text', got: shown(edited) });
      await scene.eventually(
        { did: `edit() to ${shown(body)}, then list()`, expected: 'the new text' },
        async () => (await readAll(scene, { limit: 50 })).find((one) => one.id === id),
        (listed) => (listed && editableText(listed.body).includes(body) ? undefined : shown(listed)),
      );
    },
  }),
  defineCheck({
    name: 'edit: two at the same time are a conflict',
    rule: 'edit() with a revision that is not the comment’s any more is refused with the kind "conflict" and changes nothing.',
    hint: 'The revision is not sent, or the backend does not compare it; without that, hand out no revision.',
    async act(scene: Scene) {
      const { edit: method } = await scene.having('submit', 'edit');
      const { id, revision } = await post(scene);
      if (revision === undefined) scene.skip('Comments have no revision.');
      const first = await edit(scene, { id, revision, body: newText('First edit') });
      const second = { id, revision, body: newText('Second edit') };
      const did = 'edit() with a revision that another edit() has made old';
      await scene.refusal(did, { kinds: ['conflict'] }, () => method.call(scene.adapter, scene.discussion, second, scene.call));
      const listed = (await readAll(scene, { limit: 50 })).find((one) => one.id === id);
      if (listed?.body.value !== first.body.value)
        scene.fail({ did: `${did}, then list()`, expected: shown(first.body), got: shown(listed) });
      await edit(scene, { id, body: second.body, ...(listed.revision !== undefined && { revision: listed.revision }) });
    },
  }),
  defineCheck({
    name: 'edit: the text to edit is what was typed',
    rule: 'Comment.source, or source(), is the very text that was posted, and after an edit the very text of the edit.',
    hint: 'The rendered HTML is handed over, with its escapes, or the source is not kept up to date.',
    async act(scene: Scene) {
      await scene.having('submit', 'edit');
      const typed = `${newText('Typed')} with 1 < 2 & "quotes"`;
      const posted = await post(scene, { body: typed });
      const read = async (): Promise<string> => {
        const { source } = scene.adapter;
        if (source)
          return scene.answer(`source(${shown(posted.id)})`, () => source.call(scene.adapter, scene.discussion, posted.id, scene.call));
        const listed = (await readAll(scene, { limit: 50 })).find(({ id }) => id === posted.id);
        return listed?.source ?? (listed ? editableText(listed.body) : '');
      };
      const expectText = async (did: string, wanted: string): Promise<void> => {
        await scene.eventually({ did: `${did}, then asked for the text to edit`, expected: shown(wanted) }, read, (text) =>
          text.trim() === wanted ? undefined : shown(text),
        );
      };
      await expectText(`submit() of ${shown(typed)}`, typed);
      const better = `${newText('Edited')} with 3 > 2 & 'more'`;
      await edit(scene, { id: posted.id, body: better });
      await expectText(`edit() to ${shown(better)}`, better);
    },
  }),
  defineCheck({
    name: 'edit: the rules for a text hold as well',
    rule: 'An edit to an empty text is refused with the kind "invalid" and the field "body", and leaves the comment as it was.',
    hint: 'What submit() checks is not checked by edit().',
    async act(scene: Scene) {
      const { edit: method } = await scene.having('submit', 'edit');
      const { id, body } = await post(scene);
      const did = 'edit() to a text of nothing but space';
      await scene.refusal(did, { kinds: ['invalid'], field: 'body' }, () =>
        method.call(scene.adapter, scene.discussion, { id, body: ' \n ' }, scene.call),
      );
      const listed = (await readAll(scene, { limit: 50 })).find((one) => one.id === id);
      if (listed?.body.value !== body.value) scene.fail({ did: `${did}, then list()`, expected: shown(body), got: shown(listed) });
    },
  }),
];
