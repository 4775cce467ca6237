import { html, type TemplateResult } from 'lit';
import { CommandEvent, type Command } from '../command.js';

interface Option {
  readonly value: string;
  readonly name: string;
}

interface MenuSelect<Value extends string> {
  readonly options: readonly (Option & { readonly value: Value })[];
  readonly shown: Value;
  /** What a choice asks for. */
  readonly choose: (chosen: Value) => Command;
}

/** A choice of what the list shows. It follows the list: it shows the chosen option as soon as that is being loaded. */
export function menuSelect<Value extends string>({ options, shown, choose }: MenuSelect<Value>): TemplateResult {
  const onChange = ({ currentTarget }: Event): void => {
    const select = currentTarget as HTMLSelectElement;
    const command = choose(select.value as Value);
    select.value = shown;
    select.dispatchEvent(new CommandEvent(command));
  };
  return html`<select part="select" @change=${onChange}>
    ${options.map(({ value, name }: Option) => html`<option value=${value} .selected=${value === shown}>${name}</option>`)}
  </select>`;
}
