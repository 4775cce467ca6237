import { html, nothing, type TemplateResult } from 'lit';
import type { MessagesWith, TakingPartMessages } from '../../i18n/messages.js';
import type { Posting } from '../../model/adapter.js';
import type { DiscussionState } from '../../model/state/discussion-state.js';
import { isSignedOut } from '../../model/state/permissions.js';
import type { DraftProblem } from '../../model/drafts/draft-validation.js';
import type { Section } from '../section.js';
import type { GuestEntries, GuestValues } from './guest-entries.js';
import { problemText } from './problem-text.js';

interface GuestFields {
  /** Makes an id from the name of a field. */
  readonly id: (name: string) => string;
  /** Undefined if the backend asks for nothing. */
  readonly rules: Posting['guest'];
  /** With them, the form offers to remember what is entered. Undefined if the viewer is not a guest. */
  readonly entries: GuestEntries | undefined;
  /** The initial content of the fields. */
  readonly values: GuestValues;
  readonly problems: readonly DraftProblem[];
}

/** The fields with the types of their inputs, in their order. */
const FIELDS = [
  ['name', 'text'],
  ['email', 'email'],
  ['website', 'url'],
] as const;

/** The details that the backend asks this viewer for. Undefined if the viewer is signed in or has to sign in. */
export function guestRules(state: DiscussionState): Posting['guest'] {
  return state.viewer.state === 'signed-in' || isSignedOut(state) ? undefined : state.info?.posting?.guest;
}

/**
 * The fields that the backend asks a guest to fill in.
 *
 * @csspart fields - The fields for guests: name, email, website.
 * @csspart remember - The check box to remember the guest fields.
 */
export function guestFields(
  section: Section<TakingPartMessages>,
  { id, rules, entries, values, problems }: GuestFields,
): TemplateResult | typeof nothing {
  const { messages } = section;
  const asked = FIELDS.filter(([name]) => rules?.[name]);
  if (asked.length === 0) return nothing;
  const { guestName, guestEmail, guestWebsite } = messages;
  const labels = { name: guestName, email: guestEmail, website: guestWebsite };
  const field = ([name, type]: (typeof FIELDS)[number]): TemplateResult => {
    const problem = problemText(name, problems, section);
    const { required = false, neverShown } = rules?.[name] ?? {};
    const hint = neverShown ? messages.guestEmailHint : '';
    return html`
      <div>
        <label part="label" class="small" for=${id(name)}
          >${labels[name]} ${required ? nothing : html`<span class="muted">${messages.optional}</span>`}</label
        >
        <input
          part="input"
          id=${id(name)}
          name=${name}
          type=${type}
          autocomplete=${type === 'text' ? name : type}
          ?required=${required}
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

function rememberBox(entries: GuestEntries, messages: MessagesWith<TakingPartMessages>): TemplateResult {
  const onRemember = ({ target }: Event): void => entries.remember((target as HTMLInputElement).checked);
  return html`
    <label part="remember" class="choice small">
      <input type="checkbox" .checked=${entries.areRemembered} @change=${onRemember} />${messages.rememberGuest}
    </label>
  `;
}

/** The content of the guest fields of a form. Undefined if it has none. */
export function guestValues(form: HTMLFormElement): GuestValues | undefined {
  const inputs = [...form.querySelectorAll<HTMLInputElement>('.fields input')];
  return inputs.length === 0 ? undefined : Object.fromEntries(inputs.map(({ name, value }) => [name, value.trim()]));
}
