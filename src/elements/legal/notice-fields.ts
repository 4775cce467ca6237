import { html, nothing, type TemplateResult } from 'lit';
import type { LegalMessages, TakingPartMessages } from '../../i18n/messages.js';
import type { DraftProblem } from '../../model/drafts/draft-validation.js';
import { charactersLeft } from '../../model/drafts/text-length.js';
import { characterCounter } from '../forms/character-counter.js';
import { guestFields } from '../forms/guest-fields.js';
import type { Section } from '../section.js';
import { EXPLANATION_LIMIT, type NoticeEntries, type NoticeInput, type NoticeProblem, senderOf } from './notice.js';

/** The state of the fields of a notice. */
export interface NoticeView {
  readonly section: Section<TakingPartMessages>;
  readonly input: NoticeInput;
  readonly problems: readonly NoticeProblem[];
  readonly isBusy: boolean;
  /** Makes an id from the name of a field. */
  readonly id: (name: string) => string;
  /** Called when a press has changed the entries. `focus`: the selector of the element to focus; `announcement`: read by screen readers. */
  readonly onChange: (entries: NoticeEntries, focus: string, announcement?: string) => void;
}

/**
 * The fields of a notice of illegal content, below the reasons of a report.
 *
 * @csspart notice-fields - The fields of a notice of illegal content, in the report form.
 * @csspart notice-address - The address of the comment that the notice is about.
 * @csspart add-address - Adds the address of another comment.
 * @csspart remove-address - Removes the address of another comment, or that of the decision.
 * @csspart good-faith - The check box of the good-faith statement.
 */
export function noticeFields(view: NoticeView, legal: LegalMessages): TemplateResult {
  const { section, input, problems, id } = view;
  const isGuest = input.viewer.state !== 'signed-in';
  const rule = { required: !input.isAnonymous };
  return html`
    <div part="notice-fields" class="legal small">
      <p>${legal.opened}</p>
      ${explanationField(view, legal)}${lawField(view, legal)}
      <p part="label" class="label">${legal.address}</p>
      <p part="notice-address"><bdi dir="ltr">${input.address}</bdi></p>
      ${furtherAddresses(view, legal)}
      ${guestFields(section, {
        id,
        rules: { name: rule, email: rule },
        entries: isGuest ? input.guest : undefined,
        values: senderOf(input),
        problems: problems.filter(isDraftProblem),
      })}
      ${input.isAnonymous ? html`<p class="muted">${legal.anonymous}</p>` : nothing}${goodFaithBox(view, legal)}
    </div>
  `;
}

function explanationField({ section, input, problems, isBusy, id }: NoticeView, legal: LegalMessages) {
  const problem = problems.find(({ field }) => field === 'body');
  // The counter reports a text that is too long.
  const isMissing = problem && 'problem' in problem && problem.problem === 'missing';
  return html`
    <label part="label" for=${id('explanation')}>${legal.explanation}</label>
    <textarea
      part="textbox"
      id=${id('explanation')}
      name="detail"
      rows="5"
      required
      aria-invalid=${problem !== undefined}
      aria-describedby="${id('explanation-note')} ${id('explanation-count')}"
      ?readonly=${isBusy}
      .value=${input.explanation}
    ></textarea>
    <p id=${id('explanation-note')} part="problem" class="problem">${isMissing ? legal.explanationMissing : ''}</p>
    ${characterCounter(charactersLeft(input.explanation.trim(), EXPLANATION_LIMIT), id('explanation-count'), section)}
  `;
}

function lawField({ section, input, problems, isBusy, id }: NoticeView, legal: LegalMessages) {
  const { messages, formats } = section;
  const problem = problems.find((one) => one.field === 'law');
  const text = problem ? messages.charactersOver(problem.over, formats.number(problem.over)) : '';
  return html`
    <label part="label" for=${id('law')}>${legal.law} <span class="muted">${messages.optional}</span></label>
    <input
      part="input"
      id=${id('law')}
      name="law"
      dir="auto"
      aria-invalid=${problem !== undefined}
      aria-describedby=${id('law-note')}
      ?readonly=${isBusy}
      .value=${input.entries.law ?? ''}
    />
    <p id=${id('law-note')} part="problem" class="problem">${text}</p>
  `;
}

/** The addresses of other comments that the notice concerns: a line for each, and a button that adds one. */
function furtherAddresses(view: NoticeView, legal: LegalMessages): TemplateResult {
  const { input, isBusy, id, onChange } = view;
  const { urls = [] } = input.entries;
  const onAdd = (): void => {
    if (!isBusy) onChange({ ...input.entries, urls: [...urls, ''] }, `[name=url][data-index="${urls.length}"]`);
  };
  return html`
    ${urls.map((url, index) => addressLine(url, index, view, legal))}
    <button part="button add-address" class="link" type="button" id=${id('add-address')} @click=${onAdd}>
      ${legal.addAddress}
    </button>
  `;
}

function addressLine(url: string, index: number, view: NoticeView, legal: LegalMessages): TemplateResult {
  const { section, input, problems, isBusy, id, onChange } = view;
  const field = id(`url-${index}`);
  const number = section.formats.number(index + 1);
  const isWrong = problems.some((one) => one.field === 'url' && one.index === index);
  const onRemove = (): void => {
    if (isBusy) return;
    const urls = input.entries.urls?.filter((_, at) => at !== index);
    // The button is removed with its line. Focus moves to the button below it.
    onChange({ ...input.entries, urls }, '[part~=add-address]', legal.addressRemoved);
  };
  return html`
    <label part="label" for=${field}>${legal.otherAddress(number)}</label>
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
        aria-label=${legal.removeAddress(number)}
        @click=${onRemove}
      >
        ${legal.remove}
      </button>
    </div>
    <p id="${field}-note" part="problem" class="problem">${isWrong ? legal.addressInvalid : ''}</p>
  `;
}

function goodFaithBox({ input, problems, id }: NoticeView, legal: LegalMessages): TemplateResult {
  const isMissing = problems.some(({ field }) => field === 'good-faith');
  return html`
    <label part="good-faith" class="choice">
      <input
        type="checkbox"
        name="good-faith"
        required
        aria-invalid=${isMissing}
        aria-describedby=${id('good-faith-note')}
        .checked=${input.entries.goodFaith ?? false}
      />${legal.goodFaith}
    </label>
    <p id=${id('good-faith-note')} part="problem" class="problem">${isMissing ? legal.goodFaithMissing : ''}</p>
  `;
}

function isDraftProblem(problem: NoticeProblem): problem is DraftProblem {
  return 'problem' in problem;
}
