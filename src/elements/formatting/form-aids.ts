import { nothing, type TemplateResult } from 'lit';
import type { CommentId } from '../../model/adapter.js';
import type { WritingAids } from './writing-aids.js';
import { inputFormat } from './input-format.js';
import { moduleFailure } from '../frame/failure.js';
import { LazyModule } from '../lazy-module.js';
import type { SubmitForm } from '../forms/submit-form.js';

/** The toolbar and the preview of a form. Their code is loaded if the backend reads Markdown or HTML. */
export class FormAids extends LazyModule<WritingAids> {
  readonly #form: SubmitForm;

  /** `commentId`: the comment that the form belongs to. Undefined in the form for new comments. */
  constructor(form: SubmitForm, commentId: () => CommentId | undefined) {
    super(form, async () => {
      const { WritingAids } = await import('./writing-aids.js');
      return new WritingAids(form, commentId);
    });
    this.#form = form;
  }

  render(): TemplateResult | typeof nothing {
    const { section } = this.#form;
    const format = inputFormat(section);
    return format ? (this.request()?.render(format) ?? moduleFailure(this, section.messages)) : nothing;
  }
}
