import type { PassThrough } from 'node:stream';
import type { Asked } from '../contract/routes.js';
import { discussionId, findDiscussion } from '../discussion/discussion-state.js';
import type { EventHub } from '../events/event-hub.js';
import { EventStream } from '../events/event-stream.js';
import { Problem } from '../http/problem.js';
import type { Store } from '../store.js';
import type { ByDiscussion } from './by-discussion.js';

/** A position is the number of an event. */
export const followDiscussion =
  (store: Store, hub: EventHub) =>
  async ({ caller, query, reply }: Asked<ByDiscussion & { readonly after?: string }>): Promise<PassThrough> => {
    const id = discussionId(query.discussion);
    const after = query.after === undefined ? (await findDiscussion(store, id))?.last_event : readPosition(query.after);
    const stream = new EventStream(id, caller, after ?? 0);
    hub.follow(stream);
    // Proxies that collect what passes through them would hold the events back.
    // A connection that were kept for another request would hold up the end of a server that stops.
    void reply.type('text/event-stream').header('x-accel-buffering', 'no').header('connection', 'close');
    return stream.output;
  };

function readPosition(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new Problem('invalid', 'The parameter "after" is no position that was handed out here.');
  return Number(text);
}
