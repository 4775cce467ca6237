/** The statement of reasons of a decision. Loaded with the first comment that has one. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Formats } from '../../i18n/formats.js';
import type { LegalGroup, LegalMessages } from '../../i18n/messages.js';
import type { Decision } from '../../model/adapter.js';
import type { Section } from '../section.js';
import { adoptLegalStyles } from './legal.styles.js';
import { redressText } from './redress.js';

/** Renders why a comment was restricted. */
export type Statement = (decision: Decision) => TemplateResult | typeof nothing;

export function createStatement(section: Section<LegalGroup>): Statement {
  adoptLegalStyles(section.root);
  return (decision) => statementOfReasons(decision, section.messages.legal, section.formats);
}

/** Why a comment was restricted, below the sentence that replaces it. Backend text may have the other direction, hence `dir=auto`. */
function statementOfReasons(
  { measure, ground, rule, facts, automated, decidedAt, redress }: Decision,
  legal: LegalMessages,
  formats: Formats,
): TemplateResult | typeof nothing {
  if (measure === 'kept') return nothing;
  const labels = legal.decision;
  const date = Date.parse(decidedAt ?? '');
  const entry = (label: string, text: unknown): TemplateResult => html`<dt>${label}</dt><dd dir="auto">${text}</dd>`;
  return html`
    <div part="decision" class="decision small" role="group" aria-label=${labels.title}>
      <dl>
        ${measure === 'banned' ? nothing : entry(labels.measure, labels.measures[measure])}${entry(labels.ground, labels.grounds[ground])}
        ${rule ? entry(labels.rule, rule) : nothing}${facts ? entry(labels.facts, facts) : nothing}
        ${entry(labels.means, automated ? labels.automated : labels.byPerson)}
        ${date ? entry(labels.decidedAt, formats.absolute(date)) : nothing}
        ${redress ? entry(labels.redress, redressText(redress, legal)) : nothing}
      </dl>
    </div>
  `;
}
