import { AdapterError, type Viewer } from '../../model/adapter.js';
import type { Outcome } from '../../model/outcome.js';
import type { DiscussionWriter } from '../../model/discussion/discussion-writer.js';

/** Signs the viewer in. Where another page does that, the browser goes there and the outcome is `aborted`. */
export async function signIn(writer: DiscussionWriter): Promise<Outcome<Viewer>> {
  const outcome = await writer.signIn();
  if (outcome.type !== 'done') return outcome;
  if ('state' in outcome.value) return { type: 'done', value: outcome.value };
  const { redirect } = outcome.value;
  if (!/^(https?:|[/?])/i.test(redirect)) return { type: 'failed', error: new AdapterError('bad-response', redirect) };
  location.assign(redirect);
  return { type: 'aborted' };
}
