/** WebKit for the browser tests: the MiniBrowser of Debian's `webkit2gtk-driver`, on a display of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { webdriverLauncher } from '@web/test-runner-webdriver';

const LIBRARIES = '/usr/lib';
const START_TIMEOUT = 20_000;

/** The browser lies in a folder of its architecture and of the library's version. */
function findMiniBrowser() {
  const folders = readdirSync(LIBRARIES).flatMap((folder) =>
    ['webkit2gtk-4.1', 'webkitgtk-6.0'].map((library) => `${LIBRARIES}/${folder}/${library}/MiniBrowser`),
  );
  const found = folders.find(existsSync);
  if (!found)
    throw new Error('BROWSERS=webkit needs MiniBrowser and WebKitWebDriver: apt-get install webkit2gtk-driver xvfb.');
  return found;
}

/**
 * A display without a screen. Xvfb picks a free number and says which. Without a window manager, the window below the pointer has
 * the focus. The pointer stays in the middle of the display, which is so small that every window covers it.
 */
async function startDisplay() {
  const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '300x400x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [number] = await once(createInterface(child.stdio[3]), 'line');
  return { display: `:${number}`, child };
}

/** Settings of GTK that make the toolbar of the browser tiny. It would keep the window from becoming as narrow as a phone. */
function createSettings() {
  const folder = mkdtempSync(join(tmpdir(), 'webkit-settings-'));
  for (const version of ['gtk-3.0', 'gtk-4.0']) {
    mkdirSync(join(folder, version));
    writeFileSync(
      join(folder, version, 'gtk.css'),
      '* { min-width: 0; min-height: 0; margin: 0; padding: 0; border-width: 0; font-size: 1px }',
    );
  }
  return folder;
}

/** In the fourth column of Linux's table of sockets. */
const LISTENING = '0A';

/**
 * The port on which a process listens, from Linux's tables; undefined before it does. The driver takes port 0 for one that the system
 * chooses, but does not print it.
 */
function listeningPort(pid) {
  const files = readdirSync(`/proc/${pid}/fd`).map((file) => {
    try {
      return readlinkSync(`/proc/${pid}/fd/${file}`);
    } catch {
      // Closed since the folder was read.
      return undefined;
    }
  });
  const sockets = readFileSync(`/proc/${pid}/net/tcp`, 'utf8').split('\n').slice(1);
  for (const line of sockets) {
    const [, address, , state, , , , , , inode] = line.trim().split(/\s+/);
    if (state === LISTENING && files.includes(`socket:[${inode}]`)) return parseInt(address.split(':')[1], 16);
  }
  return undefined;
}

/** Resolves with the driver's port once it answers. */
async function started(driver) {
  const start = performance.now();
  while (performance.now() - start < START_TIMEOUT && driver.exitCode === null) {
    const port = listeningPort(driver.pid);
    const response = port && (await fetch(`http://127.0.0.1:${port}/status`).catch(() => undefined));
    if (response?.ok) return port;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`WebKitWebDriver has not answered within ${START_TIMEOUT / 1000} seconds.`);
}

/** A launcher for Web Test Runner. It can only drive one page at a time: `concurrency` has to be 1. */
export async function createWebKitLauncher() {
  const binary = findMiniBrowser();
  const { display, child: xvfb } = await startDisplay();
  const settings = createSettings();
  const driver = spawn('WebKitWebDriver', ['--port=0'], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: display,
      XDG_CONFIG_HOME: settings,
      LIBGL_ALWAYS_SOFTWARE: '1',
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    },
  });
  process.once('exit', () => {
    driver.kill();
    xvfb.kill();
    rmSync(settings, { recursive: true, force: true });
  });
  const port = await started(driver);
  return webdriverLauncher({
    hostname: '127.0.0.1',
    port,
    logLevel: 'error',
    capabilities: {
      browserName: 'MiniBrowser',
      'wdio:enforceWebDriverClassic': true,
      'webkitgtk:browserOptions': { binary, args: ['--automation'] },
    },
  });
}
