import type { PropertyDeclarations } from 'lit';
import type { AdapterError, Comment } from '../../model/adapter.js';
import type { Outcome } from '../../model/outcome.js';
import type { CommentsErrorEvent } from '../events/reading-events.js';
import { changeFailure } from '../frame/change-failure.js';
import { IDLE, SubmitForm } from './submit-form.js';

/** A form that opens below a comment. Renders into the section's shadow root. Escape closes it. */
export abstract class PanelForm extends SubmitForm {
  static override properties: PropertyDeclarations = {
    comment: { attribute: false },
  };

  /** The comment as it is now. */
  comment!: Comment;

  protected override createRenderRoot(): this {
    return this;
  }

  protected override close(): void {
    this.run({ type: 'close-panel', id: this.comment.id });
  }

  /** Waits for a change, and shows a failure with `message`. Resolves with undefined if nothing was changed. */
  protected async change<Value>(
    change: Promise<Outcome<Value>>,
    message: (cause: string) => string,
    action: CommentsErrorEvent['action'],
  ): Promise<{ readonly value: Value } | undefined> {
    this.phase = { name: 'busy' };
    const outcome = await change;
    this.phase = IDLE;
    if (outcome.type === 'failed') this.fail(outcome.error, message, action);
    return outcome.type === 'done' ? outcome : undefined;
  }

  /** Shows a failure. `message`: for a failure that has certainly changed nothing. */
  protected fail(error: AdapterError, message: (cause: string) => string, action: CommentsErrorEvent['action']): void {
    this.showFailure(error, changeFailure(error, this.messages, message), action);
  }
}
