import { AdapterError, type CommentPage, type ErrorKind } from '../../../src/model/adapter.js';
import { mapped, onBadLine, unheeding } from './planted-fault.js';

/** `list` throws something else than it should under one fault. */
const throwing = (check: string, mistake: string, error: () => unknown) =>
  onBadLine(check, mistake, () => ({
    list: async () => {
      throw error();
    },
  }));

const ofKind = (kind: ErrorKind) => (): AdapterError => new AdapterError(kind, 'Something else');

export const line = [
  throwing('line: no connection is "network"', 'lets the error of fetch through', () => new TypeError('Failed to fetch')),
  throwing(
    'line: a web page instead of data is "bad-response"',
    'lets the error of the parser through',
    () => new SyntaxError('Unexpected token <'),
  ),
  onBadLine('line: an empty answer is "bad-response"', 'takes it for an empty list', () => ({ list: async () => ({ items: [] }) })),
  throwing(
    'line: an answer that breaks off is "bad-response"',
    'lets the error of the parser through',
    () => new SyntaxError('Unexpected end'),
  ),
  onBadLine('line: data that means nothing is "bad-response"', 'does not look at the answer', () => ({
    list: async () => [1, 2, 3] as unknown as CommentPage,
  })),
  throwing('line: a failing server is "unavailable"', 'reads the body first', ofKind('bad-response')),
  onBadLine('line: a failing server is "unavailable"', 'says that nothing is stored', ({ submit }) => ({
    submit: (draft, call) =>
      submit(draft, call).catch((error: unknown) => {
        throw error instanceof AdapterError ? new AdapterError(error.kind, error.message, { stored: 'no' }) : error;
      }),
  })),
  onBadLine('line: too many requests are told with the seconds to wait', 'tells milliseconds', ({ submit }) => ({
    submit: (draft, call) =>
      submit(draft, call).catch((error: unknown) => {
        if (!(error instanceof AdapterError)) throw error;
        throw new AdapterError(error.kind, error.message, { retryAfter: (error.info.retryAfter ?? 0) * 1000 });
      }),
  })),
  onBadLine('line: a backend that does not answer is "timeout"', 'lets its own AbortError through', () => ({
    open: async () => {
      throw new DOMException('Timeout', 'AbortError');
    },
  })),
  onBadLine('line: a backend that does not answer is "timeout"', 'waits for ever', () => ({ open: () => new Promise(() => {}) })),
  onBadLine('line: a write is sent once', 'tries again', ({ submit }) => ({
    submit: (draft, call) => submit(draft, call).catch(() => submit(draft, call)),
  })),
  onBadLine('abort: ends the wait for a silent backend', 'does not hand the signal on', ({ list }) => ({
    list: (query) => list(query, unheeding()),
  })),
  onBadLine('status: one that the adapter does not know is "hidden"', 'takes what it does not know for visible', ({ list }) => ({
    list: (query, call) => mapped(list(query, call), (comment) => ({ ...comment, status: 'visible' })),
  })),
  onBadLine('repeat: after a lost answer there is one comment', 'makes a key of its own each time', ({ submit }) => ({
    submit: (draft, call) => submit({ ...draft, submitKey: crypto.randomUUID() }, call),
  })),
];
