import { expect } from '@open-wc/testing';
import { createMemoryAdapter } from '../../src/adapters/memory.js';
import en from '../../src/locales/en.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';

describe('a comment that somebody has begun', () => {
  afterEach(unmountAll);

  it('is saved while it is typed, and the reader is told so', async () => {
    const page = await CommentsPage.open(createMemoryAdapter());
    await page.turnToForm();
    await page.write('Half a thou');
    await page.says(en.draftSaved);
  });

  it('is back after a reload, with what the guest had filled in', async () => {
    const guest = { name: { required: true }, email: { required: false } };
    const memory = createMemoryAdapter({ info: { posting: { guest } } });
    const first = await CommentsPage.open(memory);
    await first.turnToForm();
    await first.write('Grace', await first.find('textbox', 'Name'));
    await first.write('Half a thought.');
    first.element.remove();
    const second = await CommentsPage.open(memory);
    await waitFor(() => expect(second.textBox.value).to.equal('Half a thought.'));
    await second.says(/draft/i);
    expect(((await second.find('textbox', 'Name')) as HTMLInputElement).value).to.equal('Grace');
  });

  it('is saved at the last moment when the page goes away', async () => {
    const page = await CommentsPage.open(createMemoryAdapter());
    await page.turnToForm();
    await page.write('In a hurry.');
    dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(JSON.stringify({ ...localStorage })).to.contain('In a hurry.');
  });

  it('does not turn up under another article', async () => {
    const memory = createMemoryAdapter();
    const pier = await CommentsPage.open(memory, { discussion: 'pier' });
    await pier.turnToForm();
    await pier.write('About the pier.');
    pier.element.remove();
    const harbour = await CommentsPage.open(memory, { discussion: 'harbour' });
    await harbour.turnToForm();
    expect(harbour.textBox.value).to.equal('');
  });

  it('is gone once it is posted', async () => {
    const memory = createMemoryAdapter();
    const first = await CommentsPage.open(memory);
    await first.turnToForm();
    await first.write('Done.');
    await first.says(en.draftSaved);
    await first.press('Post comment');
    await first.comment('Done.');
    await first.says(en.published);
    first.element.remove();
    const second = await CommentsPage.open(memory);
    await second.turnToForm();
    expect(second.textBox.value).to.equal('');
  });

  it('is gone when the reader throws it away, and the text box has the focus', async () => {
    const page = await CommentsPage.open(createMemoryAdapter());
    await page.turnToForm();
    await page.write('Never mind.');
    await page.press('Discard');
    expect(page.textBox.value).to.equal('');
    expect(page.isFocused(page.textBox)).to.equal(true);
    expect(Object.keys(localStorage).filter((key) => key.includes('draft'))).to.have.length(0);
  });

  it('says so where the browser keeps nothing', async () => {
    const real = Object.getOwnPropertyDescriptor(window, 'localStorage') as PropertyDescriptor;
    Object.defineProperty(window, 'localStorage', {
      configurable: true,
      get: () => {
        throw new DOMException('Denied.', 'SecurityError');
      },
    });
    try {
      const page = await CommentsPage.open(createMemoryAdapter());
      await page.turnToForm();
      await page.write('Only here.');
      await page.says(en.draftNotKept);
      await page.press('Post comment');
      await page.comment('Only here.');
    } finally {
      Object.defineProperty(window, 'localStorage', real);
    }
  });
});
