/**
 * `npm run contact-sheets`: pictures of all states, in sheets for each group, in `contact-sheets/`. A row is a state, a column a look.
 * `--only closed,empty` names states, `--languages de,ja` languages to show in all schemes, `--width 1280` another width.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { launchChromium } from '../support/launch-chromium.mjs';
import { chosen, readOptions } from './options.mjs';
import { dress, SCHEMES, visitStates, WIDTHS } from './state-visits.mjs';

const folder = join(import.meta.dirname, '..', '..', 'contact-sheets');

const { only, languages, width: named = '320' } = readOptions({ width: { type: 'string' } });
const [width] = chosen('width', [named], WIDTHS.map(String)).map(Number);
const columns = languages?.map((language) => ({ language, looks: SCHEMES })) ?? [
  { language: 'en', looks: SCHEMES },
  { language: 'ar', looks: ['light'] },
  { language: 'de', looks: ['light'] },
  { language: 'ja', looks: ['light'] },
];
/** Around a section, of the page. */
const MARGIN = 16;
/** What is further down is cut off. The longest forms are shown whole. */
const MOST = 1500;
/** Of a sheet. Chromium draws no picture higher than 16,384 pixels. */
const ROWS = 4;

const style = `
  body { margin: 16px; font: 14px sans-serif; background: #ccc; display: inline-block; }
  .row { display: flex; gap: 12px; margin-block-end: 24px; }
  figure { margin: 0; }
  img { display: block; }
`;

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
      await dress(page, { scheme, width });
      const box = await page.locator('.stage').boundingBox();
      const clip = {
        x: box.x - MARGIN,
        y: box.y,
        width: box.width + 2 * MARGIN,
        height: Math.max(1, Math.min(box.height, MOST)),
      };
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
  const page = await browser.newPage({ viewport: { width: 2200, height: 900 } });
  for (const [group, states] of groups) {
    for (let first = 0; first < states.length; first += ROWS) {
      const rows = states.slice(first, first + ROWS).map(row);
      await page.setContent(`<style>${style}</style>${rows.join('')}`);
      const name = `${group.toLowerCase().replaceAll(' ', '-')}-${width}-${first / ROWS + 1}`;
      const path = join(folder, `${name}.png`);
      await page.locator('body').screenshot({ path });
      console.log(path);
    }
  }
} finally {
  await browser.close();
}
