/** Reports of abuse: the companion plugin's route and table. The editors' screen is in reported-screen.test.ts. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { CommentsAdapter, Report } from '../../src/model/adapter.js';
import { all, call, discussionOf, failureOf } from '../../test/backends/conversation.js';
import { skipWithoutWordPress, startWordPress, type WordPressSite } from './wordpress-site.js';
import { guest, program } from './wordpress-visitors.js';

const article = discussionOf('open');

interface Receipt {
  readonly reference: string;
  readonly alreadyReported: boolean;
}

async function receiptOf(adapter: Required<CommentsAdapter>, report: Report): Promise<Receipt> {
  return (await adapter.report(article, report, call)) as Receipt;
}

describe('reports to a WordPress with the companion plugin', { skip: skipWithoutWordPress() }, () => {
  let site: WordPressSite;
  before(async () => {
    site = await startWordPress({ plugin: 'on' });
  });
  after(() => site?.stop());

  async function opened(adapter: CommentsAdapter): Promise<Required<CommentsAdapter>> {
    await adapter.open(article, call);
    return all(adapter);
  }

  /** Adds a published comment, and forgets all reports. */
  const newComment = (): Promise<string> =>
    site.run(`
        global $wpdb;
        $wpdb->query("DELETE FROM $wpdb->article_comments_reports");
        echo wp_insert_comment(['comment_post_ID' => ${site.posts.open}, 'comment_author' => 'Bea', 'comment_content' => 'Look at me ' . wp_rand(), 'comment_approved' => 1]);`);

  /** Reports like a browser that is not signed in. All requests come from one address. */
  async function report(id: string, fields: object, cookie?: string) {
    const response = await fetch(`${site.url}/wp-json/article-comments/v1/comments/${id}/reports`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(cookie !== undefined && { cookie }) },
      body: JSON.stringify({ reason: 'spam', ...fields }),
    });
    const setCookie = response.headers.getSetCookie().find((one) => one.startsWith('article_comments_reporter='));
    return { status: response.status, receipt: (await response.json()) as Receipt, setCookie, response };
  }

  const stored = async (id: string): Promise<readonly { reason: string; detail: string }[]> =>
    JSON.parse(
      await site.run(
        `global $wpdb; echo wp_json_encode($wpdb->get_results("SELECT reason, detail FROM $wpdb->article_comments_reports WHERE comment_id = ${id} ORDER BY report_id"));`,
      ),
    ) as { reason: string; detail: string }[];

  it('stores the reports of two people who share an address, each with its reason', async () => {
    const id = await newComment();
    const one = await report(id, { reason: 'spam', detail: 'An advertisement' });
    const other = await report(id, { reason: 'private', detail: 'My <b>address</b> & phone' });
    assert.deepEqual([one.status, one.receipt.alreadyReported], [201, false]);
    assert.deepEqual([other.status, other.receipt.alreadyReported], [201, false]);
    assert.notEqual(one.receipt.reference, other.receipt.reference);
    assert.deepEqual(await stored(id), [
      { reason: 'spam', detail: 'An advertisement' },
      { reason: 'private', detail: 'My <b>address</b> & phone' },
    ]);
  });

  it('identifies a returning reporter by a cookie that cannot be forged', async () => {
    const id = await newComment();
    const first = await report(id, {});
    assert.match(first.setCookie ?? '', /; HttpOnly/i);
    assert.match(first.setCookie ?? '', /; SameSite=Lax/i);
    const [cookie = ''] = first.setCookie?.split(';') ?? [];
    const again = await report(id, { reason: 'abuse' }, cookie);
    assert.deepEqual([again.status, again.receipt], [200, { ...first.receipt, alreadyReported: true }]);
    const forgedCookie = cookie.replace(/=(\w)/, (_, letter: string) => (letter === '0' ? '=1' : '=0'));
    const forged = await report(id, {}, forgedCookie);
    assert.deepEqual([forged.status, forged.receipt.alreadyReported], [201, false]);
  });

  it('identifies a returning reporter by the account', async () => {
    const id = await newComment();
    const reader = await opened(program(site, 'reader'));
    const { reference } = await receiptOf(reader, { id, reason: 'abuse' });
    assert.deepEqual(await receiptOf(reader, { id, reason: 'abuse' }), {
      reference,
      alreadyReported: true,
    });
    assert.equal((await reader.get(article, id, call)).reported, true);
    const writer = await opened(program(site, 'writer'));
    assert.equal((await writer.get(article, id, call)).reported, undefined);
    assert.equal((await receiptOf(writer, { id, reason: 'abuse' })).alreadyReported, false);
  });

  it('stores a report once when it arrives again with its key', async () => {
    const id = await newComment();
    const visitor = await opened(guest(site));
    const key = randomUUID();
    const first = await receiptOf(visitor, { id, reason: 'spam', key });
    // The response was lost, so the browser has no cookie and sends the report again.
    assert.deepEqual(await receiptOf(visitor, { id, reason: 'spam', key }), first);
    assert.equal(first.alreadyReported, false);
    assert.equal((await stored(id)).length, 1);
    const concurrent = randomUUID();
    const answers = await Promise.all([1, 2, 3, 4].map(() => report(id, { key: concurrent })));
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 200, 200, 201]);
    assert.equal(new Set(answers.map(({ receipt }) => receipt.reference)).size, 1);
    assert.equal((await stored(id)).length, 2);
    await failureOf(visitor.report(article, { id, reason: 'spam', key: 'again' }, call), 'invalid');
  });

  it('stores all reports of a comment, also the hundredth', async () => {
    const id = await newComment();
    const statuses = await site.run(`
        for ($i = 0; $i < 120; $i++) {
          $filter = function () use ($i) { return "198.51.100.$i"; };
          add_filter('article_comments_address', $filter);
          $request = new WP_REST_Request('POST', '/article-comments/v1/comments/${id}/reports');
          $request->set_body_params(['reason' => 'spam', 'detail' => "Reason $i"]);
          $statuses[] = rest_do_request($request)->get_status();
          remove_filter('article_comments_address', $filter);
        }
        header_remove('Set-Cookie');
        echo implode(' ', array_unique($statuses));`);
    assert.equal(statuses, '201');
    assert.equal(new Set((await stored(id)).map(({ detail }) => detail)).size, 120);
    const late = await report(id, { detail: 'Me too' });
    assert.equal(late.status, 201);
    assert.equal((await stored(id)).at(-1)?.detail, 'Me too');
  });

  it('refuses a flood of reports from one address, and returns the time to wait', async () => {
    const id = await newComment();
    const flood = (count: number, address: string): Promise<string> =>
      site.run(`
          add_filter('article_comments_address', function () { return '${address}'; });
          for ($i = 0; $i < ${count}; $i++) {
            $request = new WP_REST_Request('POST', '/article-comments/v1/comments/${id}/reports');
            $request->set_body_params(['reason' => 'spam']);
            $response = rest_do_request($request);
            $statuses[] = $response->get_status();
          }
          header_remove('Set-Cookie');
          echo wp_json_encode(array_count_values($statuses));`);
    assert.equal(await flood(70, '2001:db8:9:9::1'), '{"201":60,"429":10}');
    // An IPv6 user has a whole /64 network.
    assert.equal(await flood(1, '2001:db8:9:9:ffff::2'), '{"429":1}');
    assert.equal(await flood(1, '2001:db8:9:8::2'), '{"201":1}');
    assert.equal((await stored(id)).length, 61);

    assert.equal(await flood(60, '127.0.0.1'), '{"201":60}');
    const { status, response } = await report(id, {});
    assert.equal(status, 429);
    const wait = Number(response.headers.get('retry-after'));
    assert.ok(wait > 3000 && wait <= 3600, `${wait}`);
    assert.match(response.headers.get('access-control-expose-headers') ?? '', /Retry-After/);
    const { info } = await failureOf(
      (await opened(guest(site))).report(article, { id, reason: 'spam' }, call),
      'rate-limited',
    );
    assert.ok((info.retryAfter ?? 0) > 3000);
    // Signed-in readers behind the address are not affected.
    const reader = await opened(program(site, 'reader'));
    assert.equal((await receiptOf(reader, { id, reason: 'spam' })).alreadyReported, false);
  });

  it('refuses more than twenty reports from one account in an hour', async () => {
    await newComment();
    const statuses = await site.run(`
        wp_set_current_user(get_user_by('login', 'reader')->ID);
        for ($i = 0; $i < 21; $i++) {
          $id = wp_insert_comment(['comment_post_ID' => ${site.posts.many}, 'comment_content' => "Reported $i", 'comment_approved' => 1]);
          $request = new WP_REST_Request('POST', "/article-comments/v1/comments/$id/reports");
          $request->set_body_params(['reason' => 'spam']);
          $statuses[] = rest_do_request($request)->get_status();
        }
        echo wp_json_encode(array_count_values($statuses));`);
    assert.equal(statuses, '{"201":20,"429":1}');
  });

  it('refuses a report of a comment that is missing or protected, or with a text that is too long', async () => {
    const id = await newComment();
    const visitor = await opened(guest(site));
    await failureOf(visitor.report(article, { id: '99999', reason: 'spam' }, call), 'not-found');
    await failureOf(visitor.report(article, { id, reason: 'x'.repeat(65) }, call), 'invalid');
    await failureOf(visitor.report(article, { id, reason: 'spam', detail: 'x'.repeat(501) }, call), 'invalid');
    const secret = await site.run(
      `echo wp_insert_comment(['comment_post_ID' => ${site.posts.secret}, 'comment_content' => 'Behind the password', 'comment_approved' => 1]);`,
    );
    await failureOf(visitor.report(article, { id: secret, reason: 'spam' }, call), 'not-found');
    assert.deepEqual(await stored(id), []);
  });

  it('accepts a report in a private article only from those who may read it', async () => {
    const id = await site.run(`
        $post = wp_insert_post(['post_title' => 'Members only', 'post_status' => 'private', 'post_author' => 1]);
        echo wp_insert_comment(['comment_post_ID' => $post, 'comment_content' => 'Among ourselves', 'comment_approved' => 1]);`);
    await failureOf((await opened(guest(site))).report(article, { id, reason: 'spam' }, call), 'not-found');
    await failureOf((await opened(program(site, 'reader'))).report(article, { id, reason: 'spam' }, call), 'not-found');
    await receiptOf(await opened(program(site, 'admin')), { id, reason: 'abuse' });
    assert.deepEqual(await stored(id), [{ reason: 'abuse', detail: '' }]);
  });

  it('confirms no report that the database does not store', async () => {
    const id = await newComment();
    const status = await site.run(`
        global $wpdb;
        $wpdb->suppress_errors();
        add_filter('query', function ($sql) { return str_replace('INSERT IGNORE INTO', 'INSERT IGNORE INTO missing_', $sql); });
        $request = new WP_REST_Request('POST', '/article-comments/v1/comments/${id}/reports');
        $request->set_body_params(['reason' => 'spam']);
        echo rest_do_request($request)->get_status();`);
    assert.equal(status, '500');
  });

  it('deletes the address hash of a report after a day, its sender after ninety, its text after a year', async () => {
    const id = await newComment();
    await report(id, { detail: 'Recent' });
    await report(id, { detail: 'Of the day before yesterday' });
    await report(id, { detail: 'Of last winter' });
    await report(id, { detail: 'Of last year' });
    await receiptOf(await opened(program(site, 'reader')), { id, reason: 'spam', detail: 'By a reader' });
    const columns = await site.run(`
        global $wpdb;
        $ages = ['Of the day before yesterday' => 2, 'Of last winter' => 91, 'Of last year' => 367, 'By a reader' => 91];
        foreach ($ages as $detail => $days)
          $wpdb->update($wpdb->article_comments_reports, ['reported_at' => gmdate('Y-m-d H:i:s', time() - $days * DAY_IN_SECONDS)], ['detail' => $detail]);
        do_action('article_comments_forget_reports');
        foreach ($wpdb->get_results("SELECT * FROM $wpdb->article_comments_reports ORDER BY report_id") as $row)
          echo $row->detail, ': ', '' === $row->address_hash ? '-' : 'address', ' ', null === $row->reporter ? '-' : 'reporter', ' ', $row->user_id, "\\n";`);
    assert.deepEqual(columns.trim().split('\n'), [
      'Recent: address reporter 0',
      'Of the day before yesterday: - reporter 0',
      'Of last winter: - - 0',
      ': - - 0',
      'By a reader: - - 0',
    ]);
    assert.match(
      await site.run(
        `global $wpdb; echo $wpdb->get_var("SELECT address_hash FROM $wpdb->article_comments_reports WHERE detail = 'Recent'");`,
      ),
      /^[\da-f]{64}$/,
    );
  });

  it('deletes reports some time after they were settled, and with their comment', async () => {
    const id = await newComment();
    await report(id, {});
    const left = await site.run(`
        global $wpdb;
        Article_Comments\\Report_Store::settle(${id}, 'dismissed');
        do_action('article_comments_forget_reports');
        echo $wpdb->get_var("SELECT COUNT(*) FROM $wpdb->article_comments_reports"), ' ';
        $wpdb->query("UPDATE $wpdb->article_comments_reports SET settled_at = '2020-01-01 00:00:00'");
        do_action('article_comments_forget_reports');
        echo $wpdb->get_var("SELECT COUNT(*) FROM $wpdb->article_comments_reports"), ' ';
        echo wp_next_scheduled('article_comments_forget_reports') > time() ? 'scheduled' : 'never';`);
    assert.equal(left, '1 0 scheduled');
    await report(id, {});
    await site.run(`wp_delete_comment(${id}, true);`);
    assert.deepEqual(await stored(id), []);
  });
});
