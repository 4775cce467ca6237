import type { LazyMessages, Messages } from './messages.js';

type MessageTree = Readonly<Record<string, unknown>>;

/**
 * Returns the messages of a language with some of them replaced. A string may replace a function: it becomes a function that returns
 * it. Messages of another type and unknown messages are ignored, and their paths, such as `orders.top`, are added to `unusable`.
 */
export function mergeMessages<Language extends object = Messages>(
  language: Language,
  own: object = {},
  unusable: string[] = [],
): Language {
  const merge = (known: MessageTree, overrides: MessageTree, path: string): MessageTree => {
    const merged: Record<string, unknown> = { ...known };
    for (const [name, override] of Object.entries(overrides)) {
      const original = Object.hasOwn(known, name) ? known[name] : undefined;
      const type = typeof original;
      // Overrides of messages that are loaded when needed are applied after loading.
      if (isLater(path + name) && typeof override === 'object')
        merged[name] = mergeLater(name, original as Messages[LazyMessages], override as MessageTree);
      else if (type === 'function' && typeof override === 'string') merged[name] = () => override;
      else if (typeof override !== type || override === null) unusable.push(path + name);
      else
        merged[name] =
          type === 'object' ? merge(original as MessageTree, override as MessageTree, `${path}${name}.`) : override;
    }
    return merged;
  };
  const mergeLater = (name: string, fetch: Messages[LazyMessages], overrides: MessageTree) => async () => ({
    default: merge((await fetch()).default as unknown as MessageTree, overrides ?? {}, `${name}.`),
  });
  return merge(language as unknown as MessageTree, own as MessageTree, '') as unknown as Language;
}

const isLater = (path: string): boolean =>
  (['legal', 'moderation'] satisfies LazyMessages[] as string[]).includes(path);
