import { ConfigError } from './config.js';

/** Why a port cannot be had, in words; any other failure as it is. */
export function describePortError(error: unknown, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'EADDRINUSE':
      return new ConfigError(`Port ${port} is taken. Set PORT to a free one, for instance: PORT=${port === 65535 ? 8001 : port + 1}`);
    case 'EACCES':
      return new ConfigError(`Port ${port} may not be used by this account. Set PORT to one above 1023.`);
    default:
      return error;
  }
}
