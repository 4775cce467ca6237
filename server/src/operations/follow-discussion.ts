import type { Readable } from 'node:stream';
import type { ApiRequest } from '../contract/routes.js';
import { discussionId, findDiscussion } from '../discussion/discussion-state.js';
import type { EventHub } from '../events/event-hub.js';
import { EventStream } from '../events/event-stream.js';
import type { StreamSlots } from '../events/stream-slots.js';
import { Problem } from '../http/problem.js';
import type { Store } from '../store.js';
import type { DiscussionQuery } from './discussion-query.js';

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
