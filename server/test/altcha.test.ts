/** Proof of work of guests: what counts as one, and that each counts once. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { solveChallenge, type Challenge, type Payload } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { Altcha } from '../src/identity/altcha.js';
import { Signer } from '../src/database/signer.js';
import type { Draft } from '../../src/model/adapter.js';
import { createDraft, newKey, type Reader } from '../../test/support/demo-server/reader.js';
import { onOneDatabase, type TestServer } from '../../test/support/demo-server/test-server.js';

/** What the widget sends. */
const encoded = (payload: unknown): string => Buffer.from(JSON.stringify(payload)).toString('base64');

async function solve(challenge: Challenge): Promise<Payload> {
  const solution = await solveChallenge({ challenge, deriveKey });
  assert.ok(solution);
  return { challenge, solution };
}

const solved = async (server: TestServer): Promise<Payload> =>
  solve(await server.guest().call<Challenge>('GET', '/altcha'));

/** Sends a comment that has to be refused, and returns the code of the refusal. */
async function refused(guest: Reader, draft: Draft): Promise<string | undefined> {
  const { code, detail } = await guest.expectProblem('confirm', 'POST', '/comments', { body: draft });
  assert.match(detail, /^The spam check .+ try again\.$/);
  assert.deepEqual((await guest.list(draft.discussion.key)).items, []);
  return code;
}

onOneDatabase(
  'a proof of work',
  (server) => {
    it('lets a guest post one comment', async () => {
      const key = newKey();
      const guest = server().guest();
      const payload = await solved(server());
      const draft = createDraft(key, 'Human.', { confirm: encoded(payload) });
      assert.equal((await guest.submit(draft)).outcome, 'published');
      assert.equal((await guest.submit(draft)).outcome, 'published', 'a retry of the same comment');
      assert.equal((await guest.list(key)).items.length, 1);
    });

    it('is required of guests, and not of others', async () => {
      assert.equal(await refused(server().guest(), createDraft(newKey(), 'Bot.')), 'altcha-missing');
      const reader = await server().person('reader');
      assert.equal((await reader.submit(createDraft(newKey(), 'Member.'))).outcome, 'published');
    });

    it('is required before the text is checked', async () => {
      const draft = createDraft(newKey(), 'a'.repeat(100_000));
      assert.equal(await refused(server().guest(), draft), 'altcha-missing');
      assert.equal(await refused(server().guest(), { ...draft, confirm: 'noise' }), 'altcha-invalid');
    });

    it('counts once, on every instance', async () => {
      const payload = await solved(server());
      const confirm = encoded(payload);
      await server()
        .guest()
        .submit(createDraft(newKey(), 'First.', { confirm }));
      assert.equal(await refused(server().guest(), createDraft(newKey(), 'Second.', { confirm })), 'altcha-used');
      // The next solution of the same challenge.
      const next = await solveChallenge({
        challenge: payload.challenge,
        deriveKey,
        counterStart: payload.solution.counter + 1,
      });
      const other = encoded({ ...payload, solution: next });
      assert.equal(await refused(server().guest(), createDraft(newKey(), 'Third.', { confirm: other })), 'altcha-used');
      await assert.rejects(new Altcha(server().store).redeem(confirm), /used before/);
    });

    it('counts once when two comments with it arrive together', async () => {
      const confirm = encoded(await solved(server()));
      const statuses = await Promise.all(
        ['One.', 'Two.', 'Three.'].map(async (text) => {
          const { status } = await server()
            .guest()
            .request('POST', '/comments', { body: createDraft(newKey(), text, { confirm }) });
          return status;
        }),
      );
      assert.deepEqual(statuses.sort(), [201, 428, 428]);
    });

    it('is refused if anything in it was changed', async () => {
      const { challenge, solution } = await solved(server());
      const { parameters } = challenge;
      const changed: readonly unknown[] = [
        { challenge, solution: { ...solution, counter: solution.counter + 1 } },
        { challenge, solution: { ...solution, derivedKey: `00${'1'.repeat(62)}` } },
        { challenge: { ...challenge, parameters: { ...parameters, keyPrefix: '' } }, solution },
        { challenge: { ...challenge, parameters: { ...parameters, cost: 1 } }, solution },
        {
          challenge: { ...challenge, parameters: { ...parameters, expiresAt: parameters.expiresAt! + 600 } },
          solution,
        },
        { challenge: { ...challenge, parameters: { ...parameters, expiresAt: undefined } }, solution },
        { challenge: { ...challenge, signature: challenge.signature?.toUpperCase() }, solution },
        { challenge: { parameters }, solution },
        { challenge: { ...challenge, signature: 7 }, solution },
        { challenge: { ...challenge, parameters: 'none' }, solution },
        { challenge },
        {},
        null,
        [[[]]],
      ];
      for (const payload of changed) {
        const draft = createDraft(newKey(), 'Changed.', { confirm: encoded(payload) });
        assert.equal(await refused(server().guest(), draft), 'altcha-invalid', JSON.stringify(payload));
      }
      for (const confirm of ['anyway', 'e30', '%', 'A'.repeat(4000), '['.repeat(4000)])
        assert.equal(await refused(server().guest(), createDraft(newKey(), 'Noise.', { confirm })), 'altcha-invalid');
    });

    it('is refused if another server has set the challenge', async () => {
      const { database, now } = server().store;
      const other = new Altcha({ database, now, signer: new Signer('the key of another server') });
      const confirm = encoded(await solve(await other.challenge()));
      assert.equal(await refused(server().guest(), createDraft(newKey(), 'Foreign.', { confirm })), 'altcha-invalid');
    });

    it('is used up by a comment that is asked to reconsider, whose answer counts once and for this comment', async () => {
      const guest = server().guest();
      const draft = createDraft(newKey(), 'THIS IS THE END OF THE WORLD AS WE KNOW IT');
      const confirm = encoded(await solved(server()));
      const { challenge } = await guest.expectProblem('confirm', 'POST', '/comments', { body: { ...draft, confirm } });
      const token = challenge?.token ?? '';
      assert.equal(await refused(guest, { ...draft, confirm }), 'altcha-used');
      assert.equal(
        await refused(guest, { ...draft, body: 'ANOTHER TEXT IN CAPITAL LETTERS', confirm: token }),
        'altcha-invalid',
      );
      assert.equal((await guest.submit({ ...draft, confirm: token })).outcome, 'published');
      const elsewhere = { ...draft, discussion: { ...draft.discussion, key: newKey() }, confirm: token };
      assert.equal(await refused(server().guest(), elsewhere), 'altcha-used');
    });

    it('expires ten minutes after its challenge was set', async () => {
      const [late, inTime] = [await solved(server()), await solved(server())];
      server().advanceClock(9);
      const draft = createDraft(newKey(), 'In time.', { confirm: encoded(inTime) });
      assert.equal((await server().guest().submit(draft)).outcome, 'published');
      server().advanceClock(2);
      const confirm = encoded(late);
      assert.equal(await refused(server().guest(), createDraft(newKey(), 'Late.', { confirm })), 'altcha-expired');
    });

    it('has a new challenge for each request, which no cache keeps and pages of the site may read', async () => {
      const responses = await Promise.all(
        [1, 2].map(() => fetch(`${server().address}/altcha`, { headers: { origin: 'http://localhost:3000' } })),
      );
      for (const { status, headers } of responses)
        assert.deepEqual(
          [status, headers.get('cache-control'), headers.get('access-control-allow-origin'), headers.getSetCookie()],
          [200, 'private, no-store', 'http://localhost:3000', []],
        );
      const [one, other] = await Promise.all(responses.map((response) => response.text()));
      assert.notEqual(one, other);
    });
  },
  { requireAltcha: true },
);
