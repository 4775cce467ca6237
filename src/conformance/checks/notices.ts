import type { Decision, Report, ReportReason } from '../../model/adapter.js';
import { inspect } from '../../model/contract/inspect.js';
import type { CheckContext } from '../check-context.js';
import { defineCheck } from '../check.js';
import { reportFor } from '../method-calls.js';
import { newKey, post } from '../posting.js';
import { findComment } from '../reading.js';
import { report, type Reporter, reporterAndComment } from './report.js';

interface Sender {
  readonly reporter: Reporter;
  readonly details: Report & Required<Pick<Report, 'notice'>>;
}

/** A person who sends a notice about a comment by someone else, for a reason that `isSuitable`. */
async function senderAndNotice(
  context: CheckContext,
  isSuitable: (reason: ReportReason) => boolean = () => true,
): Promise<Sender> {
  const { reporter, id } = await reporterAndComment(context);
  const { reasons = [] } = reporter.features?.report ?? {};
  const reason = reasons.find((one) => one.form === 'notice' && isSuitable(one));
  const { notice, ...details } = reason ? reportFor(id, reason) : {};
  if (!notice || !('id' in details))
    return context.skip('No reason in features.report.reasons has the form "notice" that this check needs.');
  return { reporter, details: { ...details, notice, key: newKey() } };
}

const decision: Decision = {
  measure: 'hidden',
  ground: 'terms',
  rule: 'Rule 4',
  facts: 'It insults a neighbour.',
  decidedAt: '2026-01-01T12:00:00Z',
};

export const noticeChecks = [
  defineCheck({
    name: 'notices: a notice is accepted and gets a reference',
    rule:
      'For a reason with the form "notice", report() accepts a notice with all fields, and resolves with a receipt that has a ' +
      'reference. A retry with the same key returns the same reference.',
    hint: 'The backend stores the reason and ignores report.notice, or creates a reference for each attempt.',
    async test(context: CheckContext) {
      const { reporter, details } = await senderAndNotice(context);
      const first = await report(context, reporter, details);
      if (!first?.reference)
        context.fail({ did: 'report() with a notice', expected: 'a reference', got: inspect(first) });
      const again = await report(context, reporter, details);
      if (again?.reference !== first?.reference)
        context.fail({
          did: 'report() with a notice, twice with one key',
          expected: inspect(first?.reference),
          got: inspect(again?.reference),
        });
    },
  }),
  defineCheck({
    name: 'notices: a notice without an explanation is rejected',
    rule: 'A notice without an explanation is rejected with the kind "invalid".',
    hint: 'Only the section validates notices. Other clients may send incomplete ones.',
    async test(context: CheckContext) {
      const { reporter, details } = await senderAndNotice(context);
      const empty: Report = { ...details, notice: { ...details.notice, explanation: ' ' } };
      await context.rejectsWith(`report(${inspect(empty)})`, { kinds: ['invalid'] }, () =>
        reporter.report(context.discussion, empty, context.call),
      );
    },
  }),
  defineCheck({
    name: 'notices: a notice without a name is rejected if the reason requires one',
    rule: 'Unless the reason is anonymous, a notice without name and email is rejected with the kind "invalid".',
    hint: 'The backend treats the name as optional for every reason.',
    async test(context: CheckContext) {
      const { reporter, details } = await senderAndNotice(context, ({ anonymous }) => !anonymous);
      const { name: _name, email: _email, ...notice } = details.notice;
      const unnamed: Report = { ...details, notice };
      await context.rejectsWith(`report(${inspect(unnamed)})`, { kinds: ['invalid'] }, () =>
        reporter.report(context.discussion, unnamed, context.call),
      );
    },
  }),
  defineCheck({
    name: 'notices: a notice without a name is accepted if the reason is anonymous',
    rule: 'For a reason that is anonymous, a notice without name and email is accepted.',
    hint: 'The backend requires a name for every reason.',
    async test(context: CheckContext) {
      const { reporter, details } = await senderAndNotice(context, ({ anonymous }) => anonymous === true);
      const { name: _name, email: _email, ...notice } = details.notice;
      await report(context, reporter, { ...details, notice });
    },
  }),
  defineCheck({
    name: 'decisions: only the author gets the reasons',
    rule: 'Only the signed-in author of the comment and moderators receive Comment.decision.',
    hint: 'The backend sends the decision to every viewer.',
    async test(context: CheckContext) {
      const { decide } = context.stage;
      await context.require('submit');
      if (!decide) return context.skipWithoutStage('decide', 'The stage cannot restrict a comment (Stage.decide).');
      const other = await context.as('other');
      const { id } = await post(context);
      await decide.call(context.stage, id, decision);
      const seen = await findComment(context, id, other);
      if (seen?.decision)
        context.fail({
          did: 'decided on a comment, then list() as another person',
          expected: 'no "decision"',
          got: inspect(seen),
        });
      const { viewer } = await context.discussionInfo(context.adapter, context.discussion);
      if (viewer?.state !== 'signed-in') return;
      await context.eventually(
        { did: 'decided on a comment, then list() as its author', expected: '"decision"' },
        () => findComment(context, id),
        (own) => (own?.decision?.ground === decision.ground ? undefined : inspect(own)),
      );
    },
  }),
];
