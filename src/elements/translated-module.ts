import type { LazyMessages, MessagesOf } from '../i18n/messages.js';
import { LazyModule } from './lazy-module.js';
import type { Section } from './section.js';

/**
 * A part of a feature that is loaded on demand together with messages of its own. Returns the part in the language of the section, which is
 * loaded again in another one. `fetch` gets the promise of the messages, so that code and messages are loaded in parallel.
 */
export function translatedModule<Name extends LazyMessages, Module>(
  section: Section,
  name: Name,
  fetch: (messages: Promise<MessagesOf<Name>>) => Promise<Module>,
): () => LazyModule<Module> {
  type Source = () => Promise<{ readonly default: MessagesOf<Name> }>;
  let source: Source | undefined;
  let current: LazyModule<Module>;
  return () => {
    const latest = section.messages[name] as Source;
    if (latest !== source) {
      source = latest;
      current = new LazyModule(section.host, () => fetch(latest().then((loaded) => loaded.default)));
    }
    return current;
  };
}
