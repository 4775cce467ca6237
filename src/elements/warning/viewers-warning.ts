import { html } from 'lit';
import type { DiscussionStore } from '../../model/discussion/discussion-store.js';
import { moduleFailure } from '../frame/failure.js';
import type { LazyModule } from '../lazy-module.js';
import type { LocaleController } from '../locale/locale-controller.js';
import type { Warnings } from './warnings.js';

/** What stands above a form, or in its place. */
export interface ViewersWarning {
  /** It has to be acknowledged, and stands in the place of the form until then. */
  readonly takesPlace: boolean;
  readonly content: unknown;
}

interface WarningParts {
  readonly store: DiscussionStore;
  readonly locale: LocaleController;
  readonly warnings: LazyModule<Warnings>;
}

/**
 * What the editors have told the viewer. Undefined where there is no warning, and until its code has come to somebody who is writing:
 * the focus goes from one to the other.
 */
export function viewersWarning(
  isWriting: boolean,
  { store, locale, warnings }: WarningParts,
): ViewersWarning | undefined {
  if (!store.state.viewer.warning) return undefined;
  const takesPlace = Boolean(store.adapter?.acknowledgeWarning);
  const warning = warnings.request()?.render();
  if (warning) return { takesPlace, content: warning };
  if (warnings.error) return { takesPlace, content: moduleFailure(warnings, locale.messages) };
  return takesPlace && !isWriting ? { takesPlace, content: html`<div class="composer-space"></div>` } : undefined;
}
