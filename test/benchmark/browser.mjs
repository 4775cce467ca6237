/** The browser of the benchmark. */
import { launchChromium } from '../support/launch-chromium.mjs';

/**
 * Features that would disturb a measurement. The pop-ups of the address bar load four hundred modules for each new context, at the
 * time at which its page opens. The others are of Playwright's own list, which this one replaces.
 */
const disturbing = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'PaintHolding',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
];

export const launchBrowser = () => launchChromium([`--disable-features=${disturbing.join()}`]);
