import type { Decision } from '../../model/adapter.js';
import { tombstoneText } from '../../presentation/shown-author.js';
import { moduleFailure } from '../frame/failure.js';
import type { Feature, RowAddition, Section } from '../section.js';
import { LazyModule } from '../lazy-module.js';
import type { Statement } from './statement-of-reasons.js';

/**
 * Shows why a comment was restricted, below the text that replaces it, and why the viewer is banned. Loads the code with the first such
 * decision.
 */
class Decisions implements Feature {
  readonly #section: Section;
  readonly #statement: LazyModule<Statement>;

  constructor(section: Section) {
    this.#section = section;
    this.#statement = new LazyModule(section.host, async () => {
      const [{ createStatement }, withMessages] = await section.withMessages(
        import('./statement-of-reasons.js'),
        'legal',
      );
      return createStatement(withMessages);
    });
  }

  readonly row: RowAddition = {
    version: () => this.#statement.module ?? this.#statement.error,
    view: (comment) => {
      const { decision } = comment;
      return decision && tombstoneText(comment, this.#section.messages) ? { decision: this.#render(decision) } : {};
    },
  };

  /** Below the sentence that replaces the form. */
  readonly frame = {
    form: () => {
      const { access, info } = this.#section.store.state;
      const decision = info?.posting?.refusal?.decision;
      return access.state === 'open' && decision ? this.#render(decision) : undefined;
    },
  };

  #render(decision: Decision): unknown {
    return this.#statement.request()?.(decision) ?? moduleFailure(this.#statement, this.#section.messages);
  }
}

export const features = [Decisions] as const;
