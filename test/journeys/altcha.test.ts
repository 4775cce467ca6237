/** Guests comment on a page with the real ALTCHA widget and a strict policy, and the server verifies each solution. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { after, before, beforeEach, it } from 'node:test';
import { chromium, type Browser } from 'playwright-core';
import { Altcha } from '../../server/src/identity/altcha.js';
import { Signer } from '../../server/src/database/signer.js';
import { newKey } from '../support/demo-server/reader.js';
import { onOneDatabase } from '../support/demo-server/test-server.js';
import { held } from '../support/fake-backend.js';
import { findChromium } from '../support/find-chromium.mjs';
import { startPublisherSite, type PublisherSite } from '../support/journeys/publisher-site.js';
import { ReaderPage } from '../support/journeys/reader-page.js';

const root = join(import.meta.dirname, '..', '..');

onOneDatabase(
  'a guest and ALTCHA',
  (server) => {
    let site: PublisherSite;
    let browser: Browser;
    /** Resolves with the challenge that the page gets. */
    let challenge: () => Promise<unknown>;
    const genuine = async (): Promise<unknown> => (await fetch(`${server().address}/altcha`)).json();

    /** The files of the page: the script that `docs/spam-protection.md` shows, and those of ALTCHA. */
    const fileOf = (url: string): string | undefined => {
      if (url === '/comments-altcha.js') return 'demo/examples/altcha-comments.js';
      return url.startsWith('/altcha/') ? url.replace('/altcha/', 'node_modules/altcha/dist/') : undefined;
    };

    function respond({ url = '' }: IncomingMessage, response: ServerResponse): boolean {
      const file = fileOf(url);
      if (url === '/challenge')
        void challenge().then(
          (json) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(json)),
          () => response.writeHead(503).end(),
        );
      else if (file !== undefined)
        void readFile(join(root, file)).then((content) =>
          response
            .writeHead(200, { 'content-type': file.endsWith('.css') ? 'text/css' : 'text/javascript' })
            .end(content),
        );
      return file !== undefined || url === '/challenge';
    }

    before(async () => {
      const api = server().address.replace('127.0.0.1', 'localhost');
      site = await startPublisherSite(
        (path) => `
          <article-comments loading="eager" src="${api}" discussion="${path.slice(1)}">
            <altcha-widget
              slot="composer-end"
              display="invisible"
              challenge="/challenge"
              configuration='{ "humanInteractionSignature": false }'
            ></altcha-widget>
          </article-comments>
          <script type="module" src="/comments-altcha.js"></script>`,
        {
          policy: [
            "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src data:; base-uri 'none'",
            `connect-src 'self' ${new URL(api).origin}`,
          ].join('; '),
          head: `
            <link rel="stylesheet" href="/altcha/external/altcha.css" />
            <script type="module" src="/altcha/external/altcha.js"></script>`,
          respond,
        },
      );
      browser = await chromium.launch({ ...(await findChromium()), headless: true });
    });

    after(async () => {
      await browser?.close();
      await site?.close();
    });

    beforeEach(() => {
      challenge = genuine;
    });

    /** A guest who has written a comment. */
    async function write(text: string): Promise<ReaderPage> {
      const reader = await ReaderPage.open(browser, `${site.origin}/${newKey()}`);
      await reader.signAs('Gus');
      await reader.write(text);
      return reader;
    }

    /** The text is still in the form, and the next attempt, with a challenge of the server, succeeds. */
    async function triesAgain(reader: ReaderPage, text: string): Promise<void> {
      assert.equal(await reader.textBox.inputValue(), text);
      assert.equal(await reader.textBox.isEditable(), true);
      challenge = genuine;
      await reader.section.getByRole('button', { name: 'Try again' }).click();
      await reader.comment(text).waitFor();
      await reader.close();
    }

    const busy = (reader: ReaderPage) => reader.section.getByRole('button', { name: 'Sending…' });

    it('posts once the widget has solved the challenge, under a strict policy', async () => {
      const reader = await ReaderPage.open(browser, `${site.origin}/${newKey()}`);
      const problems: string[] = [];
      reader.page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
      await reader.signAs('Gus');
      await reader.posts('Solved.');
      await reader.shows('Solved.');
      await reader.answers('Solved.', 'So is the reply.');
      assert.deepEqual(problems, []);
      await reader.close();
    });

    it('is refused with the solution of a challenge that the server has not set', async () => {
      const { database, now } = server().store;
      const forger = new Altcha({ database, now, signer: new Signer('not the key of the server') });
      challenge = () => forger.challenge();
      const reader = await write('Tampered.');
      assert.deepEqual(await reader.post(), {
        type: 'failed',
        words: 'Your comment wasn’t posted. The spam check failed. Please try again. Your draft is saved.',
      });
      await triesAgain(reader, 'Tampered.');
    });

    it('is refused with a challenge that was used for another comment', async () => {
      const used = await genuine();
      challenge = async () => used;
      const first = await write('First.');
      assert.deepEqual(await first.post(), { type: 'posted' });
      const reader = await write('Replayed.');
      assert.deepEqual(await reader.post(), {
        type: 'failed',
        words: 'Your comment wasn’t posted. The spam check was used before. Please try again. Your draft is saved.',
      });
      await triesAgain(reader, 'Replayed.');
      await first.close();
    });

    it('waits for a slow challenge', async () => {
      const asked = held();
      const answer = held();
      challenge = async () => {
        asked.release();
        await answer.promise;
        return genuine();
      };
      const reader = await write('Slow.');
      await reader.press();
      await busy(reader).waitFor();
      assert.equal(await reader.textBox.inputValue(), 'Slow.');
      assert.equal(await reader.textBox.isEditable(), false);
      await asked.promise;
      answer.release();
      assert.deepEqual(await reader.outcome(), { type: 'posted' });
      await reader.close();
    });

    it('keeps the text if the challenge does not arrive within two minutes', async () => {
      challenge = () => new Promise(() => undefined);
      const reader = await write('Endless.');
      await reader.page.clock.install();
      await reader.press();
      await busy(reader).waitFor();
      await reader.page.clock.fastForward(120_000);
      assert.deepEqual(await reader.outcome(), {
        type: 'failed',
        words: 'Your comment wasn’t posted. The site took too long to respond. Your draft is saved.',
      });
      await reader.page.clock.resume();
      await triesAgain(reader, 'Endless.');
    });

    it('keeps the text if there is no challenge', async () => {
      challenge = () => Promise.reject(new Error('The server is down.'));
      const reader = await write('Down.');
      const outcome = await reader.post();
      assert.match(
        outcome.type === 'failed' ? outcome.words : '',
        /^Your comment wasn’t posted\. Our site is having trouble right now \(reference \w{6}\)\. Your draft is saved\.$/,
      );
      await triesAgain(reader, 'Down.');
    });
  },
  { requireAltcha: true },
);
