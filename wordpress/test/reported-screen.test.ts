/** The editors' screen for reported comments, "Comments > Reported", as their browser gets it. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { dashboardOf } from './dashboard.js';
import { skipWithoutWordPress, startWordPress, type WordPressSite } from './wordpress-site.js';
import type { Person } from './wordpress-visitors.js';

const SCREEN = 'edit-comments.php?page=article-comments-reported';

describe('the screen for reported comments in WordPress', { skip: skipWithoutWordPress() }, () => {
  let site: WordPressSite;
  before(async () => {
    site = await startWordPress({ plugin: 'on' });
  });
  after(() => site?.stop());

  /** Adds a comment with two reports, the only ones of the site. Returns its id. */
  const reported = (): Promise<string> =>
    site.run(`
        global $wpdb;
        $wpdb->query("DELETE FROM $wpdb->article_comments_reports");
        add_filter('article_comments_report_reasons', function ($reasons) { return array_merge($reasons, [['id' => 'house-rule-7']]); });
        $id = wp_insert_comment(['comment_post_ID' => ${site.posts.open}, 'comment_author' => 'Bea <i>', 'comment_content' => 'Rude ' . wp_rand(), 'comment_approved' => 1]);
        foreach ([['abuse', 'She & I <know>'], ['house-rule-7', '']] as list($reason, $detail)) {
          $request = new WP_REST_Request('POST', "/article-comments/v1/comments/$id/reports");
          $request->set_body_params(['reason' => $reason, 'detail' => $detail]);
          rest_do_request($request);
        }
        header_remove('Set-Cookie');
        echo $id;`);

  async function openDashboard(person: Person) {
    const { load, page } = await dashboardOf(site, person);
    /** Follows a link of the screen, and returns the page to which it leads. */
    const follow = async (label: string): Promise<string> => {
      const [, href = assert.fail(`There is no link "${label}".`)] =
        new RegExp(`<a href="([^"]*)">${label}</a>`).exec(await page(SCREEN)) ?? [];
      const response = await load(href.replaceAll('&#038;', '&').replaceAll('&amp;', '&'));
      assert.equal(response.status, 302);
      return page(response.headers.get('location') ?? '');
    };
    return { load, page, follow };
  }

  const statusOf = (id: string): Promise<string> => site.run(`echo wp_get_comment_status(${id});`);

  it('shows each report with its reason, text and reference, and the number in the menu', async () => {
    const id = await reported();
    const { page } = await openDashboard('admin');
    const html = await page(SCREEN);
    assert.match(html, /Bea &lt;i&gt;/);
    assert.match(html, /Abusive or hateful<\/strong> She &amp; I &lt;know&gt;/);
    assert.match(html, /house-rule-7/);
    assert.match(html, new RegExp(`${id}-\\d+`));
    assert.match(html, /1 reported comment</);
    // WordPress's own list leads to the screen.
    assert.match(await page('edit-comments.php'), /article-comments-reported[^>]*>Reported <span class="count">\(1\)/);
  });

  it('dismisses reports, and keeps the comment and the settled reports', async () => {
    const id = await reported();
    const { page, follow } = await openDashboard('admin');
    const after = await follow('Dismiss reports');
    assert.match(after, /role="status"><p>The reports have been dismissed/);
    assert.match(after, /No reports\./);
    assert.doesNotMatch(after, /1 reported comment</);
    assert.equal(await statusOf(id), 'approved');
    assert.match(await page(`${SCREEN}&reports=settled`), /She &amp; I[\s\S]*dismissed/);
  });

  it('marks comments as spam, and moves them to the trash', async () => {
    const { follow } = await openDashboard('admin');
    const unwanted = await reported();
    assert.match(await follow('Spam'), /marked as spam/);
    assert.equal(await statusOf(unwanted), 'spam');
    const rude = await reported();
    assert.match(await follow('Trash'), /moved to the trash/);
    assert.equal(await statusOf(rude), 'trash');
  });

  it('approves a comment that was held after it had been reported', async () => {
    const id = await reported();
    await site.run(`wp_set_comment_status(${id}, 'hold');`);
    const { follow } = await openDashboard('admin');
    assert.match(await follow('Approve'), /has been approved/);
    assert.equal(await statusOf(id), 'approved');
  });

  it('settles the reports of comments that are removed elsewhere', async () => {
    const id = await reported();
    await site.run(`wp_trash_comment(${id});`);
    const { page } = await openDashboard('admin');
    assert.match(await page(SCREEN), /No reports\./);
    assert.match(await page(`${SCREEN}&reports=settled`), /comment moved to the trash/);
  });

  it('does nothing without the nonce of the link', async () => {
    const id = await reported();
    const { load, page } = await openDashboard('admin');
    const response = await load(`admin-post.php?action=article_comments_settle&c=${id}&decision=trash`);
    assert.equal(response.status, 403);
    assert.equal(await statusOf(id), 'approved');
    assert.match(await page(SCREEN), /She &amp; I/);
  });

  it('is for editors only', async () => {
    const id = await reported();
    assert.doesNotMatch(await (await fetch(`${site.url}/wp-json/wp/v2/comments/${id}`)).text(), /She &|house-rule/);
    for (const person of ['writer', 'reader'] as const) {
      const { load, page } = await openDashboard(person);
      assert.equal((await load(SCREEN)).status, 403, person);
      assert.doesNotMatch(await page('index.php'), /reported comment/, person);
      const settling = site.run(`
          wp_set_current_user(get_user_by('login', '${person}')->ID);
          $_GET = ['c' => '${id}', 'decision' => 'trash'];
          $_REQUEST['_wpnonce'] = wp_create_nonce('article-comments-trash-${id}');
          do_action('admin_post_article_comments_settle');`);
      await assert.rejects(settling, /not allowed to settle the reports/, person);
      assert.equal(await statusOf(id), 'approved', person);
    }
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
