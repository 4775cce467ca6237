import type { WriteStream } from 'node:tty';

/** Milliseconds between two updates. */
const INTERVAL = 100;

const WIDTH = 30;

/** A bar that shows how much of the files has been read, if `output` is a terminal. */
export function progressBar(
  total: number,
  output: Pick<WriteStream, 'isTTY' | 'write'>,
): {
  readonly addBytes: (bytes: number) => void;
  readonly setCount: (count: number) => void;
  readonly end: () => void;
} {
  let bytes = 0;
  let count = 0;
  let drawn = -Infinity;
  const draw = (): void => {
    const now = performance.now();
    if (!output.isTTY || now - drawn < INTERVAL) return;
    drawn = now;
    const part = total > 0 ? Math.min(bytes / total, 1) : 0;
    const bar = '█'.repeat(Math.round(part * WIDTH)).padEnd(WIDTH, '░');
    output.write(`\r${bar} ${Math.round(part * 100)} %  ${count.toLocaleString('en')} comments`);
  };
  return {
    addBytes(more) {
      bytes += more;
      draw();
    },
    setCount(value) {
      count = value;
    },
    end() {
      // Erases the line.
      if (drawn > 0) output.write('\r\u001b[2K');
      drawn = -Infinity;
    },
  };
}
