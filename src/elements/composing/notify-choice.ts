import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/messages.js';
import type { Posting } from '../../model/adapter.js';
import { recall, remember } from '../page/preferences.js';

/** The preference that holds what the writer chose last on this device. */
const NAME = 'notify';

/** The box with which a writer asks to be told of replies; nothing where the backend does not offer that. */
export function notifyChoice(offered: Posting['notify'], messages: Messages): TemplateResult | typeof nothing {
  if (!offered) return nothing;
  const isWanted = recall<unknown>(NAME) ?? offered === 'on';
  const onChange = ({ target }: Event): unknown => remember(NAME, (target as HTMLInputElement).checked);
  return html`
    <label part="notify" class="choice small">
      <input type="checkbox" name="notify" .checked=${isWanted === true} @change=${onChange} />${messages.notifyReplies}
    </label>
  `;
}

/** What a form says about it: nothing where it has no such box. */
export function notifyValue(form: HTMLFormElement): { readonly notify?: boolean } {
  const box = form.querySelector<HTMLInputElement>('[name=notify]');
  return box ? { notify: box.checked } : {};
}
