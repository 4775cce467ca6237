import { ConfigError } from '../rules/config.js';
import { logError } from './root.js';

/** A started program. */
export interface Running {
  /** Printed on the console once it has started. */
  readonly message: string;
  close(): Promise<void>;
}

/** Runs a program until SIGINT or SIGTERM, then closes it. Configuration errors are printed without a stack trace. */
export async function run(start: () => Promise<Running>): Promise<void> {
  try {
    const { message, close } = await start();
    console.log(message);
    const stop = (): void => {
      // A second signal ends the process at once.
      process.off('SIGTERM', stop).off('SIGINT', stop);
      close().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(describeFailure(error));
          process.exit(1);
        },
      );
    };
    process.on('SIGTERM', stop).on('SIGINT', stop);
  } catch (error) {
    console.error(describeFailure(error));
    process.exit(1);
  }
}

/** The message of a mistake in a setting; of any other failure what the log would have, without the values that the database repeats. */
export const describeFailure = (error: unknown): unknown =>
  error instanceof ConfigError ? error.message : logError(error);

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
