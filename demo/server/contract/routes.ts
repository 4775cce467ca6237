/** Makes routes of the contract's operations, which check what comes in by its schemas. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../identity/caller.js';
import type { Contract, Operation, Parameter, Schema } from './document.js';
import { refuseBrokenText } from './broken-text.js';
import type { Validators } from './validators.js';

/** What a handler gets. `query`, `path` and `body` have passed the contract's schemas and no other test. */
export interface Asked<Query = Readonly<Record<string, unknown>>, Body = unknown> {
  readonly caller: Caller;
  readonly query: Query;
  readonly id: string;
  readonly body: Body;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Answers one operation: what it resolves to is sent as JSON. */
export type Handler = (asked: Asked) => Promise<unknown>;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Set for what the contract describes. */
    operation?: Operation;
  }
}

/** Throws when an operation has no handler, or a handler no operation. */
export function addRoutes(
  app: FastifyInstance,
  contract: Contract,
  validators: Validators,
  handlers: Readonly<Record<string, Handler>>,
  identify: (request: FastifyRequest, reply: FastifyReply) => Promise<Caller>,
): void {
  const known = new Set(contract.operations.map(({ id }) => id));
  const strays = Object.keys(handlers).filter((id) => !known.has(id));
  if (strays.length > 0) throw new Error(`The contract has no operation ${strays.join(', ')}.`);
  app.setValidatorCompiler(({ schema, httpPart }) => {
    const validate = httpPart === 'body' ? validators.json(schema as Schema) : validators.asText(schema as Schema);
    return (data) => (validate(data) ? { value: data } : { error: validate.errors as unknown as Error });
  });
  for (const operation of contract.operations) {
    const handler = handlers[operation.id];
    if (!handler) throw new Error(`Nothing answers the operation ${operation.id}.`);
    app.route({
      method: operation.method,
      url: operation.path.replaceAll(/\{(\w+)\}/g, ':$1'),
      config: { operation },
      schema: {
        querystring: schemaOf(operation.parameters, 'query'),
        params: schemaOf(operation.parameters, 'path'),
        ...(operation.body && { body: operation.body }),
      },
      preValidation: async (request) => {
        refuseBrokenText(request);
        // Validation takes what is absent for a value of the wrong type.
        if (operation.body && !operation.needsBody) request.body ??= {};
      },
      handler: async (request, reply) =>
        handler({
          caller: await identify(request, reply),
          query: request.query as Asked['query'],
          id: (request.params as { readonly id?: string }).id ?? '',
          body: request.body,
          request,
          reply,
        }),
    });
  }
}

function schemaOf(parameters: readonly Parameter[], where: Parameter['in']): Schema {
  const wanted = parameters.filter((parameter) => parameter.in === where);
  return {
    type: 'object',
    properties: Object.fromEntries(wanted.map(({ name, schema }) => [name, schema])),
    required: wanted.filter(({ required }) => required).map(({ name }) => name),
  };
}
