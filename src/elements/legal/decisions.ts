import type { Decision } from '../../model/adapter.js';
import { tombstoneText } from '../../presentation/shown-author.js';
import { moduleFailure } from '../frame/failure.js';
import type { Feature, RowAddition, Section } from '../section.js';
import { LazyModule } from '../lazy-module.js';

/** Shows why a comment was restricted, below the text that replaces it. Loads the code with the first such comment. */
class Decisions implements Feature {
  readonly #statement: LazyModule<(decision: Decision) => unknown>;

  constructor(section: Section) {
    this.#statement = new LazyModule(section.host, async () => {
      const [{ createStatement }, withMessages] = await section.withMessages(
        import('./statement-of-reasons.js'),
        'legal',
      );
      return createStatement(withMessages);
    });
    this.row = {
      version: () => this.#statement.module ?? this.#statement.error,
      view: (comment) => {
        const { messages } = section;
        const { decision } = comment;
        if (!decision || !tombstoneText(comment, messages)) return {};
        return {
          decision: this.#statement.request()?.(decision) ?? moduleFailure(this.#statement, messages),
        };
      },
    };
  }

  readonly row: RowAddition;
}

export const features = [Decisions] as const;
