/**
 * `npm run contact-sheets`: pictures of all states, a sheet for each group, in `contact-sheets/`. A row is a state, a column a look.
 * `--only closed,empty` names states.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { launchChromium } from '../support/launch-chromium.mjs';
import { chosen, readOptions } from './options.mjs';
import { dress, visitStates } from './state-visits.mjs';

const folder = join(import.meta.dirname, '..', '..', 'contact-sheets');

const columns = [
  { language: 'en', looks: ['light', 'dark', 'forced'] },
  { language: 'ar', looks: ['light'] },
  { language: 'en-XA', looks: ['light'] },
];
const WIDTH = 320;
/** What is further down is cut off, so that a sheet stays small. */
const MOST = 900;

const style = `
  body { margin: 16px; font: 14px sans-serif; background: #ccc; display: inline-block; }
  .row { display: flex; gap: 12px; margin-block-end: 24px; }
  figure { margin: 0; inline-size: ${WIDTH}px; }
  img { display: block; max-inline-size: 100%; }
`;

const { only } = readOptions();
const groups = new Map();
const pictures = new Map();

await visitStates({
  choose(states) {
    const names = chosen(
      'only',
      only,
      states.map(({ name }) => name),
    );
    const shown = states.filter(({ name }) => names.includes(name));
    for (const state of shown) groups.set(state.group, [...(groups.get(state.group) ?? []), state]);
    return shown.flatMap(({ name }) => columns.map((column) => ({ state: name, ...column })));
  },
  async visit(page, { state, language, looks }) {
    for (const scheme of looks) {
      await dress(page, { scheme, width: WIDTH });
      const box = await page.locator('.stage').boundingBox();
      const clip = { x: 0, y: box.y, width: WIDTH, height: Math.max(1, Math.min(box.height, MOST)) };
      const picture = await page.screenshot({ clip, fullPage: true });
      pictures.set(`${state} ${language} ${scheme}`, picture.toString('base64'));
    }
  },
  fail({ state, language }, error) {
    console.error(`${state} ${language}: ${error.message}`);
    process.exitCode = 1;
  },
});

const figure = (caption) =>
  `<figure><figcaption>${caption}</figcaption><img src="data:image/png;base64,${pictures.get(caption) ?? ''}"></figure>`;
const row = ({ name }) => {
  const captions = columns.flatMap(({ language, looks }) => looks.map((scheme) => `${name} ${language} ${scheme}`));
  return `<div class="row">${captions.map(figure).join('')}</div>`;
};

await mkdir(folder, { recursive: true });
const browser = await launchChromium();
try {
  const page = await browser.newPage({ viewport: { width: 1800, height: 900 } });
  for (const [group, states] of groups) {
    await page.setContent(`<style>${style}</style>${states.map(row).join('')}`);
    const path = join(folder, `${group.toLowerCase().replaceAll(' ', '-')}.png`);
    await page.locator('body').screenshot({ path });
    console.log(path);
  }
} finally {
  await browser.close();
}
