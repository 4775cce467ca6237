/** What developers are told of settings and slots. docs/reference.md has the same table. */
import type { Settings } from './settings.js';

/** What a page can put into the section. */
export const slotNames = ['policy', 'closed', 'empty', 'sign-in', 'composer-end'];

/** The remedy for a setting that cannot be used, and what takes its place until then. */
export const remedies: Readonly<Record<keyof Settings, string>> = {
  adapter: 'Set an object with open() and list(). Until then, the attributes backend and src count.',
  discussion: 'Set the key of the discussion at the backend. Until then, it is the address of the page.',
  comment: 'Set the id of a comment at the backend. Until then, nothing is quoted.',
  href: 'Set the address of the page with the discussion, or leave it out. Until then, it is the one that the backend has.',
  backend: 'Set the name of a built-in adapter, or leave it out. Until then, it is http where src is set.',
  src: 'Set the address of the backend, or leave it out. Until then, there is none.',
  token: 'Set a text, or a function that returns one or a promise of one. Until then, nobody is signed in.',
  order:
    'Set the id of an order that the adapter offers, such as newest. Until then, it is the first order that the adapter offers.',
  pageSize: 'Use a whole number from 1 to 1000. Until then, it is 25.',
  policyHref: 'Set an address, or leave it out. Until then, there is no link to the policy.',
  reportHref: 'Set an address, or leave it out. Until then, only the adapter can take reports.',
  reportReasons: 'Set a list like [{ id: "illegal", form: "notice" }]. Until then, the adapter says which.',
  headingLevel: 'Use a whole number from 1 to 6. Until then, it is 2.',
  timeZone: 'Use an IANA name such as "America/New_York". Until then, it is the reader’s time zone.',
  timeStyle: 'Use relative or absolute. Until then, it is relative.',
  toolbar: 'Use on or off. Until then, it is on.',
  loading: 'Use lazy or eager. Until then, it is lazy.',
  format: 'Use text or number. Until then, it is text.',
  messages: 'Set an object with words. Until then, they are those of the language.',
};
