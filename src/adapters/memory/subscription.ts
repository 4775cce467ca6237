import type { Change } from '../../model/adapter.js';
import type { Notice } from './broadcast.js';
import { isListed } from './discussion-entries.js';
import type { MemoryBackend } from './memory-backend.js';
import { presenter } from './present-comment.js';

/** Makes what happens to one discussion the changes that this viewer sees: what is held does not exist for others until it appears. */
export function subscription(backend: MemoryBackend, key: string, onChange: (change: Change) => void): (notice: Notice) => void {
  const known = new Set(
    backend
      .entries(key)
      .filter((entry) => isListed(entry, backend.reader))
      .map(({ comment }) => comment.id),
  );
  return (notice) => {
    if (notice.key !== key) return;
    if ('state' in notice) {
      // Times that no longer hold are named, so that whoever merges the change loses them.
      onChange({ type: 'discussion', info: { closedAt: undefined, closesAt: undefined, opensAt: undefined, ...notice.state } });
      return;
    }
    const { item } = notice;
    const { id } = item.comment;
    if (isListed(item, backend.reader)) {
      onChange({ type: known.has(id) ? 'changed' : 'added', comment: presenter(backend, key)(item) });
      known.add(id);
    } else if (known.delete(id)) onChange({ type: 'removed', id });
  };
}
