/** Loads the parts of languages. */
import type { GroupName, PartName } from './messages.js';

type Loader = () => Promise<{ readonly default: object }>;

const groups: readonly PartName[] = ['legal', 'moderation'] satisfies GroupName[];

/** The messages of the parts that are loaded, by their loader. All elements of a page share them. */
const loaded = new WeakMap<Loader, object>();

/**
 * Loads a part of the first of `languages` that has it. If it cannot be loaded, the part of the next one is.
 *
 * @throws The error of the last, if none can be loaded.
 */
export async function loadPart(name: PartName, languages: readonly object[]): Promise<void> {
  let failure: unknown;
  for (const load of loadersOf(name, languages)) {
    try {
      loaded.set(load, (await load()).default);
      return;
    } catch (thrown) {
      failure = thrown;
    }
  }
  throw failure;
}

/** Whether the part of the first of `languages` that has it is loaded. */
export function isPartLoaded(name: PartName, languages: readonly object[]): boolean {
  const [load] = loadersOf(name, languages);
  return !load || loaded.has(load);
}

/** The messages of a part, from the first of `languages` of which it is loaded. Empty if there is none. */
export function loadedPart(name: PartName, languages: readonly object[]): object {
  const messages = loadersOf(name, languages).flatMap((load) => loaded.get(load) ?? [])[0];
  return messages && groups.includes(name) ? { [name]: messages } : (messages ?? {});
}

function loadersOf(name: PartName, languages: readonly object[]): readonly Loader[] {
  return languages
    .map((messages) => (messages as Partial<Record<PartName, unknown>>)[name])
    .filter((loader): loader is Loader => typeof loader === 'function');
}
