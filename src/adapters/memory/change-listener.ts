import type { Change } from '../../model/adapter.js';
import type { BroadcastMessage } from './broadcast.js';
import { isListed } from './discussion-entries.js';
import type { MemoryBackend } from './memory-backend.js';
import { presenter } from './present-comment.js';

/**
 * Creates a listener that turns messages about a discussion into the changes that the viewer sees. To others, a held
 * comment does not exist.
 */
export function changeListener(
  backend: MemoryBackend,
  key: string,
  onChange: (change: Change) => void,
): (message: BroadcastMessage) => void {
  const listed = new Set(
    backend
      .entries(key)
      .filter((entry) => isListed(entry, backend))
      .map(({ comment }) => comment.id),
  );
  return (message) => {
    if (message.key !== key) return;
    if ('state' in message) {
      // Times that no longer apply are set to undefined, so that merging the change removes them.
      onChange({
        type: 'discussion',
        info: {
          closedAt: undefined,
          closesAt: undefined,
          opensAt: undefined,
          ...message.state,
          ...('message' in message && { message: message.message }),
        },
      });
      return;
    }
    const { item } = message;
    const { id } = item.comment;
    if (isListed(item, backend)) {
      onChange({ type: listed.has(id) ? 'changed' : 'added', comment: presenter(backend, key)(item) });
      listed.add(id);
    } else if (listed.delete(id)) onChange({ type: 'removed', id });
  };
}
