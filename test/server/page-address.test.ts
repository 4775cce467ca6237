/** Which page a discussion belongs to, as its feed says. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { newKey } from '../support/demo-server/reader.js';
import { onOneDatabase } from '../support/demo-server/test-server.js';

onOneDatabase(
  'the page of a discussion',
  (server) => {
    const post = (key: string, url: string, title: string, text = 'Hello') =>
      server().guest().post(key, text, { discussion: { key, url, title } });
    const feedOf = async (key: string): Promise<string> =>
      (
        await server()
          .guest()
          .request('GET', '/feed', { query: { discussion: key } })
      ).text;

    it('is never one of another site, even if that is the first to be named', async () => {
      const key = newKey();
      await post(key, 'https://evil.example/phish', 'Mayor resigns (CLICK)');
      assert.doesNotMatch(await feedOf(key), /evil|Mayor/);
      await post(key, 'https://news.example/pier', 'The pier');
      await post(key, 'https://news.example.evil.example/', 'Mayor resigns (CLICK)');
      await post(key, 'javascript:alert(1)', 'Mayor resigns (CLICK)');
      assert.match(await feedOf(key), /<title>Comments: The pier<\/title>[^]+href="https:\/\/news\.example\/pier"/);
    });

    it('is the one that the last published comment came from', async () => {
      const key = newKey();
      await post(key, 'https://news.example/pier', 'The pier');
      await post(key, 'https://comments.example/pier-2', 'The pier, corrected');
      await post(key, 'https://news.example/held', 'Held', 'A giveaway');
      assert.match(await feedOf(key), /The pier, corrected<[^]+href="https:\/\/comments\.example\/pier-2"/);
    });
  },
  { publicUrl: 'https://comments.example', origins: ['https://news.example'] },
);
