/** Which comments of a queue a moderator wants to see. All of it is in the address of the page. */

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
