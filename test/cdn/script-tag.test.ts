import { expect } from '@open-wc/testing';
import en from '../support/english.js';
import { waitFor } from '../support/comments-page.js';
import { closeAll, FramedPage } from '../support/framed-page.js';

describe('the module for a script tag', () => {
  afterEach(closeAll);

  it('shows the archive that is written into the page, and that it is closed', async () => {
    const frame = await FramedPage.open('archived');
    const page = await frame.comments();
    await page.comment('Plain words, and https://example.com/ to read on.');
    await page.find('heading', en.heading('2'));
    expect(page.texts).to.deep.equal(['Plain words, and https://example.com/ to read on.', 'An answer.']);
    expect(page.get('status').textContent).to.contain(en.closed);
    expect(page.all('textbox')).to.have.length(0);
    // A link to a comment can be copied, and nothing can be written.
    const buttons = page.all('button').map(({ textContent }) => textContent?.trim());
    // The way past the list comes a little later.
    expect(buttons.filter((words) => words !== en.skipToEnd)).to.deep.equal(['Hide replies', 'More', 'More']);
    // No renderer is fetched for plain text.
    await waitFor(() => expect(frame.choices).to.deep.equal(['static']));
    expect(frame.watched).to.deep.equal({ violations: [], errors: [] });
  });

  it('says which backends there are when it does not know the one that is named', async () => {
    const frame = await FramedPage.open('misnamed');
    const page = await frame.comments();
    expect(await page.alert())
      .to.contain('backend="wordpess" is unknown. Use one of: ')
      .and.match(/\bhttp\b.*\bmemory\b.*\bstatic\b/);
    expect(
      frame.document.querySelector('article-comments > p')?.checkVisibility(),
      'what the page has for its readers',
    ).to.equal(true);
    expect(frame.watched.errors).to.have.length(1);
    expect(frame.watched.errors[0]).to.contain('backend="wordpess" is unknown.');
    expect(frame.watched.violations).to.deep.equal([]);
    expect(frame.choices).to.deep.equal([]);
  });

  it('says where the address of the backend belongs when there is none', async () => {
    const frame = await FramedPage.open('unaddressed');
    const page = await frame.comments();
    expect(await page.alert()).to.contain('backend="http" needs src="…" with the base URL of a backend');
    await waitFor(() => expect(frame.choices).to.deep.equal(['http']));
  });

  it('fetches the named backend, and no renderer for plain text', async () => {
    const frame = await FramedPage.open('text-bodies');
    const page = await frame.comments();
    await page.comment('An answer.');
    await page.find('textbox', en.yourComment);
    expect(frame.choices).to.deep.equal(['memory']);
  });

  // To a browser each address is another module.
  for (const [kind, address] of [
    ['versioned', '/dist/cdn/article-comments.js?v=1'],
    ['redirected', '/dist/moved/article-comments.js'],
  ] as const) {
    it(`takes a comment and fetches each file once under the address ${address}`, async () => {
      const frame = await FramedPage.open(kind);
      const page = await frame.comments();
      await page.turnToForm();
      await page.write('Written with a lazy file.');
      await page.press(en.post);
      await page.comment('Written with a lazy file.');
      expect(frame.choices).to.deep.equal(['memory']);
      const fetched = frame.window.performance.getEntriesByType('resource').map(({ name }) => name);
      expect(fetched.filter((name) => name.includes('article-comments.js'))).to.deep.equal([location.origin + address]);
      expect(fetched).to.deep.equal([...new Set(fetched)]);
      expect(frame.watched).to.deep.equal({ violations: [], errors: [] });
    });
  }

  it('fetches the sanitiser when a body is HTML, and not what reads Markdown', async () => {
    const frame = await FramedPage.open('html-body');
    const page = await frame.comments();
    await page.comment('Hostile markup, tamed.');
    expect(frame.choices).to.deep.equal(['html', 'memory']);
  });

  it('fetches the words of the language that the page names', async () => {
    const frame = await FramedPage.open('text-bodies');
    const page = await frame.comments();
    await page.comment('An answer.');
    frame.document.documentElement.lang = 'ar';
    await waitFor(() => expect(page.section.lang).to.equal('ar'));
    expect(frame.choices).to.deep.equal(['locale-ar', 'memory']);
  });
});
