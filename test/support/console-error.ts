import { waitFor } from './wait-for.js';

/**
 * Runs `act`, waits until the console has an error with these words, and resolves with what `act` has returned. That error is expected,
 * so the log of the tests does not show it. Any other is shown.
 */
export async function expectConsoleError<Result>(words: string, act: () => Promise<Result>): Promise<Result> {
  const { error } = console;
  let isLogged = false;
  console.error = (...values: unknown[]) => {
    if (values.map(String).join(' ').includes(words)) isLogged = true;
    else error(...values);
  };
  try {
    const result = await act();
    await waitFor(() => {
      if (!isLogged) throw new Error(`The console has no error "${words}".`);
    });
    return result;
  } finally {
    console.error = error;
  }
}

/** In place of the console, takes what each test of a suite writes there as an error. Returns the lines of the test so far. */
export function takeConsoleErrors(): () => readonly unknown[][] {
  const { error } = console;
  let lines: unknown[][] = [];
  beforeEach(() => {
    lines = [];
    console.error = (...words: unknown[]) => void lines.push(words);
  });
  afterEach(() => {
    console.error = error;
  });
  return () => lines;
}
