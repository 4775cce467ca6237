import type { FastifyRequest } from 'fastify';
import type { ServerConfig } from '../config.js';

/** The origin at which browsers reach this server: as configured, or else as the request says. */
export type PublicOrigin = (request: Pick<FastifyRequest, 'protocol' | 'host'>) => string;

export const createPublicOrigin =
  ({ publicUrl }: Pick<ServerConfig, 'publicUrl'>): PublicOrigin =>
  ({ protocol, host }) =>
    publicUrl ?? `${protocol}://${host}`;
