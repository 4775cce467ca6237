import type { LaterWords, Messages } from './messages.js';

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
      if (isLater(path + name) && typeof word === 'object')
        merged[name] = later(name, former as Messages[LaterWords], word as Words);
      else if (type === 'function' && typeof word === 'string') merged[name] = () => word;
      else if (typeof word !== type || word === null) unusable.push(path + name);
      else merged[name] = type === 'object' ? merge(former as Words, word as Words, `${path}${name}.`) : word;
    }
    return merged;
  };
  const later = (name: string, fetch: Messages[LaterWords], words: Words) => async () => ({
    default: merge((await fetch()).default as unknown as Words, words ?? {}, `${name}.`),
  });
  return merge(language as unknown as Words, own as Words, '') as unknown as Language;
}

const isLater = (path: string): boolean => (['legal', 'moderation'] satisfies LaterWords[] as string[]).includes(path);
