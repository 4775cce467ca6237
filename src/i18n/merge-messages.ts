import type { CoreMessages, PartName } from './messages.js';

type MessageTree = Readonly<Record<string, unknown>>;

/**
 * Returns the messages of a language with some of them replaced. A string may replace a function: it becomes a function that returns
 * it. Messages of another type and unknown messages are ignored, and their paths, such as `orders.top`, are added to `unusable`. Loaders
 * of parts and messages of a group that is not loaded are ignored.
 */
export function mergeMessages<Known extends object = CoreMessages>(
  language: Known,
  own: object = {},
  unusable: string[] = [],
): Known {
  const merge = (known: MessageTree, overrides: MessageTree, path: string): MessageTree => {
    const merged: Record<string, unknown> = { ...known };
    for (const [name, override] of Object.entries(overrides)) {
      const original = Object.hasOwn(known, name) ? known[name] : undefined;
      const type = typeof original;
      if (isPart(path + name) && (type === 'function' || typeof override === 'function')) continue;
      if (type === 'function' && typeof override === 'string') merged[name] = () => override;
      else if (typeof override !== type || override === null) unusable.push(path + name);
      else
        merged[name] =
          type === 'object' ? merge(original as MessageTree, override as MessageTree, `${path}${name}.`) : override;
    }
    return merged;
  };
  return merge(language as MessageTree, own as MessageTree, '') as Known;
}

/** Returns messages with further ones, also in the same groups. */
export function addMessages<Known extends object>(messages: Known, further: object): Known {
  const all = { ...messages } as Record<string, unknown>;
  for (const [name, added] of Object.entries(further)) {
    const known = all[name];
    all[name] = typeof known === 'object' ? addMessages(known ?? {}, added as object) : added;
  }
  return all as unknown as Known;
}

const isPart = (path: string): boolean =>
  (['visit', 'takingPart', 'changing', 'legal', 'moderation'] satisfies PartName[] as string[]).includes(path);
