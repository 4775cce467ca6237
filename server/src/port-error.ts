import { ConfigError } from './config.js';

/** Turns the failure to open a port into a message. Returns any other error as it is. */
export function describePortError(error: unknown, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'EADDRINUSE':
      return new ConfigError(
        `Port ${port} is in use. Set PORT to a free one, for example PORT=${port === 65535 ? 8001 : port + 1}`,
      );
    case 'EACCES':
      return new ConfigError(`This account may not use port ${port}. Set PORT to one above 1023.`);
    default:
      return error;
  }
}
