/** What the attributes and properties of the elements may be. */
import { pageUrl } from '../../content/safe-url.js';
import type { ReportReason } from '../../model/adapter.js';
import { isPageSize } from '../../model/discussion/page-size.js';
import { countTests, isId, isOneOf, isText, type Test, type Tests, usableSettings } from './usable-settings.js';

export type { Settings, TokenAttribute, UnusableSetting } from './usable-settings.js';

const isLevel: Test = (raw) => Number.isInteger(raw) && (raw as number) > 0 && (raw as number) <= 6;

/** False for scripts: a content management system may let its editors set these addresses. */
const isPageUrl: Test = (raw) => isText(raw) && pageUrl(raw) !== undefined;

/** `misconfiguration.ts` looks at what else is in them. A form that is none asks for a short report. */
const areReasons: Test = (raw) => Array.isArray(raw) && raw.every((reason?: ReportReason) => isText(reason?.id));

const tests: Tests = {
  ...countTests,
  comment: isId,
  headingLevel: isLevel,
  href: isText,
  loading: isOneOf('lazy', 'eager'),
  // The store knows what the adapter offers.
  order: isText,
  pageSize: isPageSize,
  policyHref: isPageUrl,
  reportHref: isPageUrl,
  reportReasons: areReasons,
  timeStyle: isOneOf('relative', 'absolute'),
  timeZone: isText,
  toolbar: isOneOf('on', 'off'),
};

/** Reads the settings of an element, and what its page has set that cannot be used. */
export function readSettings(element: Element): ReturnType<typeof usableSettings<keyof Tests>> {
  return usableSettings(element, tests);
}
