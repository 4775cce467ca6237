/** Notices of illegal content to the companion plugin: what their senders, editors and the authors of comments get. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { Comment, CommentsAdapter, Report, ReportReceipt } from '../../src/model/adapter.js';
import { all, call, discussionOf, failureOf } from '../../test/backends/conversation.js';
import { dashboardOf } from './dashboard.js';
import { type Mail, skipWithoutWordPress, startWordPress, type WordPressSite } from './wordpress-site.js';
import { guest, program } from './wordpress-visitors.js';

const article = discussionOf('open');
const SCREEN = 'edit-comments.php?page=article-comments-reported';
const EXPLANATION = 'It calls on people to set the pier on <fire> & burn it.';
const FACTS = 'The comment names a night & a place: 1 < 2.';

const settings = { REDRESS: 'Write to us within six months.', REDRESS_URL: 'mailto:editors@gazette.example' };

/** The texts of a page, one after the other. */
const textOf = (html: string): string =>
  html
    .replaceAll(/<style>.*?<\/style>/gs, '')
    .replaceAll(/<[^>]*>/g, '|')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/\|+/g, '|');

describe('notices of illegal content to a WordPress', { skip: skipWithoutWordPress() }, () => {
  let site: WordPressSite;
  before(async () => {
    site = await startWordPress({ plugin: 'on' });
    site.set({ settings });
  });
  after(() => site?.stop());

  async function opened(adapter: CommentsAdapter): Promise<Required<CommentsAdapter>> {
    await adapter.open(article, call);
    return all(adapter);
  }

  /** Adds a published comment, by the account `reader` unless a guest's address is given. Returns its id. */
  const newComment = (guestEmail = ''): Promise<string> =>
    site.run(`
      $fields = '' === '${guestEmail}'
        ? ['user_id' => get_user_by('login', 'reader')->ID, 'comment_author' => 'reader', 'comment_author_email' => 'reader@example.test']
        : ['comment_author' => 'Ines', 'comment_author_email' => '${guestEmail}'];
      echo wp_insert_comment($fields + ['comment_post_ID' => ${site.posts.open}, 'comment_content' => 'Burn the pier ' . wp_rand(), 'comment_approved' => 1]);`);

  const noticeOf = (id: string, changes: object = {}): Report => ({
    id,
    reason: 'illegal',
    key: randomUUID(),
    notice: {
      explanation: EXPLANATION,
      law: 'Criminal Code, section 111',
      urls: [`${site.url}/open/#comment-${id}`],
      name: 'Nora Notifier',
      email: 'nora@mail.example',
      goodFaith: true,
      ...changes,
    },
  });

  async function send(id: string, changes: object = {}): Promise<Required<ReportReceipt>> {
    const receipt = await (await opened(guest(site))).report(article, noticeOf(id, changes), call);
    return (receipt ?? assert.fail('There is no receipt.')) as Required<ReportReceipt>;
  }

  /** The mails since a moment. */
  const mailsSince = (count: number): readonly Mail[] => site.mails().slice(count);

  const pathOf = ({ reference }: { readonly reference: string }): string =>
    `${SCREEN}&reports=decide&notice=${reference.split('-')[1]}`;

  const removal = {
    measure: 'removed',
    ground: 'law',
    rule: 'Criminal Code, section 111 (2)',
    facts: FACTS,
    redress: 'Write to us within six months.',
    href: 'mailto:editors@gazette.example',
  };

  async function decide(path: string, fields: Readonly<Record<string, string>>): Promise<void> {
    const response = await (await dashboardOf(site, 'admin')).decide(path, fields);
    assert.match(response.headers.get('location') ?? (await response.text()), /done=decided/);
  }

  const listed = async (adapter: CommentsAdapter, id: string): Promise<Comment | undefined> =>
    (await adapter.list({ discussion: article, sort: 'newest', limit: 90 }, call)).items.find((one) => one.id === id);

  it('offers the reasons that need a notice among the others', async () => {
    const { features } = await opened(guest(site));
    assert.deepEqual(features.report?.reasons?.slice(4), [
      { id: 'illegal', form: 'notice' },
      { id: 'child-abuse', label: 'Sexual abuse or exploitation of children', form: 'notice', anonymous: true },
      { id: 'other' },
    ]);
  });

  it('confirms a notice to its sender once, on the page and by mail', async () => {
    const count = site.mails().length;
    const visitor = await opened(guest(site));
    const report = noticeOf(await newComment());
    const receipt = (await visitor.report(article, report, call)) as Required<ReportReceipt>;
    assert.match(receipt.reference, new RegExp(`^${report.id}-\\d+$`));
    assert.ok(Math.abs(Date.parse(receipt.receivedAt) - Date.now()) < 60_000);
    assert.match(receipt.statusUrl, /\?article-comments-notice=[\w-]{43}$/);
    assert.deepEqual(receipt.redress, {
      message: 'Write to us within six months.',
      href: 'mailto:editors@gazette.example',
    });
    assert.deepEqual(await visitor.report(article, report, call), receipt);
    const [mail, ...others] = mailsSince(count);
    assert.deepEqual([mail?.to, others], ['nora@mail.example', []]);
    assert.equal(mail?.subject, `[The Harbour Gazette] Your notice (${receipt.reference})`);
    assert.match(mail.message, /^We received your notice on [A-Z][a-z]+ \d+, \d{4}, .+ UTC\.\n/);
    assert.ok(mail.message.endsWith(receipt.statusUrl), mail.message);
  });

  describe('with a key that is used again', () => {
    const send = async (report: Report): Promise<{ readonly status: number; readonly text: string }> => {
      const { id, ...body } = report;
      const response = await fetch(`${site.url}/wp-json/article-comments/v1/comments/${id}/reports`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return { status: response.status, text: await response.text() };
    };
    let report: Report;
    let receipt: ReportReceipt;
    before(async () => {
      report = noticeOf(await newComment());
      const { status, text } = await send(report);
      assert.equal(status, 201);
      receipt = JSON.parse(text) as ReportReceipt;
    });

    it('returns the same receipt when the same notice arrives again with its key', async () => {
      const { status, text } = await send(report);
      assert.equal(status, 200);
      assert.deepEqual(JSON.parse(text), receipt);
    });

    for (const [field, changes] of Object.entries({
      explanation: { explanation: 'Something else.' },
      law: { law: 'Civil Code' },
      urls: { urls: ['https://news.example/other'] },
      name: { name: 'Norbert' },
      email: { email: 'nobody@mail.example' },
    }))
      it(`refuses a used key if the field ${field} differs, and reveals nothing of the first receipt`, async () => {
        const count = site.mails().length;
        const { status, text } = await send({ ...report, ...noticeOf(report.id, changes), key: report.key! });
        assert.equal(status, 409);
        assert.match(text, /A report with this key says something else\. Send this one with a new key\./);
        const { statusUrl = '', reference = '' } = receipt;
        for (const secret of [statusUrl.split('=')[1]!, reference]) assert.ok(!text.includes(secret), text);
        assert.equal(site.mails().length, count);
      });

    it('refuses a used key with another reason or without a notice', async () => {
      for (const other of [
        { ...report, reason: 'child-abuse' },
        { id: report.id, reason: 'spam', key: report.key! },
      ]) {
        const { status, text } = await send(other);
        assert.equal(status, 409, text);
        assert.ok(!text.includes('statusUrl'), text);
      }
      assert.equal((await send({ id: report.id, reason: 'illegal', key: report.key! })).status, 400);
    });

    it('stores only one of several different notices that arrive at the same time with one key', async () => {
      const id = await newComment();
      const key = randomUUID();
      const answers = await Promise.all(
        ['One', 'Two', 'Three'].map((explanation) => send({ ...noticeOf(id, { explanation }), key })),
      );
      assert.deepEqual(answers.map(({ status }) => status).toSorted(), [201, 409, 409]);
    });
  });

  describe('whose mail fails', () => {
    after(() => site.set({ settings }));

    /** Does what WordPress's cron does with the next attempt. Returns the minutes until it is due, or `none`. */
    const attempt = (): Promise<string> =>
      site.run(`
        foreach (_get_cron_array() as $time => $hooks)
          foreach ($hooks['article_comments_send_mail'] ?? [] as $event) {
            wp_unschedule_event($time, 'article_comments_send_mail', $event['args']);
            do_action_ref_array('article_comments_send_mail', $event['args']);
            die((string) round(($time - time()) / MINUTE_IN_SECONDS));
          }
        echo 'none';`);

    it('sends the full confirmation of a notice later if its mail fails', async () => {
      const count = site.mails().length;
      site.set({ settings, mailFails: true });
      const receipt = await send(await newComment());
      assert.deepEqual(mailsSince(count), []);
      assert.equal(await attempt(), '1');
      site.set({ settings });
      assert.equal(await attempt(), '5');
      const [mail, ...others] = mailsSince(count);
      assert.deepEqual([mail?.to, others], ['nora@mail.example', []]);
      assert.match(mail?.message ?? '', /^We received your notice on /);
      assert.ok(mail?.message.endsWith(receipt.statusUrl));
      assert.equal(await attempt(), 'none');
    });

    it('sends a decision to the sender and to the author later if the mails fail', async () => {
      const id = await newComment();
      const receipt = await send(id);
      const count = site.mails().length;
      site.set({ settings, mailFails: true });
      await decide(pathOf(receipt), removal);
      site.set({ settings });
      assert.deepEqual([await attempt(), await attempt(), await attempt()], ['1', '1', 'none']);
      const mails = mailsSince(count);
      assert.deepEqual(mails.map(({ to }) => to).toSorted(), ['nora@mail.example', 'reader@example.test']);
      for (const { message } of mails) assert.match(message, /Law or rule: Criminal Code, section 111 \(2\)/);
    });

    it('sends no delayed mail to a person whose data has been erased', async () => {
      const count = site.mails().length;
      site.set({ settings, mailFails: true });
      await send(await newComment());
      const events = await site.run(`echo wp_json_encode(_get_cron_array());`);
      assert.doesNotMatch(events, /nora/);
      await site.run(`Article_Comments\\Privacy::erase('nora@mail.example');`);
      site.set({ settings });
      await attempt();
      assert.deepEqual([mailsSince(count), await attempt()], [[], 'none']);
    });

    it('gives up a mail after eight attempts', async () => {
      site.set({ settings, mailFails: true });
      await send(await newComment());
      const minutes: string[] = [];
      for (let next = await attempt(); next !== 'none'; next = await attempt()) minutes.push(next);
      assert.deepEqual(minutes, ['1', '5', '30', '120', '360', '1440', '2880']);
    });
  });

  it('accepts several notices about one comment, also after a report', async () => {
    const id = await newComment();
    const reader = await opened(program(site, 'reader'));
    await reader.report(article, { id, reason: 'spam' }, call);
    const references = [
      await reader.report(article, noticeOf(id), call),
      await reader.report(article, noticeOf(id), call),
    ].map((receipt) => [receipt?.alreadyReported, receipt?.reference]);
    assert.deepEqual([references[0]?.[0], references[1]?.[0]], [false, false]);
    assert.notEqual(references[0]?.[1], references[1]?.[1]);
  });

  it('requires a complete notice for the reasons that need one, and accepts none for others', async () => {
    const id = await newComment();
    const visitor = await opened(guest(site));
    const message = async (report: Report): Promise<string> =>
      (await failureOf(visitor.report(article, report, call), 'invalid')).message;
    assert.match(await message({ id, reason: 'illegal' }), /needs a notice/);
    assert.match(await message({ ...noticeOf(id), reason: 'spam' }), /takes no notice/);
    await message({ id, reason: 'house-rule-7' });
    assert.match(await message(noticeOf(id, { explanation: ' ' })), /explain why/);
    assert.match(await message(noticeOf(id, { name: '' })), /your name/);
    assert.match(await message(noticeOf(id, { email: 'nora' })), /valid email/);
    assert.match(await message(noticeOf(id, { email: '' })), /valid email/);
    assert.match(await message(noticeOf(id, { urls: [] })), /web addresses/);
    assert.match(await message(noticeOf(id, { urls: ['javascript:alert(1)'] })), /web addresses/);
    assert.match(await message(noticeOf(id, { goodFaith: false })), /accurate and complete/);
    await message(noticeOf(id, { explanation: 'x'.repeat(5001) }));
  });

  it('accepts a notice about the abuse of children without a name and an email address', async () => {
    const count = site.mails().length;
    const report = noticeOf(await newComment(), { name: '', email: '' });
    await (await opened(guest(site))).report(article, { ...report, reason: 'child-abuse' }, call);
    assert.deepEqual(mailsSince(count), []);
  });

  it('lets the site choose the reasons that need a notice', async () => {
    const statuses = await site.run(`
      add_filter('article_comments_report_reasons', function () { return [['id' => 'unlawful', 'label' => 'Against the law', 'form' => 'notice'], ['id' => 'rude']]; });
      foreach (['rude', 'spam', 'unlawful'] as $reason) {
        $request = new WP_REST_Request('POST', '/article-comments/v1/comments/${await newComment()}/reports');
        $request->set_body_params(['reason' => $reason]);
        $statuses[] = rest_do_request($request)->get_status();
      }
      header_remove('Set-Cookie');
      $about = rest_do_request(new WP_REST_Request('GET', '/wp/v2/posts/${site.posts.open}'))->get_data()['article_comments'];
      echo implode(' ', $statuses), ' ', $about['features']['report']['reasons'][0]['label'];`);
    assert.equal(statuses, '201 400 400 Against the law');
  });

  it('shows editors the open notices with their texts, the oldest first', async () => {
    await site.run('global $wpdb; $wpdb->query("DELETE FROM $wpdb->article_comments_reports");');
    const first = await send(await newComment());
    const second = await send(await newComment());
    const { page } = await dashboardOf(site, 'admin');
    const html = await page(`${SCREEN}&reports=notices`);
    const text = textOf(html);
    assert.ok(text.indexOf(first.reference) < text.indexOf(second.reference), text);
    for (const words of [
      EXPLANATION,
      'Criminal Code, section 111',
      'Nora Notifier <nora@mail.example>',
      'Burn the pier',
    ])
      assert.ok(text.includes(words), words);
    assert.match(text, /Notices of illegal content \|\(2\)/);
    assert.match(html, /2 reported comments</);
  });

  it('sends the decision on a notice to the author and to the sender, with its reasons', async () => {
    const id = await newComment();
    const receipt = await send(id);
    const count = site.mails().length;
    const fields = { ...removal, territory: 'Germany', until: '2099-05-01', detection: 'yes' };
    await decide(pathOf(receipt), fields);
    assert.equal(await site.run(`echo wp_get_comment_status(${id});`), 'trash');

    const reader = await opened(program(site, 'reader'));
    const own = await listed(reader, id);
    assert.deepEqual([own?.status, own?.body.value, own?.can?.edit, own?.can?.remove], ['hidden', '', false, false]);
    const { decidedAt, until, ...decision } = own?.decision ?? assert.fail('There is no decision.');
    assert.ok(Math.abs(Date.parse(decidedAt ?? '') - Date.now()) < 60_000);
    assert.equal(until?.slice(0, 10), '2099-05-01');
    assert.deepEqual(decision, {
      measure: 'removed',
      ground: 'law',
      rule: 'Criminal Code, section 111 (2)',
      facts: FACTS,
      territory: 'Germany',
      basis: 'notice',
      automatedDetection: true,
      automated: false,
      redress: { message: 'Write to us within six months.', href: 'mailto:editors@gazette.example' },
    });
    assert.deepEqual((await reader.get(article, id, call)).decision, own?.decision);

    const [toAuthor, toSender, ...others] = mailsSince(count);
    assert.deepEqual([toAuthor?.to, toSender?.to, others], ['reader@example.test', 'nora@mail.example', []]);
    for (const mail of [toAuthor, toSender])
      for (const line of [
        'The comment was removed. Germany, until May 1, 2099, 12:00 AM UTC.',
        'Reason: It’s considered illegal.',
        'Law or rule: Criminal Code, section 111 (2)',
        `What we found: ${FACTS}`,
        'How it was decided: After a notice of illegal content. By a person, without automated means. Automated means found the comment.',
        'If you disagree: Write to us within six months.\nmailto:editors@gazette.example',
      ])
        assert.ok(mail?.message.includes(line), `${line}\n${mail?.message}`);
    assert.equal(toAuthor?.subject, '[The Harbour Gazette] Statement of reasons');
    assert.match(toAuthor.message, /^Open\n\nBurn the pier/);
    assert.doesNotMatch(toAuthor?.message ?? '', /Nora|nora/);
    assert.doesNotMatch(toSender?.message ?? '', /reader/);

    const { page } = await dashboardOf(site, 'admin');
    assert.ok(textOf(await page(`${SCREEN}&reports=decided`)).includes(receipt.reference));
    assert.ok(!textOf(await page(`${SCREEN}&reports=notices`)).includes(receipt.reference));
  });

  it('shows the decision on a comment to no reader but its author', async () => {
    const id = await newComment();
    await decide(pathOf(await send(id)), removal);
    for (const adapter of [guest(site), program(site, 'writer')]) {
      const other = await opened(adapter);
      assert.equal(await listed(other, id), undefined);
      await assert.rejects(other.get(article, id, call));
    }
    const page = await (await fetch(`${site.url}/open/`)).text();
    assert.doesNotMatch(page, /section 111|Nora/);
  });

  it('shows the state of a notice on a page that other sites and search engines do not learn of', async () => {
    const id = await newComment();
    const receipt = await send(id);
    const open = await fetch(receipt.statusUrl);
    assert.equal(open.headers.get('referrer-policy'), 'no-referrer');
    assert.match(open.headers.get('x-robots-tag') ?? '', /noindex/);
    assert.match(open.headers.get('cache-control') ?? '', /no-store|private/);
    const before = textOf(await open.text());
    assert.match(before, /You’ll find our decision on this page once it’s made\./);
    assert.doesNotMatch(before, /Nora|reader|fire|Burn/);
    await decide(pathOf(receipt), removal);
    const html = await (await fetch(receipt.statusUrl)).text();
    const after = textOf(html);
    for (const words of [receipt.reference, 'The comment was removed.', FACTS, 'Write to us within six months.'])
      assert.ok(after.includes(words), `${words}\n${after}`);
    assert.match(html, /<a href="mailto:editors@gazette.example"/);
    assert.doesNotMatch(after, /Nora|reader|Burn/);
    const unknown = await fetch(`${receipt.statusUrl.slice(0, -3)}abc`);
    assert.equal(unknown.status, 404);
    assert.match(textOf(await unknown.text()), /There’s no notice at this address\./);
  });

  for (const [locale, { dir, subject, status, removed, found, time }] of Object.entries({
    fr_FR: {
      dir: 'ltr',
      subject: 'Votre notification',
      status: 'Vous trouverez notre décision sur cette page une fois qu’elle sera prise.',
      removed: 'Le commentaire a été retiré. Partout, sans limite de durée.',
      found: 'Le commentaire a été détecté à l’aide de moyens automatisés.',
      time: /\d{4}, \d\d:\d\d UTC/,
    },
    ar: {
      dir: 'rtl',
      subject: 'إشعارك',
      status: 'ستجد قرارنا في هذه الصفحة بعد اتخاذه.',
      removed: 'أُزيل التعليق. في كل مكان، من دون حد زمني.',
      found: 'عُثر على التعليق بوسائل آلية.',
      time: /UTC/,
    },
  }))
    it(`writes the page and the mails about a notice in the language of the site (${locale})`, async () => {
      const count = site.mails().length;
      site.set({ settings, options: { WPLANG: locale } });
      try {
        const receipt = await send(await newComment());
        const open = await (await fetch(receipt.statusUrl)).text();
        assert.match(open, new RegExp(`^<!doctype html><html lang="${locale.slice(0, 2)}" dir="${dir}">`));
        assert.ok(textOf(open).includes(`|${subject}|${status}|`), textOf(open));
        assert.match(textOf(open), time);
        await decide(pathOf(receipt), { ...removal, detection: 'yes' });
        const decided = textOf(await (await fetch(receipt.statusUrl)).text());
        const [confirmation, toAuthor, toSender] = mailsSince(count);
        assert.equal(confirmation?.subject, `[The Harbour Gazette] ${subject} (${receipt.reference})`);
        assert.ok(confirmation.message.includes(status), confirmation.message);
        for (const text of [decided, toAuthor?.message, toSender?.message])
          for (const words of [removed, found]) assert.ok(text?.includes(words), `${words}\n${text}`);
      } finally {
        site.set({ settings });
      }
    });

  it('informs only the sender of a notice when the comment is kept', async () => {
    const id = await newComment();
    const receipt = await send(id);
    const count = site.mails().length;
    await decide(pathOf(receipt), { measure: 'kept', facts: 'It is satire.', redress: 'Write to us.' });
    assert.equal(await site.run(`echo wp_get_comment_status(${id});`), 'approved');
    assert.equal((await listed(await opened(program(site, 'reader')), id))?.decision, undefined);
    assert.deepEqual(
      mailsSince(count).map(({ to }) => to),
      ['nora@mail.example'],
    );
    assert.match(textOf(await (await fetch(receipt.statusUrl)).text()), /The comment stays as it is\./);
  });

  it('accepts one decision on a notice, with all reasons, and on the text that was read', async () => {
    const id = await newComment();
    const receipt = await send(id);
    const { decide: attempt } = await dashboardOf(site, 'admin');
    const problem = async (fields: Readonly<Record<string, string>>): Promise<string> =>
      /role="alert"><p>(.*?)<\/p>/.exec(await (await attempt(pathOf(receipt), fields)).text())?.[1] ?? 'none';
    assert.equal(
      await problem({ ...removal, revision: 'other' }),
      'The comment has been edited since you read it. Please read it again.',
    );
    assert.equal(await problem({ ...removal, measure: '' }), 'Choose what is done with the comment.');
    assert.equal(await problem({ ...removal, rule: '' }), 'Name the law or the rule that the comment breaks.');
    assert.equal(await problem({ ...removal, facts: '' }), 'Say what you base the decision on.');
    assert.equal(await problem({ ...removal, redress: '', href: '' }), 'Say how the decision can be contested.');
    assert.match(await problem({ ...removal, href: 'javascript:alert(1)' }), /^Enter a whole address/);
    assert.equal(await problem({ ...removal, until: '2001-01-01' }), 'Enter a date in the future, or none.');
    assert.equal(await site.run(`echo wp_get_comment_status(${id});`), 'approved');
    const refused = await attempt(pathOf(receipt), { ...removal, _wpnonce: 'forged' });
    assert.equal(refused.status, 403);
    await decide(pathOf(receipt), removal);
    const late = await (await dashboardOf(site, 'admin')).load(pathOf(receipt));
    assert.match(late.headers.get('location') ?? '', /done=failed/);
  });

  it('answers a notice whose comment has been deleted', async () => {
    const id = await newComment();
    const receipt = await send(id);
    await site.run(`wp_delete_comment(${id}, true);`);
    const count = site.mails().length;
    await decide(pathOf(receipt), removal);
    assert.deepEqual(
      mailsSince(count).map(({ to }) => to),
      ['nora@mail.example'],
    );
  });

  it('sends a guest a statement of reasons by mail, also without a notice', async () => {
    const id = await newComment('ines@mail.example');
    const count = site.mails().length;
    const { page } = await dashboardOf(site, 'admin');
    assert.match(await page('edit-comments.php'), new RegExp(`reports=decide&#038;c=${id}'?"?>Remove with reasons…`));
    await decide(`${SCREEN}&reports=decide&c=${id}`, {
      ...removal,
      measure: 'hidden',
      ground: 'terms',
      rule: 'Rule 4',
    });
    assert.equal(await site.run(`echo wp_get_comment_status(${id});`), 'unapproved');
    const [mail] = mailsSince(count);
    assert.equal(mail?.to, 'ines@mail.example');
    assert.match(
      mail?.message ?? '',
      /The comment was hidden\.[^]*Rule 4[^]*How it was decided: On our own initiative\. By a person/,
    );
  });

  it('lets an editor remove a comment in the section with reasons, also without a notice', async () => {
    const id = await newComment();
    const count = site.mails().length;
    const editor = program(site, 'admin');
    const offeredTo = async (adapter: CommentsAdapter): Promise<unknown> =>
      (await adapter.open(article, call)).decisions;
    assert.deepEqual(await offeredTo(editor), {});
    assert.equal(await offeredTo(program(site, 'reader')), undefined);
    const decision = { ground: 'terms' as const, rule: 'Rule 4', facts: FACTS, automatedDetection: true };
    await failureOf(
      all(editor).remove(article, id, { ...call, decision: { ground: 'taste' } } as typeof call),
      'invalid',
    );
    await all(editor).remove(article, id, { ...call, decision });
    const own = await listed(await opened(program(site, 'reader')), id);
    const { decidedAt, redress, ...rest } = own?.decision ?? assert.fail('There is no decision.');
    assert.ok(decidedAt && redress?.message);
    assert.deepEqual(rest, { ...decision, measure: 'removed', basis: 'own-initiative', automated: false });
    assert.deepEqual(
      mailsSince(count).map(({ to }) => to),
      ['reader@example.test'],
    );
  });

  it('ignores reasons from an author who deletes their own comment', async () => {
    const id = await newComment();
    const reader = await opened(program(site, 'reader'));
    await reader.remove(article, id, { ...call, decision: { ground: 'law' } });
    assert.equal((await reader.get(article, id, call)).decision, undefined);
  });

  it('removes the statement of reasons from a comment that is published again', async () => {
    const id = await newComment();
    await decide(`${SCREEN}&reports=decide&c=${id}`, { ...removal, measure: 'hidden' });
    const reader = await opened(program(site, 'reader'));
    assert.equal((await listed(reader, id))?.status, 'hidden');
    await site.run(`wp_set_comment_status(${id}, 'approve');`);
    const again = await listed(reader, id);
    assert.deepEqual([again?.status, again?.decision], ['visible', undefined]);
  });

  it('marks a held comment as rejected when an editor removes it with reasons', async () => {
    const id = await newComment();
    await site.run(`wp_set_comment_status(${id}, 'hold');`);
    await decide(`${SCREEN}&reports=decide&c=${id}`, removal);
    const own = await listed(await opened(program(site, 'reader')), id);
    assert.deepEqual([own?.status, own?.decision?.measure], ['rejected', 'rejected']);
  });

  it('lets only editors decide on notices and comments', async () => {
    const id = await newComment();
    const receipt = await send(id);
    for (const person of ['writer', 'reader'] as const) {
      const { load } = await dashboardOf(site, person);
      assert.equal((await load(pathOf(receipt))).status, 403, person);
      assert.equal((await load(`${SCREEN}&reports=decide&c=${id}`, removal)).status, 403, person);
    }
    assert.equal(await site.run(`echo wp_get_comment_status(${id});`), 'approved');
  });

  it('exports and erases notices for their sender and for the author of the comment', async () => {
    const id = await newComment('ines@mail.example');
    await decide(pathOf(await send(id, { name: 'Erika', email: 'erika@mail.example' })), removal);
    await send(await newComment(), { name: 'Erika', email: 'erika@mail.example', explanation: 'Undecided' });
    const done = JSON.parse(
      await site.run(`
        global $wpdb;
        $export = apply_filters('wp_privacy_personal_data_exporters', [])['article-comments']['callback'];
        $erase = apply_filters('wp_privacy_personal_data_erasers', [])['article-comments']['callback'];
        foreach (['erika', 'ines'] as $name) {
          foreach ($export("$name@mail.example", 1)['data'] as $item)
            $exported[$name][] = array_column($item['data'], 'value', 'name');
          $erased[$name] = $erase("$name@mail.example", 1);
          $left[$name] = count($export("$name@mail.example", 1)['data']);
        }
        $words = $wpdb->get_var("SELECT GROUP_CONCAT(CONCAT_WS(' ', email, notice, decision)) FROM $wpdb->article_comments_reports");
        echo wp_json_encode(compact('exported', 'erased', 'left', 'words'));`),
    ) as {
      exported: Record<string, Record<string, string>[]>;
      erased: Record<string, object>;
      left: object;
      words: string;
    };
    const [decided, undecided] = done.exported.erika ?? [];
    assert.deepEqual([decided?.Name, decided?.Email, undecided?.Text], ['Erika', 'erika@mail.example', 'Undecided']);
    assert.match(decided?.Decision ?? '', /The comment was removed\./);
    assert.match(done.exported.ines?.at(-1)?.Decision ?? '', /The comment was removed\./);
    assert.deepEqual(done.erased.erika, {
      items_removed: true,
      items_retained: true,
      messages: ['The text of notices that are not decided yet is kept without their sender.'],
      done: true,
    });
    assert.deepEqual(done.left, { erika: 0, ines: 0 });
    assert.doesNotMatch(done.words, /erika/i);
    assert.match(done.words, /Undecided/);
  });

  it('deletes the text and the sender of a notice six months after the decision or a year after receipt', async () => {
    const [decided, undecided, recent] = [
      await send(await newComment()),
      await send(await newComment()),
      await send(await newComment()),
    ];
    await decide(pathOf(decided), removal);
    await decide(pathOf(recent), removal);
    const number = ({ reference }: { reference: string }): string => reference.split('-')[1] ?? '';
    const rows = await site.run(`
      global $wpdb;
      $reports = $wpdb->article_comments_reports;
      $wpdb->query("UPDATE $reports SET settled_at = UTC_TIMESTAMP() - INTERVAL 6 MONTH WHERE report_id = ${number(decided)}");
      $wpdb->query("UPDATE $reports SET settled_at = UTC_TIMESTAMP() - INTERVAL 6 MONTH + INTERVAL 1 DAY WHERE report_id = ${number(recent)}");
      $wpdb->query("UPDATE $reports SET reported_at = UTC_TIMESTAMP() - INTERVAL 12 MONTH WHERE report_id = ${number(undecided)}");
      do_action('article_comments_forget_reports');
      foreach ([${[decided, undecided, recent].map(number).join()}] as $id) {
        $row = $wpdb->get_row("SELECT * FROM $reports WHERE report_id = $id");
        echo (int) $row->is_open, ' ', $row->settled_as, ' ', $row->email, ' ', $row->notice ? 'words' : '-', "\\n";
      }`);
    assert.deepEqual(rows.trim().split('\n'), ['0 removed  -', '0   -', '0 removed nora@mail.example words']);
    assert.match(textOf(await (await fetch(undecided.statusUrl)).text()), /Your notice expired without a decision\./);
    assert.match(textOf(await (await fetch(decided.statusUrl)).text()), /The comment was removed\./);
  });

  it('logs no PHP warnings', async () => {
    const log = await site.run(
      "echo is_file(WP_CONTENT_DIR . '/debug.log') ? file_get_contents(WP_CONTENT_DIR . '/debug.log') : '';",
    );
    assert.deepEqual(
      log.split('\n').filter((line) => line.includes('plugins/article-comments/')),
      [],
    );
  });
});
