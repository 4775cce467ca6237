import { spawn } from 'node:child_process';
import { Unavailable } from './unavailable.js';

/** Runs a program to its end and answers with what it printed. A program that fails, or is not there, makes the server unavailable. */
export function run(command: string, args: readonly string[], { cwd }: { readonly cwd: string }): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (data: Buffer) => (output += data.toString()));
    child.stderr.on('data', (data: Buffer) => (output += data.toString()));
    child.on('error', (error) => reject(new Unavailable(`${command} could not be run: ${error.message}`)));
    child.on('close', (code) => {
      if (code === 0) resolve(output);
      else reject(new Unavailable(`"${[command, ...args].join(' ')}" failed with the status ${code}:\n${output.slice(-2000)}`));
    });
  });
}
