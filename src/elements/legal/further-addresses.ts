import { html, type TemplateResult } from 'lit';
import type { LegalMessages } from '../../i18n/messages.js';
import type { NoticeView } from './notice-view.js';

/** The addresses of other comments to which the notice applies: one line for each, and the button for another. */
export function furtherAddresses(view: NoticeView, words: LegalMessages): TemplateResult {
  const { input, isBusy, id, onChange } = view;
  const { urls = [] } = input.entries;
  const onAdd = (): void => {
    if (!isBusy) onChange({ ...input.entries, urls: [...urls, ''] }, `[name=url][data-index="${urls.length}"]`);
  };
  return html`
    ${urls.map((url, index) => addressLine(url, index, view, words))}
    <button part="button add-address" class="link" type="button" id=${id('add-address')} @click=${onAdd}>
      ${words.addAddress}
    </button>
  `;
}

function addressLine(url: string, index: number, view: NoticeView, words: LegalMessages): TemplateResult {
  const { input, problems, isBusy, formats, id, onChange } = view;
  const field = id(`url-${index}`);
  const number = formats.number(index + 1);
  const isWrong = problems.some((one) => one.field === 'url' && one.index === index);
  const onRemove = (): void => {
    if (isBusy) return;
    const urls = input.entries.urls?.filter((_, at) => at !== index);
    // The button goes with its line, and the focus to what stands below it.
    onChange({ ...input.entries, urls }, '[part~=add-address]', words.addressRemoved);
  };
  return html`
    <label part="label" for=${field}>${words.otherAddress(number)}</label>
    <div class="line">
      <input
        part="input"
        id=${field}
        name="url"
        data-index=${index}
        type="url"
        dir="ltr"
        aria-invalid=${isWrong}
        aria-describedby="${field}-note"
        ?readonly=${isBusy}
        .value=${url}
      />
      <button
        part="button remove-address"
        class="link"
        type="button"
        aria-label=${words.removeAddress(number)}
        @click=${onRemove}
      >
        ${words.remove}
      </button>
    </div>
    <p id="${field}-note" part="problem" class="problem">${isWrong ? words.addressInvalid : ''}</p>
  `;
}
