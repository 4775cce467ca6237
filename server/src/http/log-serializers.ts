/** What the log has of requests and errors: nothing that people have written, no addresses and no tokens. */
import type { FastifyRequest } from 'fastify';

/** The route, because a path may have a token in it. */
export const logRequest = ({ method, routeOptions }: FastifyRequest): Record<string, unknown> & { method: string } => ({
  method,
  route: routeOptions.url,
});

interface LoggedError extends Record<string, unknown> {
  readonly type: string;
  readonly message: string;
  readonly stack: string;
}

/** Names of objects of the database. Its other details repeat values, such as the row that breaks a constraint. */
const details = ['code', 'schema', 'table', 'column', 'constraint'] as const;

export function logError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: '' };
  const { name, message, stack = '', cause } = error;
  const found = details.flatMap((detail) => {
    const value: unknown = Reflect.get(error, detail);
    return typeof value === 'string' ? [[detail, value] as const] : [];
  });
  return {
    type: name,
    message,
    stack,
    ...Object.fromEntries(found),
    ...(cause !== undefined && { cause: logError(cause) }),
    ...(error instanceof AggregateError && { errors: (error.errors as readonly unknown[]).map(logError) }),
  };
}
