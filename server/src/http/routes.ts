/** Adds a route for each operation of the contract, with validation by its schemas. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../identity/caller.js';
import type { ApiRequest, Handler } from '../operations/api-request.js';
import { rejectMalformedText } from '../rules/valid-text.js';
import type { Contract, Operation, Parameter, Schema, Validators } from './contract.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Set on routes of the contract. */
    operation?: Operation;
    /** Set on other routes whose responses are the same for everybody. */
    isPublic?: boolean;
  }
}

/** Throws if an operation has no handler, or a handler has no operation. */
export function addRoutes(
  app: FastifyInstance,
  contract: Contract,
  validators: Validators,
  handlers: Readonly<Record<string, Handler>>,
  authenticate: (request: FastifyRequest, reply: FastifyReply) => Promise<Caller>,
): void {
  const known = new Set(contract.operations.map(({ id }) => id));
  const unknown = Object.keys(handlers).filter((id) => !known.has(id));
  if (unknown.length > 0) throw new Error(`The contract has no operation ${unknown.join(', ')}.`);
  app.setValidatorCompiler(({ schema, httpPart }) => {
    const validate = httpPart === 'body' ? validators.json(schema as Schema) : validators.parameters(schema as Schema);
    return (data) => (validate(data) ? { value: data } : { error: validate.errors as unknown as Error });
  });
  for (const operation of contract.operations) {
    const handler = handlers[operation.id];
    if (!handler) throw new Error(`The operation ${operation.id} has no handler.`);
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
        rejectMalformedText(request);
        // Validation would reject an absent body as a value of the wrong type.
        if (operation.body && !operation.needsBody) request.body ??= {};
      },
      handler: async (request, reply) =>
        handler({
          caller: await authenticate(request, reply),
          query: request.query as ApiRequest['query'],
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
