/** Loads the parts of languages. */
import { addMessages } from './merge-messages.js';
import type { GroupName, PartName } from './messages.js';
import { partSizes } from './part-sizes.js';

type Loader = () => Promise<{ readonly default: object }>;

const groups: readonly PartName[] = ['legal', 'moderation'] satisfies GroupName[];

/** The messages of the parts that are loaded, by their loader. All elements of a page share them. */
const loaded = new WeakMap<Loader, object>();

/**
 * Loads a part of the first of `languages` that has it. If it cannot be loaded, or lacks messages, the part of the next one is loaded, too.
 *
 * @throws The error of the last, if none can be loaded.
 */
export async function loadPart(name: PartName, languages: readonly object[]): Promise<void> {
  let hasFailed = false;
  let failure: unknown;
  for (const load of loadersOf(name, languages)) {
    try {
      const messages = (await load()).default;
      loaded.set(load, messages);
      hasFailed = false;
      if (sizeOf(messages) >= partSizes[name]) return;
    } catch (thrown) {
      hasFailed = true;
      failure = thrown;
    }
  }
  if (hasFailed) throw failure;
}

/** Whether the part of the first of `languages` that has it is loaded. */
export function isPartLoaded(name: PartName, languages: readonly object[]): boolean {
  const [load] = loadersOf(name, languages);
  return !load || loaded.has(load);
}

/** The messages of a part: each from the first of `languages` of which it is loaded. Empty if there is none. */
export function loadedPart(name: PartName, languages: readonly object[]): object {
  const messages = loadersOf(name, languages).reduceRight((all, load) => addMessages(all, loaded.get(load) ?? {}), {});
  return groups.includes(name) ? { [name]: messages } : messages;
}

/** How many messages there are, in all groups. */
export function sizeOf(messages: object): number {
  return Object.values(messages).reduce(
    (size: number, message: unknown) => size + (typeof message === 'object' ? sizeOf(message ?? {}) : 1),
    0,
  );
}

function loadersOf(name: PartName, languages: readonly object[]): readonly Loader[] {
  return languages
    .map((messages) => (messages as Partial<Record<PartName, unknown>>)[name])
    .filter((loader): loader is Loader => typeof loader === 'function');
}
