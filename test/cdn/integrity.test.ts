/** Pages that name the hash of each built file, and what their readers see when a file is not the published one. */
import { expect } from '@open-wc/testing';
import en from '../../src/locales/en.js';
import { waitFor } from '../support/comments-page.js';
import { closeAll, FramedPage } from '../support/framed-page.js';

/** The addresses that the page's import map has a hash for. */
function checkedAddresses({ document }: FramedPage): readonly string[] {
  const map = document.querySelector('script[type=importmap]')?.textContent ?? '{}';
  const { integrity = {} } = JSON.parse(map) as { readonly integrity?: Readonly<Record<string, string>> };
  return Object.keys(integrity).map((address) => new URL(address, document.baseURI).href);
}

const fetchedModules = ({ window }: FramedPage): readonly string[] =>
  window.performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => name.includes('/dist/'));

describe('the files for a script tag with integrity', () => {
  afterEach(closeAll);

  it('works under a strict policy, with a hash for each file that it fetches', async () => {
    const frame = await FramedPage.open('checked');
    const page = await frame.comments();
    await page.comment('Hostile markup, tamed.');
    await page.turnToForm();
    await page.write('Written with checked files.');
    await page.press(en.post);
    await page.comment('Written with checked files.');
    frame.document.documentElement.lang = 'de';
    await waitFor(() => expect(page.section.lang).to.equal('de'));
    const fetched = fetchedModules(frame);
    expect(frame.choices).to.deep.equal(['html', 'locale-de', 'markdown', 'memory']);
    expect(checkedAddresses(frame)).to.include.members([...fetched]);
    expect(frame.watched).to.deep.equal({ violations: [], errors: [] });
  });

  it('refuses a changed entry, and keeps the content of the page for its readers', async () => {
    const frame = await FramedPage.open('checked-entry');
    expect(fetchedModules(frame).some((name) => name.endsWith('/article-comments.js'))).to.equal(true);
    const element = frame.document.querySelector('article-comments');
    expect(element?.matches(':defined')).to.equal(false);
    expect(element?.querySelector('p')?.checkVisibility()).to.equal(true);
  });

  it('refuses a changed lazy file, and shows that the comments could not be loaded', async () => {
    const frame = await FramedPage.open('checked-adapter');
    const page = await frame.comments();
    expect(await page.alert()).to.contain(en.loadFailed(en.causes.network));
    expect(page.all('article')).to.deep.equal([]);
    await page.find('button', en.tryAgain);
    expect(frame.window.customElements.get('article-comments')).not.to.equal(undefined);
  });

  it('refuses a changed form, and keeps what the reader has typed', async () => {
    const frame = await FramedPage.open('checked-form');
    const page = await frame.comments();
    await page.comment('Hostile markup, tamed.');
    await page.findTextBox();
    await page.write('Typed before the form was refused.');
    expect(await page.alert()).to.contain(en.formFailed(en.causes.network));
    expect(page.textBox.value).to.equal('Typed before the form was refused.');
  });

  it('loads files without a check on a page without integrity', async () => {
    const frame = await FramedPage.open('unchecked');
    const page = await frame.comments();
    const comment = await page.comment('Hostile markup, tamed.');
    expect(comment.querySelector('em')?.textContent).to.equal('tamed');
    expect(frame.watched).to.deep.equal({ violations: [], errors: [] });
  });
});
