import type { Comment, Edit } from '../../model/adapter.js';
import { editableText } from '../../model/body-text.js';
import type { CheckContext } from '../check-context.js';
import { defineCheck } from '../check.js';
import { comment } from '../../model/contract/contract.js';
import { inspect } from '../../model/contract/inspect.js';
import { newText, post } from '../posting.js';
import { findComment, readAll } from '../reading.js';

async function edit(context: CheckContext, change: Edit): Promise<Comment> {
  const { edit: method } = await context.require('edit');
  return context.resolvesTo(`edit(${inspect(change)})`, comment, () =>
    method.call(context.adapter, context.discussion, change, context.call),
  );
}

export const editChecks = [
  defineCheck({
    name: 'edit: returns and lists the new text',
    rule: 'edit() resolves with the comment as it is now, and list() shows the same.',
    hint: 'The response is the comment before the edit, or a cache in front of the list is not invalidated.',
    async test(context: CheckContext) {
      await context.require('submit', 'edit');
      const { id, parentId = null } = await post(context);
      const body = newText('Edited');
      const edited = await edit(context, { id, body });
      if (edited.id !== id || (edited.parentId ?? null) !== parentId || !editableText(edited.body).includes(body))
        context.fail({
          did: `edit() to ${inspect(body)}`,
          expected: 'the same comment with the new text',
          got: inspect(edited),
        });
      await context.eventually(
        { did: `edit() to ${inspect(body)}, then list()`, expected: 'the new text' },
        () => findComment(context, id),
        (listed) => (listed && editableText(listed.body).includes(body) ? undefined : inspect(listed)),
      );
    },
  }),
  defineCheck({
    name: 'edit: allows edits for some time after posting',
    rule: 'Comment.editableUntil of a comment that has just been posted lies in the future, by the backend’s clock.',
    hint: 'editableUntil is the time of the comment, is in seconds instead of milliseconds, or was read as UTC without having a time zone.',
    async test(context: CheckContext) {
      await context.require('submit', 'edit');
      const { now } = await context.resolves('open()', () => context.adapter.open(context.discussion, context.call));
      const { id, createdAt, editableUntil } = await post(context);
      if (editableUntil === undefined) context.skip('Comments can be edited at any time (Comment.editableUntil).');
      const posted = Math.max(Date.parse(createdAt), now === undefined ? -Infinity : Date.parse(now));
      if (Date.parse(editableUntil) <= posted)
        context.fail({
          did: `posted the comment ${inspect(id)}, then list()`,
          expected: `an editableUntil after ${new Date(posted).toISOString()}`,
          got: inspect({ createdAt, editableUntil }),
        });
    },
  }),
  defineCheck({
    name: 'edit: rejects an outdated revision',
    rule: 'edit() with an outdated revision rejects with "conflict" and changes nothing.',
    hint: 'The revision is not sent, or the backend does not compare it. If it cannot, omit Comment.revision.',
    async test(context: CheckContext) {
      const { edit: method } = await context.require('submit', 'edit');
      const { id, revision } = await post(context);
      if (revision === undefined) context.skip('Comments have no revision.');
      const first = await edit(context, { id, revision, body: newText('First edit') });
      const second = { id, revision, body: newText('Second edit') };
      const did = 'edit() twice with the same revision';
      await context.rejectsWith(did, { kinds: ['conflict'] }, () =>
        method.call(context.adapter, context.discussion, second, context.call),
      );
      const listed = await findComment(context, id);
      if (listed?.body.value !== first.body.value)
        context.fail({ did: `${did}, then list()`, expected: inspect(first.body), got: inspect(listed) });
      await edit(context, {
        id,
        body: second.body,
        ...(listed.revision !== undefined && { revision: listed.revision }),
      });
    },
  }),
  defineCheck({
    name: 'edit: starts from the text as typed',
    rule: 'Comment.source, or source(), is exactly the text that was posted and, after an edit, exactly the text of the edit.',
    hint: 'The source is the rendered, escaped HTML, or edits do not update it.',
    async test(context: CheckContext) {
      await context.require('submit', 'edit');
      const typed = `${newText('Typed')} with 1 < 2 & "quotes"`;
      const posted = await post(context, { body: typed });
      const read = async (): Promise<string> => {
        const { source } = context.adapter;
        if (source)
          return context.resolves(`source(${inspect(posted.id)})`, () =>
            source.call(context.adapter, context.discussion, posted.id, context.call),
          );
        const listed = (await readAll(context, { limit: 50 })).find(({ id }) => id === posted.id);
        return listed?.source ?? (listed ? editableText(listed.body) : '');
      };
      const expectSource = async (did: string, expected: string): Promise<void> => {
        await context.eventually({ did: `${did}, then read the source`, expected: inspect(expected) }, read, (text) =>
          text.trim() === expected ? undefined : inspect(text),
        );
      };
      await expectSource(`submit() of ${inspect(typed)}`, typed);
      const edited = `${newText('Edited')} with 3 > 2 & 'more'`;
      await edit(context, { id: posted.id, body: edited });
      await expectSource(`edit() to ${inspect(edited)}`, edited);
    },
  }),
  defineCheck({
    name: 'edit: validates the text',
    rule: 'An edit to a blank text rejects with "invalid" and the field "body", and changes nothing.',
    hint: 'edit() skips the validation of submit().',
    async test(context: CheckContext) {
      const { edit: method } = await context.require('submit', 'edit');
      const { id, body } = await post(context);
      const did = 'edit() to a blank text';
      await context.rejectsWith(did, { kinds: ['invalid'], field: 'body' }, () =>
        method.call(context.adapter, context.discussion, { id, body: ' \n ' }, context.call),
      );
      const listed = await findComment(context, id);
      if (listed?.body.value !== body.value)
        context.fail({ did: `${did}, then list()`, expected: inspect(body), got: inspect(listed) });
    },
  }),
];
