/** The results of the methods that write. Separate, because an adapter reads before it writes. */
import { comment, redress } from './contract.js';
import { flag, id, object, text, time, word } from './schema.js';

export const submitResult = object(
  { outcome: word('published pending rejected invisible') },
  { comment, reason: text, proof: object({ id }, { token: text, until: time }) },
);

export const removal = object({ effect: word('gone tombstone subtree') });

export const receipt = object(
  {},
  { alreadyReported: flag, reference: text, receivedAt: time, statusUrl: text, redress },
);
