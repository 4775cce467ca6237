import type { Readable } from 'node:stream';
import { discussionId, findDiscussion } from '../discussion/discussion-state.js';
import { type EventHub, EventStream } from '../discussion/event-hub.js';
import type { Store } from '../discussion/store.js';
import { addressBlock, addressNetwork } from '../rules/address-block.js';
import type { HouseRules } from '../rules/house-rules.js';
import { Problem } from '../rules/problem.js';
import type { ApiRequest, DiscussionQuery } from './api-request.js';

type EventQuery = DiscussionQuery & { readonly after?: string };

/** Streams events. A position is the number of an event. */
export const followDiscussion =
  (store: Store, hub: EventHub, slots: StreamSlots) =>
  async ({ caller, query, request, reply }: ApiRequest<EventQuery>): Promise<Readable | string> => {
    // Stops proxies from buffering events.
    // A kept-alive connection would delay shutdown.
    const setHeaders = (): void =>
      void reply.type('text/event-stream').header('x-accel-buffering', 'no').header('connection', 'close');
    // Nobody would read the stream, and nothing would end it.
    if (request.method === 'HEAD') {
      setHeaders();
      return '';
    }
    const id = discussionId(query.discussion);
    const after = query.after === undefined ? undefined : readPosition(query.after);
    const free = slots.take(request.ip);
    try {
      const stream = new EventStream(id, caller, after ?? (await lastEvent(store, id)));
      stream.onClose(free);
      hub.follow(stream);
      setHeaders();
      return stream.output;
    } catch (error) {
      free();
      throw error;
    }
  };

const lastEvent = async (store: Store, id: string): Promise<number> =>
  (await findDiscussion(store, id))?.last_event ?? 0;

function readPosition(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new Problem('invalid', 'The parameter "after" is not a valid position.');
  return Number(text);
}

type Limits = Pick<HouseRules, 'eventStreams' | 'readersPerAddress'>;

/** Counts the open event streams of this instance, by address and in all. */
export class StreamSlots {
  readonly #limits: Limits;
  /** By address block, and by network. */
  readonly #open = new Map<string, number>();
  #total = 0;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /**
   * Takes a slot and returns a function that frees it, once. Throws `rate-limited` if the address has no more slots, and `unavailable` if
   * the instance has none.
   */
  take(address: string): () => void {
    const {
      eventStreams: { perAddress, total },
      readersPerAddress,
    } = this.#limits;
    // An IPv4 address is both. A household could otherwise take all slots, with a few in each of its blocks of IPv6 addresses.
    const maxima = new Map([
      [addressNetwork(address), perAddress * readersPerAddress],
      [addressBlock(address), perAddress],
    ]);
    if ([...maxima].some(([client, max]) => (this.#open.get(client) ?? 0) >= max))
      throw new Problem('rate-limited', 'Too many pages of your network are following discussions.', {
        retryAfter: this.#retryAfter(),
      });
    if (this.#total >= total)
      throw new Problem('unavailable', 'Too many readers are following discussions at the moment.', {
        retryAfter: this.#retryAfter(),
      });
    const clients = [...maxima.keys()];
    for (const client of clients) this.#open.set(client, (this.#open.get(client) ?? 0) + 1);
    this.#total++;
    let isTaken = true;
    return () => {
      if (isTaken) this.#free(clients);
      isTaken = false;
    };
  }

  #free(clients: readonly string[]): void {
    for (const client of clients) {
      const left = (this.#open.get(client) ?? 0) - 1;
      if (left > 0) this.#open.set(client, left);
      else this.#open.delete(client);
    }
    this.#total--;
  }

  /** At random around the limit's, so that those who were refused together do not come back together. */
  #retryAfter(): number {
    return this.#limits.eventStreams.retryAfter * (0.5 + Math.random());
  }
}
