/**
 * Loaded before the tests, in Node and in browsers: an unhandled rejection or an error on the console, which Mocha would only print,
 * fails the test that was running. A test that expects such an error says so with `expectConsoleError`.
 */
const unnoticed: Error[] = [];

const { error } = console;
console.error = (...values: unknown[]): void => {
  error(...values);
  const cause = values.find((value) => value instanceof Error);
  unnoticed.push(new Error(`Unexpected console.error: ${values.map(String).join(' ')}`, { cause }));
};

function noticeRejection(reason: unknown): void {
  // A planted fault, which a conformance check has to notice.
  if (reason instanceof Error && reason.name === 'PlantedRejection') return;
  unnoticed.push(new Error(`Unhandled rejection: ${String(reason)}`, { cause: reason }));
}

if ('window' in globalThis) {
  window.addEventListener('unhandledrejection', (event) => {
    event.preventDefault();
    noticeRejection(event.reason);
  });
} else {
  process.on('unhandledRejection', noticeRejection);
}

/** Throws an error that lists those of which no test knows yet. */
export function throwIfUnnoticed(): void {
  const errors = unnoticed.splice(0);
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'), { cause: errors[0] });
}

afterEach(throwIfUnnoticed);
// For what came after the last test.
after(throwIfUnnoticed);
