/** Remedies for invalid settings. docs/reference.md has the same table. */
import type { Settings } from './settings.js';

/** The slots of the section. */
export const slotNames = ['policy', 'closed', 'empty', 'sign-in', 'composer-end'];

/** For each setting, how to correct an invalid value, and the value used until then. */
export const remedies: Readonly<Record<keyof Settings, string>> = {
  adapter: 'Set an object with open() and list(). Until then, the attributes backend and src are used.',
  discussion: 'Set the key of the discussion at the backend. Until then, the address of the page is used.',
  comment: 'Set the id of a comment at the backend. Until then, nothing is quoted.',
  href: 'Set the address of the page with the discussion, or omit it. Until then, the permalink from the backend is used.',
  backend: 'Set the name of a built-in adapter, or omit it. Until then, http is used if src is set.',
  src: 'Set the address of the backend, or omit it. Until then, no backend is used.',
  token: 'Set a string, or a function that returns a string or a promise of one. Until then, no viewer is signed in.',
  order:
    'Set the id of an order that the adapter offers, such as newest. Until then, the first order that the adapter offers is used.',
  pageSize: 'Use a whole number from 1 to 1000. Until then, 25 is used.',
  policyHref: 'Set an address, or omit it. Until then, there is no link to the policy.',
  reportHref: 'Set an address, or omit it. Until then, reports are only sent through the adapter.',
  reportReasons: 'Set a list like [{ id: "illegal", form: "notice" }]. Until then, the adapter’s reasons are used.',
  headingLevel: 'Use a whole number from 1 to 6. Until then, 2 is used.',
  timeZone: 'Use an IANA name such as "America/New_York". Until then, the reader’s time zone is used.',
  timeStyle: 'Use relative or absolute. Until then, relative is used.',
  toolbar: 'Use on or off. Until then, on is used.',
  loading: 'Use lazy or eager. Until then, lazy is used.',
  format: 'Use text or number. Until then, text is used.',
  messages: 'Set an object with messages. Until then, the messages of the language are used.',
};
