import type { SourceComment } from './source.js';

interface UniqueComments {
  /** In the order of the source. */
  readonly byId: ReadonlyMap<string, SourceComment>;
  /** How many comments were given a new id because theirs was taken. Replies belong to the first one with the id. */
  readonly renamed: number;
  /** How many comments were left out because they are the same as another one with their id. */
  readonly repeated: number;
}

/** Comments that have the same id in the source. */
interface Namesakes {
  /** What each of them holds. */
  readonly contents: Set<string>;
  /** The number to try for the next one. */
  number: number;
}

/** Makes the ids of comments unique: `7`, `7-2`, `7-3`. */
export function withUniqueIds(source: readonly SourceComment[]): UniqueComments {
  const byId = new Map<string, SourceComment>();
  const namesakes = new Map<string, Namesakes>();
  let renamed = 0;
  let repeated = 0;
  for (const comment of source) {
    const { id } = comment;
    const first = byId.get(id);
    if (!first) {
      byId.set(id, comment);
      continue;
    }
    const known = namesakes.get(id) ?? { contents: new Set([contentOf(first)]), number: 2 };
    namesakes.set(id, known);
    const content = contentOf(comment);
    if (known.contents.has(content)) {
      repeated += 1;
      continue;
    }
    known.contents.add(content);
    while (byId.has(`${id}-${known.number}`)) known.number += 1;
    renamed += 1;
    byId.set(`${id}-${known.number}`, { ...comment, id: `${id}-${known.number}` });
  }
  return { byId, renamed, repeated };
}

/** Everything but the id. */
const contentOf = (comment: SourceComment): string => JSON.stringify({ ...comment, id: '' });
