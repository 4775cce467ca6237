/**
 * The command `emulated-media` with all that is to be emulated: `media`, `colorScheme`, `forcedColors` and `reducedMotion`, each the value
 * of the media query or "" for none. Puppeteer's own commands know no forced colours, and nothing of it in Firefox.
 */

/** By page. What a client emulates ends with it. */
const clients = new WeakMap();

async function clientOf(page) {
  if (!clients.has(page)) clients.set(page, await page.createCDPSession());
  return clients.get(page);
}

/** Chromium replaces all features at each call. */
async function emulateInChromium(page, { media, colorScheme, forcedColors, reducedMotion }) {
  const client = await clientOf(page);
  await client.send('Emulation.setEmulatedMedia', {
    media,
    features: [
      { name: 'prefers-color-scheme', value: colorScheme },
      { name: 'forced-colors', value: forcedColors },
      { name: 'prefers-reduced-motion', value: reducedMotion },
    ],
  });
}

/**
 * Sets what Firefox's own developer tools set, in the window of the browser around the page. Firefox allows that with
 * `--remote-allow-system-access`.
 */
async function emulateInFirefox(page, { media, colorScheme, forcedColors, reducedMotion }) {
  const { connection } = page.browser();
  const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const overrides = {
    mediumOverride: media,
    prefersColorSchemeOverride: colorScheme || 'none',
    forcedColorsOverride: forcedColors || 'none',
    prefersReducedMotionOverride: reducedMotion || 'none',
  };
  for (const { context } of result.contexts) {
    const response = await connection.send('script.evaluate', {
      expression: `for (const { browsingContext } of gBrowser.browsers) Object.assign(browsingContext, ${JSON.stringify(overrides)});`,
      target: { context },
      awaitPromise: false,
    });
    if (response.result.type === 'exception') throw new Error(response.result.exceptionDetails.text);
  }
}

export const mediaPlugin = {
  name: 'emulated-media',
  async executeCommand({ command, payload, session }) {
    if (command !== 'emulated-media') return undefined;
    const page = session.browser.getPage(session.id);
    await (session.browser.name === 'Firefox' ? emulateInFirefox : emulateInChromium)(page, payload);
    return true;
  },
};
