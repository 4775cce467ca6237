import { html } from 'lit';
import type { TakingPartMessages } from '../../i18n/messages.js';
import { moduleFailure } from '../frame/failure.js';
import type { FormNotice, Section } from '../section.js';
import { LazyModule, together } from '../lazy-module.js';
import type { Warnings } from './warning-notice.js';

/** A moderator's warning to the viewer, above the forms or in their place. Its code is loaded for warned viewers only. */
export class ViewersWarning {
  readonly #section: Section<TakingPartMessages>;
  readonly #code: LazyModule<Warnings>;

  constructor(section: Section<TakingPartMessages>) {
    this.#section = section;
    this.#code = new LazyModule(section.host, async () => {
      const [{ Warnings }, withMessages] = await section.withMessages(
        together(import('./warning-notice.js'), import('../../model/discussion/discussion-writer.js')),
        'moderation',
      );
      return new Warnings(withMessages);
    });
  }

  /** Undefined without a warning and, while the viewer is writing, until the code is loaded, so that the focus can move to the warning. */
  notice(isWriting: boolean): FormNotice | undefined {
    const { store, messages } = this.#section;
    if (!store.state.viewer.warning) return undefined;
    const takesPlace = Boolean(store.adapter?.acknowledgeWarning);
    const warning = this.#code.request()?.render();
    if (warning) return { takesPlace, content: warning };
    if (this.#code.error) return { takesPlace, content: moduleFailure(this.#code, messages) };
    return takesPlace && !isWriting ? { takesPlace, content: html`<div class="composer-space"></div>` } : undefined;
  }
}
