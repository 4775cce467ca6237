import type { Formats } from '../../i18n/formats.js';
import type { Decision } from '../../model/adapter.js';
import { tombstoneText } from '../../presentation/shown-author.js';
import { moduleFailure } from '../frame/failure.js';
import type { Feature, RowAddition, Section } from '../section.js';
import type { LazyModule } from '../lazy-module.js';
import { translatedModule } from '../translated-module.js';

/** Shows why a comment was restricted, below the text that replaces it. Loads the code with the first such comment. */
export class Decisions implements Feature {
  readonly #statement: () => LazyModule<(decision: Decision, formats: Formats) => unknown>;

  constructor(section: Section) {
    this.#statement = translatedModule(section, 'legal', async (messages) => {
      const { createStatement } = await import('./statement-of-reasons.js');
      return createStatement(section.root, await messages);
    });
    this.row = {
      version: () => this.#statement().module ?? this.#statement().error,
      view: (comment) => {
        const { messages, formats } = section;
        const { decision } = comment;
        if (!decision || !tombstoneText(comment, messages)) return {};
        return {
          decision: this.#statement().request()?.(decision, formats) ?? moduleFailure(this.#statement(), messages),
        };
      },
    };
  }

  readonly row: RowAddition;
}
