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

/**
 * Adds the styles of statements to a section.
 *
 * @csspart decision - The statement of reasons for a restriction, shown to the author.
 */
export function createStatement(section: Section<LegalGroup>): Statement {
  adoptLegalStyles(section.root);
  return (decision) => statementOfReasons(decision, section.messages.legal, section.formats);
}

/** Why a comment was restricted, below the sentence that replaces it. Backend text may have the other direction, hence `dir=auto`. */
function statementOfReasons(
  {
    measure,
    ground,
    rule,
    facts,
    basis,
    automatedDetection,
    automated,
    territory,
    until,
    decidedAt,
    redress,
  }: Decision,
  legal: LegalMessages,
  formats: Formats,
): TemplateResult | typeof nothing {
  if (measure === 'kept') return nothing;
  const labels = legal.decision;
  const timeOf = (time = ''): string | undefined => {
    const date = Date.parse(time);
    return Number.isNaN(date) ? undefined : formats.absolute(date);
  };
  const scope = labels.scope(territory, timeOf(until));
  const means = [
    basis && labels.basis[basis],
    automated ? labels.automated : labels.byPerson,
    automatedDetection && labels.detected,
  ];
  const date = timeOf(decidedAt);
  const entry = (label: string, text: unknown): TemplateResult => html`<dt>${label}</dt><dd dir="auto">${text}</dd>`;
  return html`
    <div part="decision" class="decision small" role="group" aria-label=${labels.title}>
      <dl>
        ${entry(labels.measure, measure === 'banned' ? scope : `${labels.measures[measure]} ${scope}`)}
        ${entry(labels.ground, labels.grounds[ground])}
        ${rule ? entry(labels.rule, rule) : nothing}${facts ? entry(labels.facts, facts) : nothing}
        ${entry(labels.means, means.filter(Boolean).join(' '))}
        ${date ? entry(labels.decidedAt, date) : nothing}
        ${redress ? entry(labels.redress, redressText(redress, legal)) : nothing}
      </dl>
    </div>
  `;
}
