import { randomUUID } from 'node:crypto';
import type { Data, Log } from '../database/data.js';
import { normalizeLine } from 'article-comments/rules.js';
import { sha256 } from '../database/signer.js';
import { type Judge, type Judgement, outcomes, type Question } from '../discussion/judgement.js';
import type { HouseRules } from '../rules/house-rules.js';
import type { Receiver } from '../rules/receiver.js';
import type { Sender } from './sender.js';

const limits = { reasons: 10, reasonLength: 500 };

/** Of the answers. */
const memory = { questions: 1000, milliseconds: 60_000 };

export interface JudgeOptions {
  readonly receiver: Receiver;
  readonly sender: Sender;
  readonly rules: HouseRules['judge'];
  readonly now: Data['now'];
  readonly log: Log;
}

/** Asks software of the publisher about texts before others read them. */
export class PublishersJudge implements Judge {
  readonly #options: JudgeOptions;
  /** Recent questions by their hash: attempts that arrive together, or shortly after each other, are one question. */
  readonly #recent = new Map<string, { readonly answer: Promise<Judgement>; readonly until: number }>();

  constructor(options: JudgeOptions) {
    this.#options = options;
  }

  /**
   * Asks once, without a second attempt. The same question with the same key gets the same answer for a minute, except after a failure.
   * Never rejects.
   */
  async ask(key: string, question: Question): Promise<Judgement> {
    const hash = sha256(JSON.stringify([key, question]));
    const now = this.#options.now().getTime();
    for (const [oldest, { until }] of this.#recent) {
      if (until > now && this.#recent.size <= memory.questions) break;
      this.#recent.delete(oldest);
    }
    const known = this.#recent.get(hash);
    if (known) return known.answer;
    const answer = this.#ask(question);
    this.#recent.set(hash, { answer, until: now + memory.milliseconds });
    const judgement = await answer;
    if (judgement.isFailure) this.#recent.delete(hash);
    return judgement;
  }

  async #ask(question: Question): Promise<Judgement> {
    const { receiver, sender, rules, now, log } = this.#options;
    const time = now();
    const body = JSON.stringify({ type: 'comment.judge', timestamp: time.toISOString(), data: question });
    try {
      const signal = AbortSignal.timeout(rules.seconds * 1000);
      const response = await sender.post(receiver, { id: randomUUID(), time, body }, signal);
      if (response.status !== 200) throw new Error(`The status is ${response.status}, not 200.`);
      return readJudgement(parse(response.body));
    } catch (err) {
      log.error(
        { err },
        `${new URL(receiver.url).origin} gave no judgement. The house rule decides: ${rules.onFailure}.`,
      );
      return { outcome: rules.onFailure, reasons: [rules.failureReason], isFailure: true };
    }
  }
}

/** The messages repeat nothing of the answer, which may repeat the comment. */
function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new Error('The answer is not JSON.');
  }
}

function readJudgement(value: unknown): Judgement {
  const { outcome: sent, reasons = [] } = Object(value) as { readonly outcome?: unknown; readonly reasons?: unknown };
  const outcome = outcomes.find((known) => known === sent);
  if (outcome === undefined) throw new Error(`The member "outcome" is not one of: ${outcomes.join(', ')}.`);
  if (!Array.isArray(reasons) || reasons.length > limits.reasons || !reasons.every(isReason))
    throw new Error(
      `The member "reasons" is not a list of up to ${limits.reasons} texts of up to ${limits.reasonLength} characters.`,
    );
  return { outcome, reasons: reasons.map(normalizeLine).filter((reason) => reason !== '') };
}

const isReason = (value: unknown): value is string => typeof value === 'string' && value.length <= limits.reasonLength;
