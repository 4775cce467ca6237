import type { Vote, Votes } from '../../model/adapter.js';
import { refusal } from './errors.js';
import type { MemoryBackend } from './memory-backend.js';
import { requirePostingRights } from './validate-draft.js';
import { votesOf } from './votes.js';

/** Sets the vote of this viewer; 0 withdraws it. */
export function applyVote(backend: MemoryBackend, key: string, { id, value }: Vote): Votes {
  const { features, viewerKey, viewer } = backend;
  if (features.votes === 'none' || (features.votes === 'like' && value < 0))
    throw refusal('unsupported', 'Votes of this kind are not supported.');
  backend.requireOpen(key);
  // A warning prevents posting, but not voting.
  requirePostingRights(backend.posting(key), { ...viewer, warning: undefined });
  const entry = backend.findReadable(key, id);
  if (entry.by === viewerKey) throw refusal('forbidden', 'You cannot vote on your own comment.');
  const former = entry.votes?.[viewerKey];
  if (features.finalVotes && former && value !== former) throw refusal('unsupported', 'Votes are final.');
  return (
    votesOf(backend.put(key, { ...entry, votes: { ...entry.votes, [viewerKey]: value } }), viewerKey, features) ?? {}
  );
}
