import type { Messages } from './messages.js';

type Words = Readonly<Record<string, unknown>>;

/**
 * Puts single words into a language. A plain text stands for a function that returns it. Words of another type, and words that no
 * language has, are left out, and their places added to `unusable`, such as `orders.top`.
 */
export function mergeMessages<Language extends object = Messages>(
  language: Language,
  own: object = {},
  unusable: string[] = [],
): Language {
  const merge = (known: Words, words: Words, path: string): Words => {
    const merged: Record<string, unknown> = { ...known };
    for (const [name, word] of Object.entries(words)) {
      const former = Object.hasOwn(known, name) ? known[name] : undefined;
      const type = typeof former;
      // The page's own words wait for those that they go into.
      if (name === 'legal' && typeof word === 'object')
        merged[name] = later(former as Messages['legal'], word as Words);
      // English has these words elsewhere, and `moderationWords` looks at them.
      else if (type === 'undefined' && (path + name).startsWith('moderation')) merged[name] = word;
      else if (type === 'function' && typeof word === 'string') merged[name] = () => word;
      else if (typeof word !== type || word === null) unusable.push(path + name);
      else merged[name] = type === 'object' ? merge(former as Words, word as Words, `${path}${name}.`) : word;
    }
    return merged;
  };
  const later = (fetch: Messages['legal'], words: Words) => async () => ({
    default: merge((await fetch()).default as unknown as Words, words ?? {}, 'legal.'),
  });
  return merge(language as unknown as Words, own as Words, '') as unknown as Language;
}
