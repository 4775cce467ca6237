/**
 * Runs a server and ends it, with all that it has started itself, when whoever asked for it closes this process's input: by
 * itself, or by coming to an end in whatever way. So no server outlives the tests, even where those are killed.
 *
 * `node keeper.mjs COMMAND ARGUMENT…`, as the leader of a process group of its own.
 */
import { spawn } from 'node:child_process';

const GRACE = 10_000;

const [, , command, ...args] = process.argv;
const tellAll = (signal) => process.kill(-process.pid, signal);

// It is meant for the others of the group.
process.on('SIGTERM', () => {});
process.stdin.resume().once('close', () => {
  tellAll('SIGTERM');
  setTimeout(() => tellAll('SIGKILL'), GRACE);
});

const server = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
server.once('error', (error) => {
  console.error(error.message);
  process.exitCode = 1;
  tellAll('SIGKILL');
});
// Its workers may not have noticed yet; this process is one of the group as well.
server.once('exit', () => tellAll('SIGKILL'));
