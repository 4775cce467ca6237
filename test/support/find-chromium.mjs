/**
 * Finds a Chromium for the tests: an installed one, or the one inside the package @sparticuz/chromium, which needs no
 * download. `CHROME_PATH` names an executable; `CHROME_PATH=bundled` forces the one in the package.
 */
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** macOS keeps it outside `PATH`. */
const outsidePath =
  process.platform === 'darwin' ? ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'] : [];

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Chromium refuses to run its sandbox for root, the usual user in a container. */
const sandboxArguments = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** The first of the given programs in `PATH`. */
export function findInPath(programs) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return programs.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

/**
 * Without a font the bundled browser crashes when it draws a text field. The package's own font configuration names only
 * folders of AWS Lambda.
 */
function fontConfiguration(folder) {
  const folders = [join(folder, 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts'];
  const lines = [...folders.map((path) => `<dir>${path}</dir>`), `<cachedir>${join(folder, 'fonts-cache')}</cachedir>`];
  return `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>\n${lines.join('\n')}\n</fontconfig>\n`;
}

/**
 * Unpacks the browser inside @sparticuz/chromium, once for each version.
 *
 * The package reuses any file in the temporary folder, even a truncated one. So it gets a folder of its own, and a marker
 * file once it has unpacked everything. It unpacks the system libraries only if the environment looks like AWS Lambda with
 * Node 22 at the moment it is imported.
 */
async function unpackBundledChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('Found no Chromium: set CHROME_PATH to one. The bundled one runs on Linux on x64 only.');
  }
  const modules = join(import.meta.dirname, '..', '..', 'node_modules');
  const { version } = JSON.parse(readFileSync(join(modules, '@sparticuz', 'chromium', 'package.json'), 'utf8'));
  const folder = join(modules, '.cache', `chromium-${version}`);
  const marker = join(folder, 'complete');
  if (!existsSync(marker)) {
    const reason = process.env.CHROME_PATH === 'bundled' ? 'CHROME_PATH is "bundled"' : 'Found no installed Chromium';
    console.error(`${reason}: unpacking the bundled one, which takes half a minute.`);
    rmSync(folder, { recursive: true, force: true });
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'fonts.conf'), fontConfiguration(folder));
  process.env.FONTCONFIG_PATH = folder;

  const { TMPDIR, AWS_LAMBDA_JS_RUNTIME } = process.env;
  process.env.TMPDIR = folder;
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs22.x';
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    const executablePath = await chromium.executablePath();
    writeFileSync(marker, '');
    return executablePath;
  } finally {
    restore('TMPDIR', TMPDIR);
    restore('AWS_LAMBDA_JS_RUNTIME', AWS_LAMBDA_JS_RUNTIME);
  }
}

function restore(name, value) {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}

/**
 * The launch options for puppeteer and playwright. `shell` is puppeteer's name for the headless-only browser.
 *
 * @returns {Promise<{ executablePath: string, args: string[], headless: true | 'shell' }>}
 */
export async function findChromium() {
  const wanted = process.env.CHROME_PATH;
  if (wanted && wanted !== 'bundled') {
    if (!isExecutable(wanted)) throw new Error(`CHROME_PATH names no executable: ${wanted}`);
    return { executablePath: wanted, args: sandboxArguments, headless: true };
  }
  const installed = wanted === 'bundled' ? undefined : (findInPath(names) ?? outsidePath.find(isExecutable));
  if (installed) return { executablePath: installed, args: sandboxArguments, headless: true };
  // Not the package's own arguments: they switch off web security, which some tests are about.
  const args = ['--no-sandbox', '--no-zygote', '--disable-dev-shm-usage'];
  return { executablePath: await unpackBundledChromium(), args, headless: 'shell' };
}
