/** What holds for every state of the demo. Several test files share the states out among them, so that two can run at a time. */
import { expect } from '@open-wc/testing';
import type { DemoState } from '../../demo/states/states.js';
import { resetColorScheme, setColorScheme } from '../support/media.js';
import { setViewport } from '../support/viewport.js';
import { setUpPage, StatePage } from './state-page.js';

interface Look {
  readonly lang: 'en' | 'ar';
  readonly schemes: readonly ('light' | 'dark')[];
}

/** High enough for every state: the rows that are out of sight are not laid out. */
const HEIGHT = 4000;

export function checkStates(title: string, states: readonly DemoState[], { lang, schemes }: Look): void {
  describe(title, () => {
    const { error } = console;
    let page: StatePage | undefined;

    before(async () => {
      await setUpPage(lang);
      await setViewport({ width: 1000, height: HEIGHT });
      // Some states are mistakes of the page's, which the section tells its developer there.
      console.error = () => {};
    });
    afterEach(() => {
      page?.close();
      page = undefined;
    });
    after(async () => {
      console.error = error;
      await resetColorScheme();
    });

    for (const state of states) {
      it(`finds nothing wrong with the state "${state.name}"`, async () => {
        page = await StatePage.open(state);
        const problems: Record<string, readonly string[]> = {
          'unlisted parts': page.unlistedParts(),
          'pictures of words': page.pictures(),
          'too small': page.smallTargets(),
        };
        for (const scheme of schemes) {
          await setColorScheme(scheme);
          problems[scheme] = await page.violations();
        }
        await setViewport({ width: 320, height: HEIGHT });
        problems['at 320 pixels'] = [...page.overflow(), ...page.smallTargets()];
        await setViewport({ width: 1000, height: HEIGHT });
        expect(
          Object.entries(problems).flatMap(([where, found]) => found.map((problem) => `${where}: ${problem}`)),
        ).to.deep.equal([]);
      });
    }
  });
}
