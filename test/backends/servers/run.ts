import { spawn } from 'node:child_process';
import { Unavailable } from './unavailable.js';

/** Runs a program and returns its output. Throws `Unavailable` if it fails or is not installed. */
export function run(command: string, args: readonly string[], { cwd }: { readonly cwd: string }): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (data: Buffer) => (output += data.toString()));
    child.stderr.on('data', (data: Buffer) => (output += data.toString()));
    child.on('error', (error) => reject(new Unavailable(`${command} could not be run: ${error.message}`)));
    child.on('close', (code) => {
      if (code === 0) resolve(output);
      else
        reject(
          new Unavailable(`"${[command, ...args].join(' ')}" failed with status ${code}:\n${output.slice(-2000)}`),
        );
    });
  });
}
