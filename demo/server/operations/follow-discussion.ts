import type { PassThrough } from 'node:stream';
import type { ApiRequest } from '../contract/routes.js';
import { discussionId, findDiscussion } from '../discussion/discussion-state.js';
import type { EventHub } from '../events/event-hub.js';
import { EventStream } from '../events/event-stream.js';
import { Problem } from '../http/problem.js';
import type { Store } from '../store.js';
import type { DiscussionQuery } from './discussion-query.js';

/** Streams events. A position is the number of an event. */
export const followDiscussion =
  (store: Store, hub: EventHub) =>
  async ({ caller, query, reply }: ApiRequest<DiscussionQuery & { readonly after?: string }>): Promise<PassThrough> => {
    const id = discussionId(query.discussion);
    const after = query.after === undefined ? (await findDiscussion(store, id))?.last_event : readPosition(query.after);
    const stream = new EventStream(id, caller, after ?? 0);
    hub.follow(stream);
    // Stops proxies from buffering events.
    // A kept-alive connection would delay shutdown.
    void reply.type('text/event-stream').header('x-accel-buffering', 'no').header('connection', 'close');
    return stream.output;
  };

function readPosition(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new Problem('invalid', 'The parameter "after" is not a valid position.');
  return Number(text);
}
