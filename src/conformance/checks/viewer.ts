import type { CommentsAdapter, Viewer } from '../../model/adapter.js';
import type { AdapterWith, CheckContext } from '../check-context.js';
import { defineCheck } from '../check.js';
import { viewer as viewerShape } from '../../model/contract/contract.js';
import { inspect } from '../../model/contract/inspect.js';
import { commentCalls } from '../method-calls.js';
import { awaitListed, guestFor, newDraft, post } from '../posting.js';
import { findComment } from '../reading.js';

/** A guest's adapter that can sign in and out. */
async function requireSignIn(context: CheckContext): Promise<AdapterWith<'signIn' | 'signOut'>> {
  await context.require('signIn', 'signOut');
  return context.as('guest', 'signIn', 'signOut');
}

async function signIn(context: CheckContext, adapter: AdapterWith<'signIn'>): Promise<Viewer> {
  const result = await context.resolves('signIn()', () => adapter.signIn(context.call));
  if ('redirect' in result) {
    if (typeof result.redirect !== 'string' || result.redirect === '')
      context.fail({ did: 'signIn()', expected: 'a URL in "redirect"', got: inspect(result) });
    return context.skip('Signing in happens on another page.');
  }
  context.expectShape('signIn()', viewerShape, result);
  return result;
}

export const viewerChecks = [
  defineCheck({
    name: 'viewer: own comments carry the viewer’s author id',
    rule:
      'Author.id equals the viewer’s own author id for the comments they wrote, and no others. It must be unique to a person: the ' +
      'section treats every comment with it as the viewer’s own.',
    hint:
      'The id is something that several people may share, such as a name, an address or one id for all guests. If the backend has no ' +
      'ids, omit it. Or account and profile have different ids, or lists omit the id of a guest.',
    async test(context: CheckContext) {
      await context.require('submit');
      const other = await context.as('other', 'submit');
      const { viewer } = await context.resolves('open()', () => context.adapter.open(context.discussion, context.call));
      const id = viewer?.author?.id;
      if (id === undefined) context.skip('The viewer has no id.');
      const own = await post(context);
      const foreign = await post(context, { adapter: other });
      if (own.author?.id !== id)
        context.fail({ did: 'posted, then list()', expected: `author.id ${inspect(id)}`, got: inspect(own.author) });
      if (foreign.author?.id === id)
        context.fail({
          did: 'another person posted, then list()',
          expected: `another author.id than ${inspect(id)}, because it must be unique to a person`,
          got: inspect(foreign.author),
        });
    },
  }),
  defineCheck({
    name: 'viewer: a guest cannot take the id of a signed-in viewer',
    rule:
      'Neither a guest nor a comment by a guest has the Author.id of a signed-in viewer, even if the guest enters the name of that ' +
      'viewer and the draft claims their id. The backend may refuse such a draft.',
    hint: 'The id is made of the name or the address that a guest enters, or the backend stores the authorId of the draft.',
    async test(context: CheckContext) {
      await context.require('submit');
      const { viewer } = await context.discussionInfo(context.adapter);
      const guest = await context.as('guest', 'submit');
      const { id, name = '' } = viewer?.author ?? {};
      if (viewer?.state !== 'signed-in' || id === undefined) context.skip('The viewer is not signed in with an id.');
      const { viewer: asGuest, posting } = await context.discussionInfo(guest);
      if (asGuest?.author?.id === id)
        context.fail({
          did: 'open() as a guest',
          expected: `another author.id than ${inspect(id)}`,
          got: inspect(asGuest),
        });
      if (posting?.who === 'signed-in') context.skip('Guests may not post.');
      const details = guestFor(posting);
      const named = { ...details, ...(details.name !== undefined && { name }) };
      for (const claim of [{}, { authorId: id }]) {
        const draft = await newDraft(context, { adapter: guest, guest: named, ...claim });
        const did = `submit(${inspect({ ...claim, guest: named })}) as a guest`;
        const settled = await context.settle(did, () => guest.submit(draft, context.call));
        if (settled.status === 'rejected') {
          context.expectAdapterError(did, settled.reason);
          continue;
        }
        const { comment } = settled.value;
        const listed =
          settled.value.outcome === 'published'
            ? await awaitListed(context, ({ body }) => body.value.includes(draft.body))
            : undefined;
        if ([comment, listed].some((one) => one?.author?.id === id))
          context.fail({ did, expected: `another author.id than ${inspect(id)}`, got: inspect(listed ?? comment) });
      }
    },
  }),
  defineCheck({
    name: 'viewer: changes on sign-in and sign-out',
    rule:
      'signIn() resolves with the signed-in viewer, or with the URL of a sign-in page, and open() agrees. ' +
      'After signOut(), the viewer is not signed in.',
    hint: 'open() returns a cached viewer, or the session is kept in two places and only one is cleared.',
    async test(context: CheckContext) {
      const guest = await requireSignIn(context);
      const signedIn = await signIn(context, guest);
      if (signedIn.state !== 'signed-in')
        context.fail({ did: 'signIn()', expected: 'the state "signed-in"', got: inspect(signedIn) });
      const { viewer } = await context.resolves('open() after signIn()', () =>
        guest.open(context.discussion, context.call),
      );
      if (viewer?.state !== 'signed-in' || viewer.author?.id !== signedIn.author?.id)
        context.fail({
          did: 'signIn(), then open()',
          expected: `the viewer ${inspect(signedIn)}`,
          got: inspect(viewer),
        });
      await context.resolves('signOut()', () => guest.signOut(context.call));
      const signedOut = await context.resolves('open() after signOut()', () =>
        guest.open(context.discussion, context.call),
      );
      if (signedOut.viewer?.state === 'signed-in')
        context.fail({
          did: 'signOut(), then open()',
          expected: 'a viewer who is not signed in',
          got: inspect(signedOut.viewer),
        });
    },
  }),
  defineCheck({
    name: 'viewer: signing out forgets a recognised guest',
    rule:
      'If the backend recognises a guest, it forgets them with signOut(): the next person in this browser is another guest, and can ' +
      'neither edit nor remove the comments from before.',
    hint: 'signOut() ends the sessions of accounts only, or the cookie that recognises guests stays.',
    async test(context: CheckContext) {
      await context.require('submit', 'signOut');
      const { viewer: self } = await context.discussionInfo(context.adapter);
      const guest =
        self?.state === 'signed-in'
          ? await context.as('guest', 'submit', 'signOut')
          : context.withMethods(context.adapter, ['submit', 'signOut']);
      const { posting } = await context.discussionInfo(guest);
      if (posting?.who === 'signed-in') context.skip('Guests may not post.');
      const open = async (did: string): Promise<Viewer | undefined> =>
        (await context.resolves(did, () => guest.open(context.discussion, context.call))).viewer;
      const { id, can } = await post(context, { adapter: guest });
      const recognised = (await open('posted as a guest, then open()'))?.author?.id;
      if (recognised === undefined && !can?.edit && !can?.remove)
        context.skip('The backend does not recognise guests.');
      await context.resolves('signOut() as a guest', () => guest.signOut(context.call));
      const next = await open('signOut() as a guest, then open()');
      if (next?.author?.id !== undefined && next.author.id === recognised)
        context.fail({
          did: 'signOut() as a guest, then open()',
          expected: `another viewer than ${inspect(recognised)}`,
          got: inspect(next),
        });
      const listed = await findComment(context, id, guest);
      if (listed?.can?.edit || listed?.can?.remove)
        context.fail({
          did: 'signOut() as a guest, then list()',
          expected: 'neither can.edit nor can.remove at the comment from before',
          got: inspect(listed.can),
        });
      for (const action of ['edit', 'remove'] as const)
        if (guest[action])
          await context.rejects(`signOut() as a guest, then ${action}() of the comment from before`, () =>
            commentCalls[action](guest as Required<CommentsAdapter>, context.discussion, id, context.call),
          );
    },
  }),
  defineCheck({
    name: 'viewer: notifies listeners until they unsubscribe',
    rule: 'onViewerChange() calls back with the new viewer when someone signs in or out. The function it returns unsubscribes.',
    hint: 'onViewerChange() returns no function, or unsubscribing removes another listener.',
    async test(context: CheckContext) {
      const guest = context.withMethods(await requireSignIn(context), ['onViewerChange', 'signIn', 'signOut']);
      const viewers: Viewer[] = [];
      const viewersBeforeStop: Viewer[] = [];
      let onViewer = (): void => {};
      const stop = guest.onViewerChange((viewer) => void viewersBeforeStop.push(viewer));
      const stopOther = guest.onViewerChange((viewer) => {
        viewers.push(viewer);
        onViewer();
      });
      if (typeof stop !== 'function')
        context.fail({ did: 'onViewerChange()', expected: 'a function that unsubscribes', got: inspect(stop) });
      const expectCall = async (did: string, state: Viewer['state']): Promise<void> => {
        const hasArrived = (): boolean => viewers.some((viewer) => viewer.state === state);
        const arrival = new Promise<void>((resolve) => {
          onViewer = () => hasArrived() && resolve();
          onViewer();
        });
        if (!(await context.waitFor(arrival)))
          context.fail({ did, expected: `a call with the state "${state}"`, got: inspect(viewers) });
      };
      try {
        await signIn(context, guest);
        await expectCall('signIn()', 'signed-in');
        stop();
        const received = viewersBeforeStop.length;
        if (received === 0)
          context.fail({ did: 'signIn() with two listeners', expected: 'a call to each', got: 'no call to the first' });
        await context.resolves('signOut()', () => guest.signOut(context.call));
        await expectCall('signOut()', 'anonymous');
        if (viewersBeforeStop.length > received)
          context.fail({
            did: 'unsubscribed, then signOut()',
            expected: 'no call',
            got: inspect(viewersBeforeStop.slice(received)),
          });
      } finally {
        stop();
        stopOther();
      }
    },
  }),
];
