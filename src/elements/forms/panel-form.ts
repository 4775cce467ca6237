import type { PropertyDeclarations } from 'lit';
import type { Comment } from '../../model/adapter.js';
import type { Outcome } from '../../model/outcome.js';
import type { CommentsErrorEvent } from '../events.js';
import { IDLE, SubmitForm } from './submit-form.js';

/** A form that opens below a comment. It draws into the section's shadow root, and Escape closes it. */
export abstract class PanelForm extends SubmitForm {
  static override properties: PropertyDeclarations = {
    comment: { attribute: false },
  };

  /** The comment as it is now. */
  comment!: Comment;

  constructor() {
    super();
    // Somebody who writes Japanese or Chinese ends a composition with it.
    this.addEventListener('keydown', ({ key, isComposing }) => {
      if (key === 'Escape' && !isComposing) this.close();
    });
  }

  protected override createRenderRoot(): this {
    return this;
  }

  protected close(): void {
    this.run({ type: 'close-panel', id: this.comment.id });
  }

  /** Waits for a change to be made, and shows a failure in the words of `say`. Undefined unless the change was made. */
  protected async change<Value>(
    making: Promise<Outcome<Value>>,
    say: (cause: string) => string,
    action: CommentsErrorEvent['action'],
  ): Promise<{ readonly value: Value } | undefined> {
    this.phase = { name: 'busy' };
    const outcome = await making;
    this.phase = IDLE;
    if (outcome.type === 'failed') this.fail(outcome.error, say, action);
    return outcome.type === 'done' ? outcome : undefined;
  }
}
