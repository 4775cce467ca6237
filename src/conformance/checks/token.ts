import type { Token, TokenCall, Viewer } from '../../model/adapter.js';
import { inspect } from '../../model/contract/inspect.js';
import type { AdapterWith, CheckContext } from '../check-context.js';
import { defineCheck } from '../check.js';
import { newDraft, newText } from '../posting.js';
import { readAll } from '../reading.js';

/** A token that no backend has issued. */
const REFUSED = 'conformance-refused-token';

/** The adapter under test and a valid token for it. Skips the check if there is no token. */
async function requireToken(
  context: CheckContext,
): Promise<{ readonly adapter: AdapterWith<'setToken'>; readonly token: string }> {
  const adapter = await context.require('setToken');
  const token = await context.stage.token?.('other');
  if (!token) context.skipWithoutStage("token('other')", 'The stage has no token (Stage.token).');
  return { adapter, token };
}

async function openedViewer(context: CheckContext, did: string): Promise<Viewer | undefined> {
  const { adapter, discussion, call } = context;
  return (await context.resolves(`${did}, then open()`, () => adapter.open(discussion, call))).viewer;
}

/** Sets a token and expects the viewer to be signed in. */
async function expectSignedIn(context: CheckContext, did: string): Promise<void> {
  const viewer = await openedViewer(context, did);
  if (viewer?.state !== 'signed-in')
    context.fail({ did: `${did}, then open()`, expected: 'a viewer who is signed in', got: inspect(viewer) });
}

/** Sets a token that the backend does not accept. Skips the check if the backend carries out a write with it, as if it were absent. */
async function setRefusedToken(context: CheckContext, adapter: AdapterWith<'setToken'>, token: Token): Promise<void> {
  const { submit } = await context.require('submit');
  const { posting } = await context.discussionInfo(adapter);
  const guest = Object.fromEntries(Object.keys(posting?.guest ?? {}).map((field) => [field, 'Conny']));
  const draft = { ...(await newDraft(context, { body: newText() })), guest };
  adapter.setToken(token);
  const did = 'setToken() with a token that is not valid, then submit()';
  const settled = await context.settle(did, () => submit.call(adapter, draft, context.call));
  if (settled.status === 'fulfilled') context.skip('The backend does not refuse a token that is not valid.');
  const error = context.expectAdapterError(did, settled.reason);
  if (!/^(session-expired|sign-in-required)$/.test(error.kind))
    context.fail({ did, expected: 'the kind "session-expired"', got: inspect(error) }, error);
}

export const tokenChecks = [
  defineCheck({
    name: 'token: a text identifies the viewer',
    rule: 'After setToken() with a text, requests carry it, and open() returns the viewer whom it belongs to.',
    hint: 'The token is read once, when the adapter is created. Use bearer() of the adapter kit.',
    async test(context: CheckContext) {
      const { adapter, token } = await requireToken(context);
      adapter.setToken(token);
      await expectSignedIn(context, 'setToken() with a text');
      adapter.setToken(undefined);
      const viewer = await openedViewer(context, 'setToken(undefined)');
      if (viewer?.state === 'signed-in')
        context.fail({
          did: 'setToken(undefined), then open()',
          expected: 'no signed-in viewer',
          got: inspect(viewer),
        });
    },
  }),
  defineCheck({
    name: 'token: a function is called for the token',
    rule: 'setToken() also takes a function, which may return a promise. It is called with { refresh: false, signal }.',
    hint: 'The function itself is put into the header, as "Bearer async () => …". Use bearer() of the adapter kit.',
    async test(context: CheckContext) {
      const { adapter, token } = await requireToken(context);
      const calls: TokenCall[] = [];
      adapter.setToken(async (call) => {
        calls.push(call);
        return token;
      });
      await expectSignedIn(context, 'setToken() with a function');
      const [first] = calls;
      if (first?.refresh !== false || !(first.signal instanceof AbortSignal))
        context.fail({
          did: 'setToken() with a function, then open()',
          expected: 'a call with { refresh: false, signal }',
          got: inspect(first),
        });
    },
  }),
  defineCheck({
    name: 'token: is replaced once it has been refused',
    rule:
      'If the backend refuses the token, the function is called with { refresh: true }, once for requests at the same time, and the ' +
      'requests are sent again with the new token.',
    hint: 'The error of the first request is passed on, or each request asks for a token of its own. Use bearer() of the adapter kit.',
    async test(context: CheckContext) {
      const { adapter, token } = await requireToken(context);
      await setRefusedToken(context, adapter, REFUSED);
      let current = REFUSED;
      let refreshes = 0;
      adapter.setToken(async ({ refresh }) => {
        if (refresh) {
          refreshes++;
          current = token;
        }
        return current;
      });
      const did = 'setToken() with a function whose first token is not valid';
      await Promise.all([expectSignedIn(context, did), readAll(context, { limit: 5 })]);
      if (refreshes !== 1)
        context.fail({
          did: `${did}, then open() and list() at the same time`,
          expected: 'one call with { refresh: true }',
          got: String(refreshes),
        });
    },
  }),
  defineCheck({
    name: 'token: a refused one does not prevent reading',
    rule:
      'If a token is refused and there is no other, open() and list() resolve as for a guest, and the viewer is not signed in. A write ' +
      'rejects with "session-expired".',
    hint: 'The 401 of a read is passed on, so that an expired token makes comments unreadable. Use bearer() of the adapter kit.',
    async test(context: CheckContext) {
      const { adapter } = await requireToken(context);
      await setRefusedToken(context, adapter, REFUSED);
      const guest = await context.find('guest');
      if (guest) await context.resolves('list() as a guest', () => readAll(context, { adapter: guest, limit: 5 }));
      const did = 'setToken() with a token that is not valid';
      const viewer = await openedViewer(context, did);
      if (viewer?.state === 'signed-in')
        context.fail({ did: `${did}, then open()`, expected: 'no signed-in viewer', got: inspect(viewer) });
      await readAll(context, { limit: 5 });
    },
  }),
  defineCheck({
    name: 'token: another one notifies the section',
    rule: 'setToken() calls the listeners of onViewerChange() with the state "unknown", unless the token is the same as before.',
    hint: 'Nothing calls the listeners, or they are called for the same token. Use bearer() of the adapter kit.',
    async test(context: CheckContext) {
      const { adapter, token } = await requireToken(context);
      const { onViewerChange } = await context.require('onViewerChange');
      const states: string[] = [];
      const stop = onViewerChange.call(adapter, ({ state }) => states.push(state));
      const expected: string[] = [];
      for (const [did, next] of [
        ['setToken() with a text', token],
        ['setToken() with the same text', token],
        ['setToken(undefined)', undefined],
      ] as const) {
        adapter.setToken(next);
        if (!did.includes('same')) expected.push('unknown');
        if (inspect(states) !== inspect(expected))
          context.fail({ did, expected: `calls with the states ${inspect(expected)}`, got: inspect(states) });
      }
      stop();
    },
  }),
];
