import { html, type TemplateResult } from 'lit';
import { CommandEvent, type Command } from '../command.js';

interface Option {
  readonly value: string;
  readonly name: string;
}

interface SelectMenu<Value extends string> {
  /** Its `part`. */
  readonly part: string;
  readonly label: string;
  readonly options: readonly (Option & { readonly value: Value })[];
  readonly shown: Value;
  /** What a choice asks for. */
  readonly choose: (chosen: Value) => Command;
}

/** A choice of what the list shows. It follows the list: it shows the chosen option as soon as that is being loaded. */
export function selectMenu<Value extends string>({
  part,
  label,
  options,
  shown,
  choose,
}: SelectMenu<Value>): TemplateResult {
  const onChange = ({ currentTarget }: Event): void => {
    const select = currentTarget as HTMLSelectElement;
    const command = choose(select.value as Value);
    select.value = shown;
    select.dispatchEvent(new CommandEvent(command));
  };
  return html`
    <label part=${part} class="order small"
      >${label} <select part="select" @change=${onChange}>
        ${options.map(({ value, name }: Option) => html`<option value=${value} .selected=${value === shown}>${name}</option>`)}
      </select></label
    >
  `;
}
