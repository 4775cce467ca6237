/**
 * What the runner's own commands cannot do by WebDriver: `webkit-keys` takes what `sendKeys` does, `webkit-window` the size
 * of the window in pixels.
 */

/** Keys without a letter, as WebDriver writes them. */
const codes = {
  Alt: '\uE00A',
  ArrowDown: '\uE015',
  ArrowLeft: '\uE012',
  ArrowRight: '\uE014',
  ArrowUp: '\uE013',
  Backspace: '\uE003',
  Control: '\uE009',
  Delete: '\uE017',
  End: '\uE010',
  Enter: '\uE006',
  Escape: '\uE00C',
  Home: '\uE011',
  Meta: '\uE03D',
  Shift: '\uE008',
  Tab: '\uE004',
};

function codeOf(key) {
  if ([...key].length === 1) return key;
  const code = codes[key];
  if (!code)
    throw new Error(
      `"${key}" is no key that WebKit's tests know: add it to test/support/browser-runner/webkit-plugin.mjs.`,
    );
  return code;
}

const down = (key) => ({ type: 'keyDown', value: codeOf(key) });
const up = (key) => ({ type: 'keyUp', value: codeOf(key) });
const press = (key) => [down(key), up(key)];

function actionsFor(keys) {
  if (keys.type !== undefined) return [...keys.type].flatMap(press);
  if (keys.press !== undefined) return press(keys.press);
  return keys.down === undefined ? [up(keys.up)] : [down(keys.down)];
}

const commands = {
  'webkit-keys': (driver, keys) => driver.performActions([{ type: 'key', id: 'keyboard', actions: actionsFor(keys) }]),
  'webkit-window': (driver, { width, height }) => driver.setWindowRect(0, 0, width, height),
};

export const webKitPlugin = {
  name: 'webkit',
  async executeCommand({ command, payload, session }) {
    if (!Object.hasOwn(commands, command)) return undefined;
    await commands[command](session.browser.driver, payload);
    return true;
  },
};
