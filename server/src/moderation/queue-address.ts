/** What the address of a page of a queue says: which comments, and from where in the list. */
import { isMalformed } from '../contract/malformed-text.js';
import { Problem } from '../http/problem.js';
import { type Form, valueOf } from './form.js';
import { pages } from './page-frame.js';
import { emptyFilter, readFilter, type QueueFilter, writeFilter } from './queue-filter.js';

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
