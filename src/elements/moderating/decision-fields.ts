/** Loaded where the backend accepts the reasons of a moderator's decision. */
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { LegalGroup, TakingPartMessages } from '../../i18n/messages.js';
import type { CommentId, Decision, DecisionForm, DecisionReasons } from '../../model/adapter.js';
import { defineOnce } from '../define-once.js';
import { elementId } from '../page/element-id.js';
import type { Section } from '../section.js';

type FieldsSection = Section<TakingPartMessages & LegalGroup>;

/** Creates the template of the fields. */
export function createFields(section: FieldsSection): (id: CommentId) => TemplateResult {
  defineOnce('article-comments-decision-fields', DecisionFields);
  return (id) => html`
    <article-comments-decision-fields
      part="decision-fields"
      .section=${section}
      .commentId=${id}
    ></article-comments-decision-fields>
  `;
}

/** The grounds that name no rule of the publisher: the moderator has to. */
const GROUNDS: readonly Decision['ground'][] = ['terms', 'law'];

/**
 * The reasons for removing, rejecting or hiding a comment or for banning its author. A part of the forms that do so.
 *
 * @csspart decision-fields - For moderators: the reasons of a decision, in a form that asks for them.
 */
export class DecisionFields extends LitElement {
  static override properties: PropertyDeclarations = {
    // The same object at every update of the form, whose language may have changed.
    section: { attribute: false, hasChanged: () => true },
    commentId: { attribute: false },
    choice: { state: true },
    facts: { state: true },
  };

  section!: FieldsSection;
  commentId!: CommentId;
  /** The position of the chosen rule, or the chosen ground. */
  private choice = '';
  private facts = '';

  /** The reasons. Undefined if they are optional and nothing is entered; null if something is missing, which the browser then shows. */
  read(): DecisionReasons | undefined | null {
    const invalid = this.querySelector<HTMLInputElement>('input:invalid, textarea:invalid');
    if (invalid) {
      invalid.reportValidity();
      return null;
    }
    const ground = GROUNDS.find((one) => one === this.choice);
    const rule = ground ? this.querySelector<HTMLInputElement>('[name=rule]')?.value.trim() : this.#rules[+this.choice];
    const facts = this.facts.trim();
    if (this.choice === '') return undefined;
    return { ground: ground ?? 'terms', ...(rule && { rule }), ...(facts && { facts }) };
  }

  protected override createRenderRoot(): this {
    return this;
  }

  protected override render(): TemplateResult {
    const { messages } = this.section;
    const { title, rule, facts, grounds } = messages.legal.decision;
    const { required = false } = this.#form;
    const optional = required ? nothing : html`<span class="muted">${messages.optional}</span>`;
    const id = (name: string): string => elementId(name, this.commentId);
    const isNamed = GROUNDS.some((ground) => ground === this.choice);
    const name = html`
      <label part="label" class="detail" for=${id('rule')}>${rule} ${optional}</label>
      <input part="textbox" id=${id('rule')} name="rule" dir="auto" maxlength="500" autocomplete="off" ?required=${required} />
    `;
    return html`
      <fieldset class="detail">
        <legend>${title} ${optional}</legend>
        ${this.#rules.map((text, index) => this.#renderChoice(`${index}`, text))}
        ${GROUNDS.map((ground) => this.#renderChoice(ground, grounds[ground]))}
      </fieldset>
      ${isNamed ? name : nothing}
      <label part="label" class="detail" for=${id('facts')}>${facts} ${optional}</label>
      <textarea
        part="textbox"
        id=${id('facts')}
        rows="2"
        dir="auto"
        maxlength="3000"
        ?required=${required}
        .value=${this.facts}
        @input=${this.#onFacts}
      ></textarea>
    `;
  }

  #renderChoice(value: string, text: string): TemplateResult {
    // Facts alone are no decision.
    const isRequired = this.#form.required === true || this.facts.trim() !== '';
    return html`
      <label class="choice">
        <input
          type="radio"
          name=${elementId('choice', this.commentId)}
          .value=${value}
          .checked=${this.choice === value}
          ?required=${isRequired}
          @change=${this.#onChoice}
        /><span dir="auto">${text}</span>
      </label>
    `;
  }

  get #form(): DecisionForm {
    return this.section.store.state.info?.decisions ?? {};
  }

  get #rules(): readonly string[] {
    return this.#form.rules ?? [];
  }

  readonly #onChoice = ({ target }: Event): void => {
    this.choice = (target as HTMLInputElement).value;
  };

  readonly #onFacts = ({ target }: Event): void => {
    this.facts = (target as HTMLTextAreaElement).value;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'article-comments-decision-fields': DecisionFields;
  }
}
