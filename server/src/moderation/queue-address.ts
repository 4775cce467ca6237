/** What the address of a page of a queue says: which comments, and from where in the list. */
import { Problem } from '../rules/problem.js';
import { isMalformed } from '../rules/valid-text.js';
import { type Form, valueOf } from './form.js';
import { pages } from './page-frame.js';

export const queueNames = ['held', 'reported', 'removed'] as const;

export type QueueName = (typeof queueNames)[number];

export interface QueueAddress {
  readonly queue: QueueName;
  readonly filter: QueueFilter;
  /** Position of the page; empty for the first one. */
  readonly after: string;
}

/** The parameters of the address. A form on the page sends them along, so that it leads back to the page. */
export function parametersOf({ filter, after }: QueueAddress): URLSearchParams {
  const parameters = writeFilter(filter);
  if (after !== '') parameters.set('after', after);
  return parameters;
}

/** `path`: of the moderation pages. */
export function hrefOf(path: string, address: QueueAddress): string {
  const parameters = parametersOf(address).toString();
  return `${path}${pages[address.queue]}${parameters === '' ? '' : `?${parameters}`}`;
}

export function readAddress(queue: string, parameters: URLSearchParams): QueueAddress {
  // A form contains the parameters as one text, in which such a character is encoded.
  if ([...parameters.values()].some(isMalformed))
    throw new Problem('invalid', 'The address of the page contains an invalid character. Go back to its first page.');
  return {
    queue: queueNames.find((name) => name === queue) ?? 'held',
    filter: readFilter(parameters),
    after: parameters.get('after') ?? '',
  };
}

/** The address of the page that a form was on. */
export const readReturnAddress = (form: Form): QueueAddress =>
  readAddress(valueOf(form, 'from'), new URLSearchParams(valueOf(form, 'page')));

export const firstPage = (address: QueueAddress): QueueAddress => ({ ...address, after: '' });

export const unfiltered = (address: QueueAddress): QueueAddress => ({ ...address, filter: emptyFilter, after: '' });

const writers = ['guest', 'account', 'first'] as const;
const causes = ['words', 'check', 'rule'] as const;

/** Time in the queue. */
export const ages = {
  'newer-hour': { side: 'newer', hours: 1, amount: 1, unit: 'hour' },
  'newer-day': { side: 'newer', hours: 24, amount: 1, unit: 'day' },
  'older-day': { side: 'older', hours: 24, amount: 1, unit: 'day' },
  'older-week': { side: 'older', hours: 168, amount: 7, unit: 'day' },
} as const;

export type Age = keyof typeof ages;

const ageNames = Object.keys(ages) as readonly Age[];

export interface QueueFilter {
  /** Words of the text or of the author's name, or the id of the author. */
  readonly search: string;
  /** Key of a discussion; empty for all. */
  readonly discussion: string;
  /** `first`: nothing by its author is published yet. */
  readonly by: (typeof writers)[number] | '';
  /** Why it is held: a word of the list, the judge, or neither. */
  readonly cause: (typeof causes)[number] | '';
  readonly age: Age | '';
}

export const emptyFilter: QueueFilter = { search: '', discussion: '', by: '', cause: '', age: '' };

export const isFiltered = (filter: QueueFilter): boolean => Object.values(filter).some((value) => value !== '');

/** Values that no page offers count as none. */
export const readFilter = (parameters: URLSearchParams): QueueFilter => ({
  search: (parameters.get('search') ?? '').trim().slice(0, 200),
  discussion: parameters.get('discussion') ?? '',
  by: writers.find((one) => one === parameters.get('by')) ?? '',
  cause: causes.find((one) => one === parameters.get('cause')) ?? '',
  age: ageNames.find((one) => one === parameters.get('age')) ?? '',
});

export const writeFilter = (filter: QueueFilter): URLSearchParams =>
  new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ''));
