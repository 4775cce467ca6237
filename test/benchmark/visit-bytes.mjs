/** Brotli bytes that a reader downloads of a build, by phase of the visit. */
import { BuiltFiles } from '../support/built-files.mjs';
import { measureVisit } from '../support/measure-visit.mjs';
import { focusTextBox, showsComments } from '../support/visit-acts.mjs';
import { discussionPage } from '../support/visit-pages.mjs';

export const phases = ['firstPicture', 'idle', 'intent'];

/** A visit to an open discussion with plain-text comments, up to the first focus of the text box. */
export async function measureVisitBytes(browser, cdnFolder) {
  const files = new BuiltFiles(cdnFolder);
  const visit = await measureVisit(browser, {
    html: discussionPage(),
    cdnFolder,
    untilReady: showsComments,
    act: focusTextBox,
  });
  return Object.fromEntries(phases.map((phase) => [phase, files.size(visit[phase])]));
}
