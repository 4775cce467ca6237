import { html, nothing, type TemplateResult } from 'lit';
import type { Formats } from '../../i18n/formats.js';
import type { Messages } from '../../i18n/messages.js';
import type { Draft, GuestField, Posting } from '../../model/adapter.js';
import type { DraftProblem } from '../../model/drafts/draft-validation.js';

interface GuestFields {
  /** Makes an id of a field's name. */
  readonly id: (name: string) => string;
  /** Absent: nobody asks. */
  readonly rules: Posting['guest'];
  readonly values: NonNullable<Draft['guest']>;
  readonly problems: readonly DraftProblem[];
  readonly messages: Messages;
  readonly formats: Formats;
}

/** Field, type of input and what browsers fill in there. */
const FIELDS = [
  ['name', 'text', 'name'],
  ['email', 'email', 'email'],
  ['website', 'url', 'url'],
] as const;

/** What a guest is asked for, field by field as the backend wants it. */
export function guestFields({ id, rules, values, problems, messages, formats }: GuestFields): TemplateResult | typeof nothing {
  const asked = FIELDS.filter(([name]) => rules?.[name]);
  if (asked.length === 0) return nothing;
  const labels: Record<GuestField, string> = { name: messages.guestName, email: messages.guestEmail, website: messages.guestWebsite };
  return html`<div part="fields" class="fields small">
    ${asked.map(([name, type, autocomplete]) => {
      const problem = problemText(name, problems, messages, formats);
      const hint = name === 'email' ? messages.guestEmailHint : '';
      return html`<div>
        <label part="label" for=${id(name)}
          >${labels[name]}${rules?.[name]?.required ? nothing : html`<span class="muted after">${messages.optional}</span>`}</label
        ><input
          part="input"
          id=${id(name)}
          name=${name}
          type=${type}
          autocomplete=${autocomplete}
          ?required=${rules?.[name]?.required}
          aria-invalid=${problems.some(({ field }) => field === name)}
          aria-describedby=${id(`${name}-note`)}
          .value=${values[name] ?? ''}
         
        />
        <p id=${id(`${name}-note`)} part="problem" class=${problem ? 'problem' : 'muted'}>${problem || hint}</p>
      </div>`;
    })}
  </div>`;
}

/** What is wrong with one field, in words; empty when nothing is. */
export function problemText(field: DraftProblem['field'], problems: readonly DraftProblem[], messages: Messages, formats: Formats): string {
  const problem = problems.find((one) => one.field === field);
  if (!problem) return '';
  switch (problem.problem) {
    case 'refused':
      return '';
    case 'too-short':
      return messages.bodyTooShort(problem.least, formats.number(problem.least));
    case 'too-long':
      return messages.charactersOver(problem.over, formats.number(problem.over));
    case 'missing':
      return problem.field === 'body' ? messages.bodyMissing : messages.fieldMissing;
    case 'invalid':
      return problem.field === 'website' ? messages.websiteInvalid : messages.emailInvalid;
  }
}

/** What stands in the fields of a form; undefined when it has none. */
export function guestValues(form: HTMLFormElement): Partial<Record<GuestField, string>> | undefined {
  const inputs = [...form.querySelectorAll<HTMLInputElement>('.fields input')];
  return inputs.length === 0 ? undefined : Object.fromEntries(inputs.map(({ name, value }) => [name, value.trim()]));
}
