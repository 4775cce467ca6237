import type { CommentsAdapter, ReportReceipt } from '../../model/adapter.js';
import { defineCheck } from '../check.js';
import { reasonOf } from '../calls.js';
import { receipt } from '../contract-shapes.js';
import { fill, post } from '../posting.js';
import { readAll } from '../reading.js';
import type { Scene } from '../scene.js';
import { shown } from '../shown-value.js';

type Reporter = CommentsAdapter & Required<Pick<CommentsAdapter, 'report'>>;

/** The ids of the reasons that the section offers by itself. */
const WELL_KNOWN = ['spam', 'other'];

/** Somebody who may report, and a comment of somebody else. */
async function reporting(scene: Scene): Promise<{ readonly reporter: Reporter; readonly id: string }> {
  await scene.having('report');
  if (!scene.adapter.submit) {
    const [id] = await fill(scene, 1);
    return { reporter: await scene.having('report'), id: id as string };
  }
  const reporter = await scene.as('other', 'report');
  return { reporter, id: (await post(scene)).id };
}

function report(scene: Scene, reporter: Reporter, what: Parameters<Reporter['report']>[1]): Promise<ReportReceipt | void> {
  return scene.answerOf(`report(${shown(what)})`, receipt, () => reporter.report(scene.discussion, what, scene.call));
}

export const reportingChecks = [
  defineCheck({
    name: 'report: is taken, with a receipt or without',
    rule: 'report() answers with nothing, or with a receipt, once the backend has the report; a first one is not "already reported".',
    hint: 'The answer of the backend is handed on as it is (true, an empty text).',
    async act(scene: Scene) {
      const { reporter, id } = await reporting(scene);
      const answer = await report(scene, reporter, { id, reason: reasonOf(reporter) });
      if (answer?.alreadyReported)
        scene.fail({ did: 'report() for the first time', expected: 'a receipt without alreadyReported', got: shown(answer) });
      const listed = (await readAll(scene, { adapter: reporter, limit: 50 })).find((comment) => comment.id === id);
      if (listed?.reported === false)
        scene.fail({ did: 'report(), then list() as who reported', expected: '"reported" true, or absent', got: shown(listed) });
      if (!scene.adapter.submit) return;
      const toOthers = (await readAll(scene, { limit: 50 })).find((comment) => comment.id === id);
      if (toOthers?.reported)
        scene.fail({ did: 'report(), then list() as somebody else', expected: 'no "reported"', got: shown(toOthers) });
    },
  }),
  defineCheck({
    name: 'report: twice is no mistake',
    rule: 'A second report of the same comment by the same person is taken for done: with alreadyReported, or as a success like the first.',
    hint: 'The backend answers 409 to the second, and the adapter throws "duplicate".',
    async act(scene: Scene) {
      const { reporter, id } = await reporting(scene);
      await report(scene, reporter, { id, reason: reasonOf(reporter) });
      await report(scene, reporter, { id, reason: reasonOf(reporter) });
    },
  }),
  defineCheck({
    name: 'report: each reason that is offered is taken',
    rule: 'Every reason in features.report.reasons is taken (where there are none, those of the section), and a text of 500 characters with it unless features.report.detail is false.',
    hint: 'The backend knows other words than features says, or a column is too short for the text.',
    async act(scene: Scene) {
      await scene.having('report', 'submit');
      const reporter = await scene.as('other', 'report');
      const { reasons, detail: takesText = true } = reporter.features?.report ?? {};
      const detail = takesText ? 'é'.repeat(500) : undefined;
      for (const reason of reasons?.map(({ id }) => id) ?? WELL_KNOWN) {
        const { id } = await post(scene);
        await report(scene, reporter, { id, reason, ...(detail !== undefined && { detail }) });
      }
    },
  }),
  defineCheck({
    name: 'report: can be taken back',
    rule: 'After withdrawReport() the comment is not reported any more by this person, and can be reported again as if for the first time.',
    hint: 'The report is marked as withdrawn, and found again by the look for an earlier one.',
    async act(scene: Scene) {
      const { reporter, id } = await reporting(scene);
      const { withdrawReport } = scene.withMethods(reporter, ['withdrawReport']);
      await report(scene, reporter, { id, reason: reasonOf(reporter) });
      await scene.answer('withdrawReport()', () => withdrawReport.call(reporter, scene.discussion, id, scene.call));
      const did = 'report(), then withdrawReport()';
      await scene.eventually(
        { did: `${did}, then list()`, expected: '"reported" false, or absent' },
        async () => (await readAll(scene, { adapter: reporter, limit: 50 })).find((comment) => comment.id === id),
        (listed) => (listed?.reported ? shown(listed) : undefined),
      );
      const again = await report(scene, reporter, { id, reason: reasonOf(reporter) });
      if (again?.alreadyReported)
        scene.fail({ did: `${did}, then report()`, expected: 'a receipt without alreadyReported', got: shown(again) });
    },
  }),
];
