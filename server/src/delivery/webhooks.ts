import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Data } from '../database/data.js';
import type { OutboxRow, Tables } from '../database/tables.js';
import type { Delivery, NewEvents, Store } from '../discussion/store.js';
import type { Receiver } from '../rules/receiver.js';
import type { Sender } from './sender.js';

/** Milliseconds within which a receiver has to respond. */
const timeout = 15_000;

/** The status of a receiver that wants no more events. */
const GONE = 410;

type EnqueuesEvents = Delivery['webhooks'];

/** Reports events to the publisher's software. They wait in the outbox, so that none is lost. */
export class Webhooks implements EnqueuesEvents {
  readonly #receivers: ReadonlyMap<string, Receiver>;
  readonly #sender: Sender;
  /** URLs of receivers that want no more events, until the server is restarted. */
  readonly #gone = new Set<string>();

  constructor(receivers: readonly Receiver[], sender: Sender) {
    this.#receivers = new Map(receivers.map((receiver) => [receiver.url, receiver]));
    this.#sender = sender;
  }

  /** Where events are sent. */
  get urls(): readonly string[] {
    return [...this.#receivers.keys()].filter((url) => !this.#gone.has(url));
  }

  /** Call it in the transaction of what the events report. `discussion`: the id of the row. */
  async enqueue(database: Kysely<Tables>, { discussion, now, events }: NewEvents): Promise<void> {
    const rows = this.urls.flatMap((url) =>
      events.map(({ event: { type, data }, person }) => ({
        id: randomUUID(),
        kind: 'event' as const,
        recipient: url,
        subject: type,
        text: JSON.stringify({ type, timestamp: now.toISOString(), data }),
        person,
        discussion,
        comment: data.comment.id,
        created_at: now,
        due_at: now,
      })),
    );
    if (rows.length > 0) await database.insertInto('outbox').values(rows).execute();
  }

  /** Sends an event. Rejects if it has to be sent again. */
  async send({ database, log, now }: Data, { id, recipient, text }: OutboxRow, signal: AbortSignal): Promise<void> {
    const receiver = this.#receivers.get(recipient);
    if (!receiver) throw new Error(`${new URL(recipient).origin} is not in WEBHOOK_URL.`);
    const { status } = await this.#sender.post(
      receiver,
      { id, time: now(), body: text },
      AbortSignal.any([signal, AbortSignal.timeout(timeout)]),
    );
    if (status >= 200 && status < 300) return;
    const origin = new URL(recipient).origin;
    if (status !== GONE) throw new Error(`${origin} responded with the status ${status}.`);
    this.#gone.add(recipient);
    await database.deleteFrom('outbox').where('kind', '=', 'event').where('recipient', '=', recipient).execute();
    log.warn(
      `The webhook at ${origin} responded with the status 410. It gets no events until the server is restarted.`,
    );
  }
}

/** A store with what sends requests to other servers. */
export interface SendingStore extends Store {
  readonly webhooks: Webhooks;
  /** Requests pages of the publisher. */
  readonly pageSender: Sender;
}
