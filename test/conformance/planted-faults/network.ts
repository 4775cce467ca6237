import { AdapterError, type CommentPage, type ErrorKind } from '../../../src/model/adapter.js';
import { mapComments, plantedOnFault, neverAborted } from './planted-fault.js';

/** `list` throws the wrong error. */
const throwing = (check: string, mistake: string, error: () => unknown) =>
  plantedOnFault(check, mistake, () => ({
    list: async () => {
      throw error();
    },
  }));

const ofKind = (kind: ErrorKind) => (): AdapterError => new AdapterError(kind, 'Wrong kind');

export const networkFaults = [
  throwing(
    'network: no connection is "network"',
    'passes on the error of fetch',
    () => new TypeError('Failed to fetch'),
  ),
  throwing(
    'network: a web page instead of data is "bad-response"',
    'passes on the error of the parser',
    () => new SyntaxError('Unexpected token <'),
  ),
  plantedOnFault('network: an empty response is "bad-response"', 'treats it as an empty list', () => ({
    list: async () => ({ items: [] }),
  })),
  throwing(
    'network: a truncated response is "bad-response"',
    'passes on the error of the parser',
    () => new SyntaxError('Unexpected end'),
  ),
  plantedOnFault('network: unexpected JSON is "bad-response"', 'does not validate the response', () => ({
    list: async () => [1, 2, 3] as unknown as CommentPage,
  })),
  throwing(
    'network: a server error is "unavailable"',
    'parses the body before it checks the status',
    ofKind('bad-response'),
  ),
  throwing(
    'network: a server error is "unavailable"',
    'shows the web page to readers',
    () => new AdapterError('unavailable', '<!doctype html><h1>Error</h1>'),
  ),
  plantedOnFault('network: every method throws only AdapterErrors', 'lets the parser’s error through in one', () => ({
    get: async () => {
      throw new SyntaxError('Unexpected token <');
    },
  })),
  plantedOnFault('network: every method throws only AdapterErrors', 'shows the parser’s error to readers', () => ({
    vote: async () => {
      throw new AdapterError('unavailable', 'Unexpected token <, "<!doctype "... is not valid JSON');
    },
  })),
  plantedOnFault('network: a server error is "unavailable"', 'claims that nothing was stored', ({ submit }) => ({
    submit: (draft, call) =>
      submit(draft, call).catch((error: unknown) => {
        throw error instanceof AdapterError ? new AdapterError(error.kind, error.message, { stored: 'no' }) : error;
      }),
  })),
  plantedOnFault('network: rate limiting reports the seconds to wait', 'reports milliseconds', ({ submit }) => ({
    submit: (draft, call) =>
      submit(draft, call).catch((error: unknown) => {
        if (!(error instanceof AdapterError)) throw error;
        throw new AdapterError(error.kind, error.message, { retryAfter: (error.info.retryAfter ?? 0) * 1000 });
      }),
  })),
  plantedOnFault('network: a silent backend is "timeout"', 'passes on its own AbortError', () => ({
    open: async () => {
      throw new DOMException('Timeout', 'AbortError');
    },
  })),
  plantedOnFault('network: a silent backend is "timeout"', 'waits forever', () => ({
    open: () => new Promise(() => {}),
  })),
  plantedOnFault('network: a write is sent once', 'retries', ({ submit }) => ({
    submit: (draft, call) => submit(draft, call).catch(() => submit(draft, call)),
  })),
  plantedOnFault('abort: ends the wait for a silent backend', 'does not pass on the signal', ({ list }) => ({
    list: (query) => list(query, neverAborted()),
  })),
  plantedOnFault('status: an unknown status becomes "hidden"', 'treats it as visible', ({ list }) => ({
    list: (query, call) => mapComments(list(query, call), (comment) => ({ ...comment, status: 'visible' })),
  })),
  plantedOnFault(
    'idempotency: retrying after a lost response stores one comment',
    'uses a new key for each attempt',
    ({ submit }) => ({
      submit: (draft, call) => submit({ ...draft, submitKey: crypto.randomUUID() }, call),
    }),
  ),
];
