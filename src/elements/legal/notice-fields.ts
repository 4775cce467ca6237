import { html, nothing, type TemplateResult } from 'lit';
import type { LegalMessages } from '../../i18n/messages.js';
import type { DraftProblem } from '../../model/drafts/draft-validation.js';
import { guestFields } from '../forms/guest-fields.js';
import { characterCounter, charactersLeft } from '../forms/character-counter.js';
import { furtherAddresses } from './further-addresses.js';
import { senderOf } from './notice-entries.js';
import { EXPLANATION_LIMIT, type NoticeProblem } from './notice-problems.js';
import type { NoticeView } from './notice-view.js';

/** The fields that a notice of illegal content needs, below the reasons of a report. */
export function noticeFields(view: NoticeView, words: LegalMessages): TemplateResult {
  const { input, problems, messages, formats, id } = view;
  const isGuest = input.viewer.state !== 'signed-in';
  const rule = { required: !input.isAnonymous };
  return html`
    <div part="notice-fields" class="legal small">
      ${explanationField(view, words)}${lawField(view, words)}
      <p part="label" class="label">${words.address}</p>
      <p part="notice-address"><bdi dir="ltr">${input.address}</bdi></p>
      ${furtherAddresses(view, words)}
      ${guestFields({
        id,
        rules: { name: rule, email: rule },
        entries: isGuest ? input.guest : undefined,
        values: senderOf(input),
        problems: problems.filter(isDraftProblem),
        messages,
        formats,
      })}
      ${input.isAnonymous ? html`<p class="muted">${words.anonymous}</p>` : nothing}${goodFaithBox(view, words)}
    </div>
  `;
}

function explanationField({ input, problems, isBusy, messages, formats, id }: NoticeView, words: LegalMessages) {
  const problem = problems.find(({ field }) => field === 'body');
  // By how much a text is too long is said by the counter.
  const isMissing = problem && 'problem' in problem && problem.problem === 'missing';
  return html`
    <label part="label" for=${id('explanation')}>${words.explanation}</label>
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
    <p id=${id('explanation-note')} part="problem" class="problem">${isMissing ? words.explanationMissing : ''}</p>
    ${characterCounter(charactersLeft(input.explanation.trim(), EXPLANATION_LIMIT), id('explanation-count'), { messages, formats })}
  `;
}

function lawField({ input, problems, isBusy, messages, formats, id }: NoticeView, words: LegalMessages) {
  const problem = problems.find((one) => one.field === 'law');
  const text = problem ? messages.charactersOver(problem.over, formats.number(problem.over)) : '';
  return html`
    <label part="label" for=${id('law')}>${words.law} <span class="muted">${messages.optional}</span></label>
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

function goodFaithBox({ input, problems, id }: NoticeView, words: LegalMessages): TemplateResult {
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
      />${words.goodFaith}
    </label>
    <p id=${id('good-faith-note')} part="problem" class="problem">${isMissing ? words.goodFaithMissing : ''}</p>
  `;
}

function isDraftProblem(problem: NoticeProblem): problem is DraftProblem {
  return 'problem' in problem;
}
