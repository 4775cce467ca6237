import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createDraft, newKey } from '../../test/support/demo-server/reader.js';
import { onOneDatabase } from '../../test/support/demo-server/test-server.js';
import { hold, newText } from './held-comments.js';
import { ModerationPages } from './moderation-pages.js';

onOneDatabase('access to moderation', (server) => {
  const moderate = (): Promise<ModerationPages> => ModerationPages.open(server(), 'moderator');

  const listed = async (key: string): Promise<readonly string[]> =>
    (await server().guest().list(key)).items.map(({ body }) => body.value);

  it('is refused to readers who are not moderators, with the same response at every address', async () => {
    const key = newKey();
    const text = await hold(server().guest(), key);
    const { items } = await (await server().person('moderator')).list(key);
    const real = { discussion: key, comment: items[0]?.id ?? '', revision: '1' };
    const imagined = { discussion: newKey(), comment: 'nothing', revision: '1' };
    const { origin } = new URL(server().address);
    const signInThenBackTo = (path: string) => `/api/sign-in?return=${encodeURIComponent(`${origin}${path}`)}`;
    const nobody = await ModerationPages.open(server());
    for (const path of [
      '/moderation',
      '/moderation/reported',
      '/moderation/removed',
      '/moderation/erase?identity=guest:1',
    ]) {
      await nobody.visit(path);
      assert.deepEqual([nobody.status, nobody.location], [303, signInThenBackTo(path)]);
    }
    for (const target of [real, imagined]) {
      await nobody.send('/moderation/approve', target);
      assert.deepEqual([nobody.status, nobody.location], [303, signInThenBackTo('/moderation')]);
    }
    const reader = await ModerationPages.open(server(), 'reader');
    await reader.visit('/moderation');
    assert.equal(reader.status, 403);
    assert.match(reader.text, /Only moderators may do this\./);
    const answers = new Set<string>();
    for (const target of [real, imagined]) {
      for (const action of ['approve', 'remove', 'dismiss', 'restore', 'bulk', 'claim', 'erase']) {
        await reader.send(`/moderation/${action}`, target);
        assert.equal(reader.status, 403);
        answers.add(reader.text);
      }
    }
    assert.equal(answers.size, 1);
    await reader.visit('/moderation/nowhere');
    assert.equal(reader.status, 403);
    await nobody.visit('/moderation/nowhere');
    assert.deepEqual([nobody.status, nobody.location], [303, signInThenBackTo('/moderation/nowhere')]);
    assert.deepEqual(await listed(key), []);
    await (await moderate()).find('/moderation', text);
  });

  it('accepts forms only from its own pages', async () => {
    const key = newKey();
    const text = await hold(server().guest(), key);
    const pages = await moderate();
    // The test's own pages are on any port of this machine, which may use the API.
    for (const origin of ['https://evil.example', 'null', 'http://localhost:5173']) {
      await pages.find('/moderation', text);
      await pages.send(...pages.form('approve', text), { origin });
      assert.equal(pages.status, 403, origin);
    }
    assert.deepEqual(await listed(key), []);
    const { headers } = await pages.visit('/moderation');
    assert.equal(headers.get('access-control-allow-origin'), null);
    assert.equal(headers.get('cross-origin-resource-policy'), 'same-origin');
  });

  it('has a policy that allows only its style sheet, its scripts, its forms and requests to its own server', async () => {
    const pages = await (await moderate()).visit('/moderation');
    assert.equal(
      pages.headers.get('content-security-policy'),
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    );
    assert.equal(pages.headers.get('cache-control'), 'private, no-store');
    assert.doesNotMatch(pages.text, /<script(?! type="module" src="[^"]*"><\/script>)|<style|\sstyle=|\son\w+=/);
    await pages.visit('/moderation/style.css');
    assert.match(pages.headers.get('content-type') ?? '', /^text\/css/);
  });

  it('shows markup from any source as text', async () => {
    const key = newKey();
    const guest = server().guest();
    const attack = `"'><img src=x onerror=alert(1)>`;
    const text = newText(`${attack} casino`);
    await guest.submit(
      createDraft(key, text, {
        discussion: { key, url: `https://news.example/${attack}`, title: attack },
        guest: { name: attack },
      }),
    );
    const pages = await moderate();
    await pages.find('/moderation', text);
    assert.doesNotMatch(pages.text, /<img/);
    await pages.press('remove', text, { reason: attack, note: attack });
    assert.equal(pages.status, 422);
    assert.doesNotMatch(pages.text, /<img/);
    await pages.press('approve', text);
    assert.equal(pages.notice, `Approved the comment by ${attack}. Readers see it now.`);
    assert.doesNotMatch(pages.text, /<img/);
  });

  it('links only to http and https pages, whatever address a browser sent', async () => {
    const key = newKey();
    const text = newText('A casino on a strange page');
    const url = 'javascript:alert(1)';
    await server()
      .guest()
      .submit(createDraft(key, text, { discussion: { key, url } }));
    const pages = await (await moderate()).find('/moderation', text);
    assert.doesNotMatch(pages.text, /href="javascript:/);
  });

  it('refuses a form with more than 500 fields, and names the limit', async () => {
    const pages = await moderate();
    const fields = (names: readonly string[]): URLSearchParams => new URLSearchParams(names.map((name) => [name, '']));
    for (const names of [
      Array.from({ length: 30_000 }, (_, index) => `a${index}`),
      Array.from({ length: 501 }, () => 'item'),
    ]) {
      await pages.send('/moderation/claim', fields(names));
      assert.equal(pages.status, 413);
      assert.ok(pages.text.includes('The form has more than 500 fields.'));
    }
    await pages.send('/moderation/claim', fields(Array.from({ length: 500 }, (_, index) => `a${index}`)));
    assert.equal(pages.status, 404);
  });

  it('answers invalid requests with a page that describes the error', async () => {
    const pages = await moderate();
    for (const path of [
      '/moderation?after=x',
      '/moderation?after=W10',
      '/moderation?after=1&after=2',
      '/moderation?after=%00',
    ]) {
      await pages.visit(path);
      assert.deepEqual([pages.status, pages.headers.get('content-type')], [422, 'text/html; charset=utf-8'], path);
    }
    await pages.send('/moderation/approve', { discussion: newKey(), comment: 'nothing' });
    assert.equal(pages.status, 404);
    await pages.send('/moderation/approve', { discussion: 'a\0b', comment: 'nothing' });
    assert.equal(pages.status, 422);
    await pages.send('/moderation/approve', '{}' as never, { 'content-type': 'application/json' });
    assert.equal(pages.status, 422);
  });
});

onOneDatabase(
  'moderation behind a proxy that ends TLS',
  (server) => {
    it('uses its public origin, and limits its cookie to HTTPS', async () => {
      const key = newKey();
      const text = newText('A casino');
      await server().guest().submit(createDraft(key, text));
      const nobody = await (await ModerationPages.open(server())).visit('/moderation');
      const back = encodeURIComponent('https://news.example/moderation');
      assert.equal(nobody.location, `https://news.example/api/sign-in?return=${back}`);
      const pages = await (await ModerationPages.open(server(), 'moderator')).visit('/moderation');
      const [path, fields] = pages.form('approve', text);
      const response = await fetch(new URL(path, server().address), {
        method: 'POST',
        body: fields,
        redirect: 'manual',
        headers: { authorization: `Bearer ${await server().token('moderator')}`, origin: 'https://news.example' },
      });
      assert.deepEqual([response.status, response.headers.get('location')], [303, '/moderation']);
      assert.match(
        response.headers.get('set-cookie') ?? '',
        /^__Secure-moderation-notice=[^;]+; Max-Age=60; Path=\/moderation; HttpOnly; Secure; SameSite=Strict$/,
      );
    });
  },
  { publicUrl: 'https://news.example' },
);
