/** Proof of work by ALTCHA: the browser of a guest solves a challenge, and the solution comes with one comment. */
import { type Challenge, createChallenge, type Payload, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { FastifyInstance } from 'fastify';
import type { Kysely } from 'kysely';
import type { Signer } from '../database/signer.js';
import type { Tables } from '../database/tables.js';
import { Problem } from '../rules/problem.js';

/** About a second of work in the browser on average, and some milliseconds to verify. */
const work = { algorithm: 'PBKDF2/SHA-256', cost: 5000, keyPrefix: '00' };

/** Milliseconds in which a challenge has to be solved and sent. */
const lifetime = 600_000;

/** Milliseconds for which an answer to a question of the server is remembered as used. */
const answerLifetime = 86_400_000;

interface AltchaOptions {
  readonly database: Kysely<Tables>;
  readonly signer: Signer;
  readonly now: () => Date;
}

export class Altcha {
  readonly #options: AltchaOptions;

  constructor(options: AltchaOptions) {
    this.#options = options;
  }

  /** A challenge that every instance can verify. */
  challenge(): Promise<Challenge> {
    const expiresAt = new Date(this.#now + lifetime);
    return createChallenge({ ...work, deriveKey, expiresAt, hmacSignatureSecret: this.#secret });
  }

  /** Uses up a solution, in the form in which the widget has it. Throws `confirm` unless it is new, in time and correct. */
  async redeem(solved: string | undefined): Promise<void> {
    if (!solved)
      throw refusal('missing', 'The spam check of this page did not run. Please reload the page and try again.');
    const payload = parsePayload(solved);
    const result =
      payload &&
      (await verifySolution({ ...payload, deriveKey, hmacSignatureSecret: this.#secret }).catch(() => undefined));
    const { signature = '', parameters: { expiresAt = 0 } = {} } = payload?.challenge ?? {};
    if (result?.expired || (result?.verified && expiresAt * 1000 < this.#now))
      throw refusal('expired', 'The spam check took too long. Please try again.');
    if (!result?.verified) throw refusal('invalid', 'The spam check failed. Please try again.');
    await this.#use(this.#options.database, signature, lifetime);
  }

  /** Uses up the answer to a question that the server has asked after a proof of work. */
  async redeemAnswer(trx: Kysely<Tables>, answer: string): Promise<void> {
    await this.#use(trx, answer, answerLifetime);
  }

  /** For all instances. Rows are deleted once they have expired. */
  async #use(database: Kysely<Tables>, what: string, milliseconds: number): Promise<void> {
    const used = await database
      .insertInto('paces')
      .values({ who: `altcha ${what}`, free_at: new Date(this.#now + milliseconds) })
      .onConflict((conflict) => conflict.column('who').doNothing())
      .returning('who')
      .executeTakeFirst();
    if (!used) throw refusal('used', 'The spam check was used before. Please try again.');
  }

  get #now(): number {
    return this.#options.now().getTime();
  }

  /** Derived from the key that all instances share. */
  get #secret(): string {
    return this.#options.signer.sign('altcha');
  }
}

/** The address from which the widget gets challenges. */
export function addAltcha(app: FastifyInstance, altcha: Altcha): void {
  app.get('/altcha', () => altcha.challenge());
}

const refusal = (code: string, detail: string): Problem => new Problem('confirm', detail, { code: `altcha-${code}` });

/** Undefined if the text is not what the widget makes. */
function parsePayload(text: string): Payload | undefined {
  try {
    const { challenge, solution } = JSON.parse(Buffer.from(text, 'base64').toString()) as Partial<Payload>;
    return challenge?.parameters && solution && { challenge, solution };
  } catch {
    return undefined;
  }
}
