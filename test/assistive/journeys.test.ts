/** What a screen reader says while a reader takes part: what gets the focus, and what is announced, in order. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { eventually } from '../support/eventually.js';
import { startPublisherSite, type PublisherSite } from '../support/journeys/publisher-site.js';
import { whyNoDesktop } from './desktop.js';
import { ScreenReader } from './screen-reader.js';

const tag = `<article-comments discussion="pier" loading="eager" page-size="3"></article-comments>
<script type="module">
  import { memoryAdapter } from '/package/adapters/memory.js';
  const start = Date.now() - 3.5 * 3600_000;
  const comments = ['Tom', 'Ines', 'Per', 'Maud'].map((name, index) => ({
    id: name,
    parentId: null,
    author: { name },
    body: { format: 'text', value: 'From ' + name + '.' },
    createdAt: new Date(start + index * 1000).toISOString(),
  }));
  const as = (id, name) => memoryAdapter({
    comments, storage: sessionStorage, channel: 'pier', viewer: { state: 'signed-in', author: { id, name } },
  });
  const bo = as('bo', 'Bo');
  const discussion = { key: 'pier', url: location.href };
  window.postAsBo = () => bo.submit(
    { discussion, parentId: null, body: 'From Bo.', submitKey: 'bo' }, { signal: new AbortController().signal },
  );
  document.querySelector('article-comments').adapter = as('ada', 'Ada');
</script>`;

/** "Sending…": heard only where the backend takes its time. */
const isPassing = (heard: string): boolean => /^".*…"$/.test(heard);

describe('what a screen reader says', { skip: whyNoDesktop(), timeout: 180_000 }, () => {
  let site: PublisherSite;
  let reader: ScreenReader;
  let page: Page;

  before(async () => {
    site = await startPublisherSite(() => tag);
    reader = await ScreenReader.start();
    page = await reader.open();
    await page.goto(site.origin);
    await button('Load more comments').waitFor();
    await eventually(
      () => reader.tree(),
      (tree) => tree !== null,
    );
  });
  after(async () => {
    await reader?.close();
    await site?.close();
  });

  const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
  const textBox = (name: string): Locator => page.getByRole('textbox', { name });

  async function press(name: string, at: 'first' | 'last' = 'first'): Promise<void> {
    await button(name)[at]().focus();
    // Whoever presses at once does not hear the button.
    await eventually(
      async () => reader.heard.at(-1),
      (last) => last?.endsWith(`button "${name}"`) ?? false,
    );
    await page.keyboard.press('Enter');
  }

  /** Acts, and waits until all of `words` have been heard, in this order and with nothing else. */
  async function hears(act: () => Promise<void>, words: readonly string[]): Promise<void> {
    const start = reader.heard.length;
    await act();
    const heard = (): readonly string[] => reader.heard.slice(start).filter((one) => !isPassing(one));
    await eventually(
      async () => heard(),
      ({ length }) => length >= words.length,
      { seconds: 20 },
    ).catch(() => undefined);
    assert.deepEqual(heard(), words);
  }

  it('when more comments are loaded', () =>
    hears(
      () => press('Load more comments'),
      ['button "Load more comments"', '"1 more comment loaded."', 'article "Comment by Maud, 3 hours ago"'],
    ));

  it('when they are sorted', () =>
    hears(async () => {
      await page.getByRole('combobox', { name: 'Sort by' }).selectOption('newest');
    }, ['"Sorted by newest."']));

  it('when one is recommended', () =>
    hears(() => press('Recommend: Maud’s comment'), ['toggle button "Recommend: Maud’s comment"']));

  it('when one is posted', () =>
    hears(async () => {
      await textBox('Your comment').focus();
      await page.keyboard.type('A thought.');
      await press('Post comment');
    }, ['entry "Your comment"', 'button "Post comment"', '"Your comment is published."']));

  it('when a reply is posted', () =>
    hears(async () => {
      await press('Reply to Ines');
      await textBox('Your reply to Ines').and(page.locator(':focus')).waitFor();
      await page.keyboard.type('An answer.');
      await press('Post reply');
    }, [
      'button "Reply to Ines"',
      'entry "Your reply to Ines"',
      'button "Post reply"',
      '"Your reply is published."',
      'article "Reply by Ada to Ines, just now"',
    ]));

  it('when one is reported', () =>
    hears(async () => {
      await press('Report as abuse: Per’s comment');
      await page.getByRole('radio').and(page.locator(':focus')).waitFor();
      await page.keyboard.press('Space');
      await press('Send report');
    }, [
      'button "Report as abuse: Per’s comment"',
      'radio button "Abusive or hateful"',
      'button "Send report"',
      '"Thank you. Your report was sent. Its reference is R-1001."',
      'button "Close"',
    ]));

  it('when one’s own is edited', () =>
    hears(async () => {
      await press('Edit: Ada’s comment');
      await textBox('Edit your comment').and(page.locator(':focus')).waitFor();
      await page.keyboard.type(' More.');
      await press('Save');
    }, [
      'button "Edit: Ada’s comment"',
      'entry "Edit your comment"',
      'button "Save"',
      '"Your changes are saved."',
      'button "Edit: Ada’s comment"',
    ]));

  it('when one’s own is deleted', () =>
    hears(async () => {
      await press('Delete: Ada’s comment', 'last');
      await button('Cancel').and(page.locator(':focus')).waitFor();
      await press('Delete');
    }, [
      'button "Delete: Ada’s comment"',
      'button "Cancel"',
      'button "Delete"',
      '"Comment deleted."',
      'button "Close"',
    ]));

  it('when somebody else has posted', () =>
    hears(async () => {
      await page.evaluate('postAsBo()');
      await button('View 1 new comment').waitFor();
      await eventually(
        async () => reader.heard.at(-1),
        (last) => last === '"View 1 new comment"',
      );
      await press('View 1 new comment');
    }, [
      '"View 1 new comment"',
      'button "View 1 new comment"',
      '"1 new comment shown."',
      'article "Comment by Bo, just now"',
    ]));
});
