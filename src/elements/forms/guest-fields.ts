import { html, nothing, type TemplateResult } from 'lit';
import type { Formats } from '../../i18n/formats.js';
import type { Messages } from '../../i18n/messages.js';
import type { GuestField, Posting } from '../../model/adapter.js';
import type { DiscussionState } from '../../model/state/discussion-state.js';
import { isSignedOut } from '../../model/state/permissions.js';
import type { DraftProblem } from '../../model/drafts/draft-validation.js';
import { problemText } from './problem-text.js';
import type { GuestEntries, GuestValues } from './guest-entries.js';

interface GuestFields {
  /** Makes an id out of a field's name. */
  readonly id: (name: string) => string;
  /** Undefined when the backend asks for nothing. */
  readonly rules: Posting['guest'];
  /** Offers to remember what is entered; undefined where that is not a guest's. */
  readonly entries: GuestEntries | undefined;
  /** What the fields are filled with. */
  readonly values: GuestValues;
  readonly problems: readonly DraftProblem[];
  readonly messages: Messages;
  readonly formats: Formats;
}

interface Field {
  readonly name: GuestField;
  readonly type: 'text' | 'email' | 'url';
  readonly autocomplete: 'name' | 'email' | 'url';
}

const FIELDS: readonly Field[] = [
  { name: 'name', type: 'text', autocomplete: 'name' },
  { name: 'email', type: 'email', autocomplete: 'email' },
  { name: 'website', type: 'url', autocomplete: 'url' },
];

/** What the backend asks this viewer for; undefined for one who is signed in, or has to. */
export function guestRules(state: DiscussionState): Posting['guest'] {
  return state.viewer.state === 'signed-in' || isSignedOut(state) ? undefined : state.info?.posting?.guest;
}

/** The fields that the backend asks a guest to fill in. */
export function guestFields({
  id,
  rules,
  entries,
  values,
  problems,
  messages,
  formats,
}: GuestFields): TemplateResult | typeof nothing {
  const asked = FIELDS.filter(({ name }) => rules?.[name]);
  if (asked.length === 0) return nothing;
  const labels: Record<GuestField, string> = {
    name: messages.guestName,
    email: messages.guestEmail,
    website: messages.guestWebsite,
  };
  const field = ({ name, type, autocomplete }: Field): TemplateResult => {
    const problem = problemText(name, problems, { messages, formats });
    const isRequired = Boolean(rules?.[name]?.required);
    const hint = rules?.[name]?.neverShown ? messages.guestEmailHint : '';
    return html`
      <div>
        <label part="label" class="small" for=${id(name)}
          >${labels[name]} ${isRequired ? nothing : html`<span class="muted">${messages.optional}</span>`}</label
        >
        <input
          part="input"
          id=${id(name)}
          name=${name}
          type=${type}
          autocomplete=${autocomplete}
          ?required=${isRequired}
          aria-invalid=${problems.some((one) => one.field === name)}
          aria-describedby=${id(`${name}-note`)}
          .value=${values[name] ?? ''}
        />
        <p id=${id(`${name}-note`)} part="problem" class="small ${problem ? 'problem' : 'muted'}">${problem || hint}</p>
      </div>
    `;
  };
  return html`
    <div part="fields" class="fields">${asked.map(field)}</div>
    ${entries ? rememberBox(entries, messages) : nothing}
  `;
}

function rememberBox(entries: GuestEntries, messages: Messages): TemplateResult {
  const onRemember = ({ target }: Event): void => entries.remember((target as HTMLInputElement).checked);
  return html`
    <label part="remember" class="choice small">
      <input type="checkbox" .checked=${entries.areRemembered} @change=${onRemember} />${messages.rememberGuest}
    </label>
  `;
}

/** What stands in the guest fields of a form; undefined when it has none. */
export function guestValues(form: HTMLFormElement): GuestValues | undefined {
  const inputs = [...form.querySelectorAll<HTMLInputElement>('.fields input')];
  return inputs.length === 0 ? undefined : Object.fromEntries(inputs.map(({ name, value }) => [name, value.trim()]));
}
