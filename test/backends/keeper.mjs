/**
 * Runs a server and terminates it, with its child processes, when stdin closes. That happens however the parent ends, so
 * no server outlives the tests, even if they are killed.
 *
 * `node keeper.mjs COMMAND ARGUMENT…`, as the leader of its own process group.
 */
import { spawn } from 'node:child_process';

const GRACE = 10_000;

const [, , command, ...args] = process.argv;
const signalGroup = (signal) => process.kill(-process.pid, signal);

// The signal is meant for the rest of the group.
process.on('SIGTERM', () => {});
process.stdin.resume().once('close', () => {
  signalGroup('SIGTERM');
  setTimeout(() => signalGroup('SIGKILL'), GRACE);
});

const server = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
server.once('error', (error) => {
  console.error(error.message);
  process.exitCode = 1;
  signalGroup('SIGKILL');
});
// Ends remaining workers, and this process as a member of the group.
server.once('exit', () => signalGroup('SIGKILL'));
