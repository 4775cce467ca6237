/**
 * Type-checks, builds and drives one small app for each framework, with the package as its users install it: from the tarball.
 * `UPDATE=1 npm run test:frameworks` writes the sizes measured into docs/frameworks.md. The last line is
 * `N passed, N failed, N skipped`, for CI.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { close, runNodeTests } from '../support/node-tests.mjs';
import { installPackages } from './support/install-packages.mjs';

/** A type checker and a build after each other take half a minute on a busy machine. */
const TIMEOUT = 10 * 60_000;

const here = import.meta.dirname;
installPackages();
const files = readdirSync(here).filter((name) => name.endsWith('.test.mjs'));
close([await runNodeTests({ files: files.map((name) => join(here, name)), concurrency: 1, timeout: TIMEOUT })]);
