import { ConfigError } from './config.js';

/** What has been started and is to be stopped in order. */
export interface Running {
  /** What is said on the console when it has started. */
  readonly message: string;
  close(): Promise<void>;
}

/** Runs a program until it is told to end. What the environment got wrong is said in a sentence, without a stack. */
export async function run(start: () => Promise<Running>): Promise<void> {
  try {
    const { message, close } = await start();
    console.log(message);
    const stop = (): void => {
      // A second signal ends the process at once, as if nobody listened.
      process.off('SIGTERM', stop).off('SIGINT', stop);
      close().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
    };
    process.on('SIGTERM', stop).on('SIGINT', stop);
  } catch (error) {
    console.error(error instanceof ConfigError ? error.message : error);
    process.exit(1);
  }
}
