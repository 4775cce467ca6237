/** All promises that can be checked after a step, with both pages at rest. */
import { type TabId, TABS } from '../cast.js';
import type { Journey } from '../journey.js';
import type { Step } from '../step.js';
import type { TabView } from '../tab-view.js';
import type { Violation } from '../violation.js';
import { checkBackend } from './check-backend.js';
import { checkPresence, checkReload, checkStrays, checkWarning } from './check-texts.js';
import { checkWords } from './check-words.js';

/** Steps after which a place is shown anew. */
const ARRIVALS: readonly Step['do'][] = ['visit', 'reload', 'go back'];

const isArrivalAt = (tab: TabId, step: Step | undefined): boolean =>
  step !== undefined && 'tab' in step && step.tab === tab && ARRIVALS.includes(step.do);

/** `before`: the page of the step's tab before the step. */
export function checkJourney(
  journey: Journey,
  step: Step | undefined,
  before: TabView | undefined,
): readonly Violation[] {
  const { model, backend, site, withoutCode } = journey;
  const stored = backend.stored();
  const ofPages = TABS.flatMap((tab): readonly Violation[] => {
    const view = journey.view(tab);
    const isCodeThere = site.code === 'ok' && !withoutCode.has(tab);
    const errors = journey.tab(tab).errors;
    return [
      ...checkStrays({ view, model }),
      ...checkPresence(tab, { view, model, stored, isCodeThere, isFresh: isArrivalAt(tab, step) }),
      ...checkWords(tab, { view, model, backend }),
      ...(step?.do === 'pause' ? checkWarning({ view, model, stored }) : []),
      ...(step?.do === 'reload' && step.tab === tab && before && isCodeThere
        ? checkReload(before, { view, model, stored })
        : []),
      ...errors.map((what): Violation => ({ promise: 'no error in the page', what })),
    ];
  });
  return [...checkBackend(model, backend), ...ofPages];
}
