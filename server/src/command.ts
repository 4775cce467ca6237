#!/usr/bin/env node
/** The command `article-comments-server`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isExpected } from 'article-comments-import';
import { describeFailure, run } from './http/run.js';
import { readSettings, serve } from './http/serve.js';
import { settingsInForce } from './http/settings-in-force.js';
import { checkSite } from './http/start-site.js';
import { notesOfSites } from './http/startup-notes.js';
import { runExport, runImport } from './http/transfer.js';
import { ConfigError } from './rules/config.js';

const usage = `Usage:
  article-comments-server                          Starts the server and prints its address.
  article-comments-server --check                  Prints the settings and house rules in force, and starts nothing.
  article-comments-server import <format> <file>…  Imports comments. Formats and options: article-comments-import --help
  article-comments-server import backup <folder>/private.jsonl
  article-comments-server export --out <folder>    Exports all comments, and a backup that is not public.
  article-comments-server report                   Reports on decisions. This version reports nothing.
  article-comments-server --help | --version

import and export take --site <id> where SITES has several, and import takes --to <database>: an address such as
postgres://…, or a folder. An embedded database takes one process at a time: stop the server first.

Settings are environment variables, among them:
  PORT          Default 8010.                  PUBLIC_URL    The address that readers use.
  DATABASE_URL  postgres://…                   DATA_DIR      Folder of the embedded database. Default ./data
  POLICY_URL    Your comment policy.           CONTACT       Where people contest a decision.
  JWT_SECRET    Verifies readers' tokens.      JWT_COOKIE    Cookie with the token, for moderators.
  SMTP_URL      Your mail server.              MAIL_FROM     Sender of the mails.
  RULES         JSON file with house rules.    SITES         JSON file with several sites.
The README of the package has all of them.`;

/** The package's own file lies above the sources as well as the built files. */
function version(): string {
  const manifest = readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { readonly version: string }).version;
}

function check(): number {
  const settings = readSettings(process.env);
  settings.sites.forEach(checkSite);
  console.log(settingsInForce(settings));
  for (const note of notesOfSites(settings)) console.warn(note);
  return 0;
}

/** Returns the status to exit with. */
async function execute(name: string, args: readonly string[]): Promise<number> {
  switch (name) {
    case '--help':
      console.log(usage);
      return 0;
    case '--version':
      console.log(version());
      return 0;
    case '--check':
      return check();
    case 'import':
      return runImport(args);
    case 'export':
      return runExport(args);
    case 'report':
      console.log('This version reports nothing.');
      return 0;
    default:
      throw new ConfigError(`There is no command "${name}". article-comments-server --help lists them.`);
  }
}

const [name, ...args] = process.argv.slice(2);
if (name === undefined) await run(() => serve(process.env));
else
  try {
    process.exitCode = await execute(name, args);
  } catch (error) {
    console.error(isExpected(error) ? error.message : describeFailure(error));
    process.exitCode = 2;
  }
