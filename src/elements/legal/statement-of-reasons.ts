/** Loaded with the first comment that has a decision: the statement of reasons. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Formats } from '../../i18n/formats.js';
import type { LegalMessages } from '../../i18n/messages.js';
import type { Decision } from '../../model/adapter.js';
import { adoptLegalStyles } from './adopt-legal-styles.js';
import { redressText } from './redress.js';

/** Draws why a comment was restricted. */
export type Statement = (decision: Decision, formats: Formats) => TemplateResult | typeof nothing;

export function createStatement(root: ShadowRoot, words: LegalMessages): Statement {
  adoptLegalStyles(root);
  return (decision, formats) => statementOfReasons(decision, words, formats);
}

/** Why a comment was restricted, below the sentence that stands in its place. The backend's texts may run the other way. */
function statementOfReasons(
  { measure, ground, rule, facts, automated, decidedAt, redress }: Decision,
  legal: LegalMessages,
  formats: Formats,
): TemplateResult | typeof nothing {
  if (measure === 'kept') return nothing;
  const words = legal.decision;
  const date = Date.parse(decidedAt ?? '');
  const entry = (label: string, text: unknown): TemplateResult => html`<dt>${label}</dt><dd dir="auto">${text}</dd>`;
  return html`
    <div part="decision" class="decision small" role="group" aria-label=${words.title}>
      <dl>
        ${entry(words.measure, words.measures[measure])}${entry(words.ground, words.grounds[ground])}
        ${rule ? entry(words.rule, rule) : nothing}${facts ? entry(words.facts, facts) : nothing}
        ${entry(words.means, automated ? words.automated : words.byPerson)}
        ${date ? entry(words.decidedAt, formats.absolute(date)) : nothing}
        ${redress ? entry(words.redress, redressText(redress, legal)) : nothing}
      </dl>
    </div>
  `;
}
