import type { CommentsAdapter } from '../../model/adapter.js';
import type { CheckContext } from '../check-context.js';
import { defineCheck } from '../check.js';
import { inspect } from '../../model/contract/inspect.js';
import { awaitListed, guestFor, newDraft } from '../posting.js';

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
