/**
 * What a screen reader says while a reader takes part: what gets the focus, and what is announced, in order. What it says in the five
 * journeys of `docs/accessibility.md` is taken from there.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { eventually } from '../support/eventually.js';
import { startPublisherSite, type PublisherSite } from '../support/journeys/publisher-site.js';
import { skipWithoutDesktop } from './desktop.js';
import { documentedJourney } from './documented-journey.js';
import { allOf, type AccessibleNode, ScreenReader } from './screen-reader.js';

const tagOf = (path: string): string => `
<article-comments discussion="pier" loading="eager" page-size="3" ${path === '/closed' ? 'closed' : ''}></article-comments>
<script type="module">
  import { memoryAdapter } from '/package/adapters/memory.js';
  // Far from where "3 hours ago" becomes "4 hours ago": nobody knows how long a busy machine takes.
  const start = Date.now() - 3.1 * 3600_000;
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
  const submitAsBo = (draft) => bo.submit({ discussion, ...draft }, { signal: new AbortController().signal });
  window.postAsBo = () => submitAsBo({ parentId: null, body: 'From Bo.', submitKey: 'bo' });
  window.replyAsBo = () => submitAsBo({ parentId: 'Per', body: 'To Per.', submitKey: 'bo to Per' });
  document.querySelector('article-comments').adapter = as('ada', 'Ada');
</script>`;

/** "Sending…": heard only where the backend takes its time. */
const isPassing = (heard: string): boolean => /^".*…"$/.test(heard);

/** What a reader can go to by role: headings, comments, and what a form or its place is made of. */
const STOPS = [
  'landmark',
  'heading',
  'status bar',
  'combo box',
  'entry',
  'button',
  'toggle button',
  'list',
  'article',
] as const;

/** A node as it is said: by its name, or where it has none, as a status, by its words. */
const said = ({ role, name, text }: AccessibleNode): string => `${role} "${name || text}"`;

describe('what a screen reader says', { skip: skipWithoutDesktop(), timeout: 600_000 }, () => {
  let site: PublisherSite;
  let reader: ScreenReader;
  let page: Page;

  before(async () => {
    site = await startPublisherSite(tagOf);
    reader = await ScreenReader.start();
    await visit('/');
  });
  after(async () => {
    await reader?.close();
    await site?.close();
  });

  /** Shows another page, and resolves once its comments are there, for the screen reader, too. */
  async function visit(path: string): Promise<void> {
    await page?.close();
    page = await reader.open();
    await page.goto(site.origin + path);
    await button('Load more comments (1)').waitFor();
    await eventually(
      () => reader.tree(),
      (tree) => allOf(tree, 'article').some(({ name }) => name.startsWith('Comment by Per')),
    );
  }

  const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
  const textBox = (name: string): Locator => page.getByRole('textbox', { name });

  async function press(name: string, at: 'first' | 'last' = 'first'): Promise<void> {
    await button(name)[at]().focus();
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
      { seconds: 60 },
    ).catch(() => undefined);
    assert.deepEqual(heard(), words);
  }

  /** Everything from the section's beginning to its second comment. */
  async function beginning(): Promise<readonly string[]> {
    const [section] = allOf(await reader.tree(), 'landmark');
    const nodes = allOf(section ?? null, ...STOPS).map(said);
    return nodes.slice(
      0,
      nodes.findIndex((node) => node.startsWith('article "Comment by Ines')),
    );
  }

  /** Whoever acts as soon as the focus is there does not hear it. */
  const lastHeard = async (beginning: string): Promise<void> => {
    await eventually(
      async () => reader.heard.at(-1),
      (last) => last?.startsWith(beginning) ?? false,
    );
  };

  it('exposes the section in reading order, and announces each comment that a shortcut leads to', async () => {
    const [landing, moving = []] = documentedJourney('Read');
    assert.deepEqual(await beginning(), landing);
    const [list] = allOf(await reader.tree(), 'list');
    assert.equal(list?.description, 'Keyboard shortcuts · j Next comment · k Previous comment · r Reply');
    await hears(async () => {
      await press('Skip to comments');
      await lastHeard('list');
      for (const name of ['Tom', 'Ines']) {
        await page.keyboard.press('j');
        await lastHeard(`article "Comment by ${name}`);
      }
    }, moving);
  });

  it('announces how many more comments are loaded, and moves to the first of them', () =>
    hears(
      () => press('Load more comments (1)'),
      ['button "Load more comments (1)"', '"1 more comment loaded."', 'article "Comment by Maud, 3 hours ago"'],
    ));

  it('announces the new order of the comments', () =>
    hears(async () => {
      await page.getByRole('combobox', { name: 'Sort by' }).selectOption('newest');
    }, ['"Sorted by newest."']));

  it('announces nothing but the focused button when a comment is recommended', () =>
    hears(() => press('Recommend: Maud’s comment'), ['toggle button "Recommend: Maud’s comment"']));

  it('announces that a comment is published', () =>
    hears(async () => {
      await textBox('Your comment').focus();
      await page.keyboard.type('A thought.');
      // Its button is rendered anew, and announced once more if the form takes over after the button has the focus.
      await textBox('Your comment').and(page.locator('[aria-describedby]')).waitFor();
      await press('Post comment');
    }, documentedJourney('Post')[0]));

  it('announces that a reply is published, and moves to it', () =>
    hears(async () => {
      await press('Reply to Ines');
      await lastHeard('entry "Your reply to Ines');
      await page.keyboard.type('An answer.');
      await press('Post reply');
    }, documentedJourney('Reply')[0]));

  it('announces the receipt of a report with its reference', () =>
    hears(async () => {
      await press('Report as abuse: Per’s comment');
      await lastHeard('radio button');
      await page.keyboard.press('Space');
      await press('Send report');
    }, documentedJourney('Report')[0]));

  it('announces that the changes to the reader’s own comment are saved', () =>
    hears(async () => {
      await press('Edit: Ada’s comment');
      await lastHeard('entry "Edit your comment');
      await page.keyboard.type(' More.');
      await press('Save');
    }, [
      'button "Edit: Ada’s comment"',
      'entry "Edit your comment"',
      'button "Save"',
      '"Your changes are saved."',
      'button "Edit: Ada’s comment"',
    ]));

  it('announces that the reader’s own comment is deleted, and moves to the undo button', () =>
    hears(async () => {
      await press('Delete: Ada’s comment', 'last');
      await lastHeard('button "Cancel"');
      await press('Delete');
    }, [
      'button "Delete: Ada’s comment"',
      'button "Cancel"',
      'button "Delete"',
      '"You deleted this comment."',
      'button "Undo"',
    ]));

  it('announces a comment by another reader, and moves to it when it is shown', () =>
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

  it('announces a reply by another reader, and moves to it when it is shown', () =>
    hears(async () => {
      await page.evaluate('replyAsBo()');
      await button('View 1 new reply to Per').waitFor();
      await lastHeard('"View 1 new reply"');
      await press('View 1 new reply to Per');
    }, [
      '"View 1 new reply"',
      'button "View 1 new reply to Per"',
      '"1 more reply loaded."',
      'article "Reply by Bo to Per, just now"',
    ]));

  it('announces that the discussion has closed while a reader writes', () =>
    hears(async () => {
      await textBox('Your comment').focus();
      await page.keyboard.type('Too late.');
      await page.evaluate('document.querySelector("article-comments").closed = true');
    }, ['entry "Your comment"', '"Comments are now closed. You can still copy your text."']));

  it('exposes a closed discussion with a notice in place of the form', async () => {
    await visit('/closed');
    assert.deepEqual(await beginning(), documentedJourney('Closed')[0]);
  });

  it('announces a published comment once if the form’s code loads after its button is pressed', async () => {
    await visit('/');
    let deliver = (): void => undefined;
    const pressed = new Promise<void>((resolve) => (deliver = resolve));
    await page.route(/taking-part/, async (route) => {
      await pressed;
      await route.continue();
    });
    const start = reader.heard.length;
    await textBox('Your comment').focus();
    await page.keyboard.type('Another thought.');
    await press('Post comment');
    deliver();
    const heard = (): readonly string[] => reader.heard.slice(start).filter((one) => !isPassing(one));
    const published = '"Your comment is published."';
    // The button is drawn anew and gets the focus back, before or after the words: it may be said twice, they are said once.
    await eventually(
      async () => heard(),
      (all) => all.includes(published),
    );
    await button('Post comment').and(page.locator(':focus')).waitFor();
    assert.deepEqual(
      heard().filter((one) => one.startsWith('"')),
      [published],
    );
  });
});
