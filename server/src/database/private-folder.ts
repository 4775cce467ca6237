/** Keeps other users of the machine away from PGlite's data, which contains the signing key, held comments and email addresses. */
import { chmod, lstat, mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigError } from '../config.js';

/** The permissions of the group and of others. */
const ofOthers = 0o077;

/** On Windows, folders have access lists instead. Those in a user's profile are closed to others. */
const hasModes = process.platform !== 'win32';

/** Creates a folder for its owner only. Throws a `ConfigError` if it exists and others can use it. */
export async function openPrivately(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const refusal = hasModes ? refusalOf(folder, await stat(folder), process.geteuid?.()) : undefined;
  if (refusal !== undefined) throw new ConfigError(refusal);
}

/**
 * Why a folder cannot be used, with the remedy.
 *
 * @param user Id of the user of this process.
 */
export function refusalOf(
  folder: string,
  { mode, uid }: { readonly mode: number; readonly uid: number },
  user: number | undefined,
): string | undefined {
  const another = 'or set DATA_DIR to another folder.';
  if (user !== undefined && uid !== user)
    return `The data in ${folder} belongs to another user of this machine (${uid}). Run chown ${user} '${folder}', ${another}`;
  if ((mode & ofOthers) !== 0)
    return `Other users of this machine can use the data in ${folder}: its mode is ${(mode & 0o777).toString(8)}. Run chmod 700 '${folder}', ${another}`;
  return undefined;
}

/**
 * Takes the permissions of others from all files in a folder, so that copies of them are private, too. PGlite creates its files for
 * everyone to read and write, whatever the umask is.
 */
export async function closeToOthers(folder: string): Promise<void> {
  if (!hasModes) return;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() && !entry.isDirectory()) continue;
    const path = join(entry.parentPath, entry.name);
    const { mode } = await lstat(path);
    if ((mode & ofOthers) !== 0) await chmod(path, mode & 0o700);
  }
}
