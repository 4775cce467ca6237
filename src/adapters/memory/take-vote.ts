import type { Vote, Votes } from '../../model/adapter.js';
import { checkViewer } from './check-draft.js';
import type { MemoryBackend } from './memory-backend.js';
import { refusal } from './refusal.js';
import { votesOf } from './votes.js';

export function takeVote(backend: MemoryBackend, key: string, { id, value }: Vote): Votes {
  const { features, info, reader, viewer } = backend;
  if (features.votes === 'none' || (features.votes === 'like' && value < 0)) throw refusal('unsupported', 'There is no such vote.');
  backend.requireOpen(key);
  checkViewer(info.posting, viewer);
  const entry = backend.findReadable(key, id);
  if (entry.by === reader) throw refusal('forbidden', 'You cannot vote on your own comment.');
  return votesOf(backend.put(key, { ...entry, votes: { ...entry.votes, [reader]: value } }), reader, features) ?? {};
}
