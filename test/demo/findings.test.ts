import { expect } from '@open-wc/testing';
import { describeIn } from '../support/media.js';
import { violations } from './findings.js';

describeIn('forced colours', 'contrast in forced colours', () => {
  afterEach(() => document.querySelector('main')?.remove());

  function show(className: string, css: string): void {
    const main = document.createElement('main');
    main.innerHTML = `<style>${css}</style><h1>Page</h1><p class="${className}">Some words.</p>`;
    document.body.append(main);
  }

  const rules = async (): Promise<string[]> => (await violations()).map(({ rule }) => rule);

  it('is that of the colours which are painted, not of those that the page asks for', async () => {
    show('pale', '.pale { color: #eee; background: #222 }');
    expect(await rules()).not.to.include('color-contrast');
  });

  it('is still found too low where the page keeps its colours', async () => {
    show('kept', '.kept { forced-color-adjust: none; color: #ddd; background: #fff }');
    expect(await rules()).to.include('color-contrast');
  });
});
