/** The companion plugin as part of a site: guests, spam filters, personal data, languages, and what remains of it. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { call, discussionOf } from '../../test/backends/conversation.js';
import { skipWithoutWordPress, startWordPress, type WordPressSite } from './wordpress-site.js';
import { guest } from './wordpress-visitors.js';

describe('the companion plugin in a WordPress', { skip: skipWithoutWordPress() }, () => {
  let site: WordPressSite;
  before(async () => {
    site = await startWordPress({ plugin: 'on' });
    site.set({ guests: false });
  });
  after(() => site?.stop());

  /** Runs PHP, and returns the value that it prints as JSON. */
  const evaluate = async <T>(php: string): Promise<T> => JSON.parse(await site.run(php)) as T;

  it('lets guests comment where the section is used, and nowhere else', async () => {
    // The site keeps the theme's form, with its captcha, below one article.
    const answers = await evaluate<unknown>(`
        add_filter('article_comments_uses_section', function ($uses, $post) { return ${site.posts.many} !== $post->ID; }, 10, 2);
        foreach ([${site.posts.open}, ${site.posts.many}] as $post) {
          $request = new WP_REST_Request('POST', '/wp/v2/comments');
          $request->set_body_params(['post' => $post, 'content' => "Hello $post", 'author_name' => 'Ada', 'author_email' => 'ada@example.test']);
          $about = rest_do_request(new WP_REST_Request('GET', "/wp/v2/posts/$post"))->get_data()['article_comments'];
          $answers[] = [rest_do_request($request)->get_status(), $about['posting']['who']];
        }
        echo wp_json_encode($answers);`);
    assert.deepEqual(answers, [
      [201, 'anyone'],
      [401, 'signed-in'],
    ]);
  });

  it('opens nothing to guests if the site says so', async () => {
    const answers = await evaluate<unknown>(`
        define('ARTICLE_COMMENTS_GUESTS', 'nowhere');
        $request = new WP_REST_Request('POST', '/wp/v2/comments');
        $request->set_body_params(['post' => ${site.posts.open}, 'content' => 'Hello again', 'author_name' => 'Ada', 'author_email' => 'ada@example.test']);
        $about = rest_do_request(new WP_REST_Request('GET', '/wp/v2/posts/${site.posts.open}'))->get_data()['article_comments'];
        echo wp_json_encode([rest_do_request($request)->get_status(), $about['posting']]);`);
    const [status, posting] = answers as [number, Record<string, unknown>];
    assert.deepEqual([status, posting.who, posting.guest], [401, 'signed-in', undefined]);
  });

  describe('asks Akismet about an edit', () => {
    /**
     * Edits a published comment as its author, a guest. The verdict is the answer of Akismet's server; null: the site has no key
     * for it. Akismet itself is the one in Debian's package.
     */
    const edit = (verdict: string | null) =>
      evaluate<{ asked: unknown; status: string; response: string }>(`
          ${verdict === null ? '' : "define('WPCOM_API_KEY', 'key');"}
          require_once WP_PLUGIN_DIR . '/akismet/akismet.php';
          $asked = [];
          add_filter('pre_http_request', function ($response, $request, $url) use (&$asked, &$id) {
            parse_str($request['body'], $question);
            $asked[] = [str_replace($id, 'ID', $question['comment_content']), wp_get_comment_status($id)];
            return ['headers' => [], 'body' => '${verdict}', 'response' => ['code' => 200, 'message' => 'OK'], 'cookies' => []];
          }, 10, 3);
          $id = wp_insert_comment(['comment_post_ID' => ${site.posts.open}, 'comment_author' => 'Ada', 'comment_content' => 'Before', 'comment_approved' => 1]);
          $request = new WP_REST_Request('POST', "/article-comments/v1/comments/$id");
          $request->set_body_params(['content' => 'After ' . $id, 'proof' => Article_Comments\\Own_Comments::proof(get_comment($id))]);
          $response = rest_do_request($request)->get_data();
          echo wp_json_encode(['asked' => $asked, 'status' => wp_get_comment_status($id), 'response' => $response['status']]);`);

    it('holds an edit until Akismet has checked it, and publishes it if it is clean', async () => {
      assert.deepEqual(await edit('false'), {
        asked: [['After ID', 'unapproved']],
        status: 'approved',
        response: 'approved',
      });
    });

    it('moves an edited comment to the spam folder if Akismet finds spam', async () => {
      assert.deepEqual(await edit('true'), { asked: [['After ID', 'unapproved']], status: 'spam', response: 'spam' });
    });

    it('holds an edited comment for editors if Akismet cannot answer', async () => {
      const mails = site.mails().length;
      assert.deepEqual(await edit('invalid'), {
        asked: [['After ID', 'unapproved']],
        status: 'unapproved',
        response: 'hold',
      });
      assert.match(site.mails()[mails]?.subject ?? '', /Please moderate/);
    });

    it('publishes an edit without a check if Akismet has no key', async () => {
      assert.deepEqual(await edit(null), { asked: [], status: 'approved', response: 'approved' });
    });
  });

  it('exports and erases the reports of a person', async () => {
    const answers = await evaluate<{
      exported: readonly { data: readonly { name: string; value: string }[] }[];
      erased: object;
      left: readonly string[];
      nobody: readonly unknown[];
    }>(`
        global $wpdb;
        $id = wp_insert_comment(['comment_post_ID' => ${site.posts.open}, 'comment_content' => 'Rude', 'comment_approved' => 1]);
        wp_set_current_user(get_user_by('login', 'reader')->ID);
        $request = new WP_REST_Request('POST', "/article-comments/v1/comments/$id/reports");
        $request->set_body_params(['reason' => 'private', 'detail' => 'My street']);
        rest_do_request($request);
        $export = apply_filters('wp_privacy_personal_data_exporters', [])['article-comments']['callback'];
        $erase = apply_filters('wp_privacy_personal_data_erasers', [])['article-comments']['callback'];
        $exported = $export('reader@example.test', 1);
        $nobody = $export('nobody@example.test', 1);
        $erased = $erase('reader@example.test', 1);
        $left = $wpdb->get_row("SELECT user_id, detail, reason FROM $wpdb->article_comments_reports WHERE comment_id = $id", ARRAY_N);
        echo wp_json_encode(['exported' => $exported['data'], 'erased' => $erased, 'left' => $left, 'nobody' => $nobody['data']]);`);
    const values = answers.exported[0]?.data.map(({ value }) => value) ?? [];
    assert.equal(answers.exported.length, 1);
    assert.match(values[0] ?? '', /#comment-\d+$/);
    assert.deepEqual(values.slice(1, 3), ['Private information', 'My street']);
    assert.deepEqual(answers.nobody, []);
    assert.deepEqual(answers.erased, { items_removed: true, items_retained: false, messages: [], done: true });
    assert.deepEqual(answers.left, ['0', '', 'private']);
  });

  it('suggests a text for the privacy policy', async () => {
    const text = await site.run(`
        require_once ABSPATH . 'wp-admin/includes/admin.php';
        wp_set_current_user(1);
        set_current_screen('options-privacy');
        do_action('admin_init');
        foreach (WP_Privacy_Policy_Content::get_suggested_policy_text() as $one)
          if ('Article Comments' === $one['plugin_name']) echo $one['policy_text'];`);
    assert.match(text, /salted hash of your IP address is stored for a day/);
  });

  it('speaks the language of the site', async () => {
    site.set({ guests: false, options: { WPLANG: 'de_DE' } });
    await site.run(
      `wp_insert_comment(['comment_post_ID' => ${site.posts.counted}, 'comment_content' => 'Ja', 'comment_approved' => 1]);`,
    );
    const html = await (await fetch(`${site.url}/counted/`)).text();
    site.set({ guests: false });
    assert.match(html, /<h2 [^>]*>Kommentare \(1\)<\/h2>/);
    assert.match(html, /<noscript><p>Zum Kommentieren wird JavaScript benötigt/);
  });

  it('leaves comments, and nothing of its own, when it is deleted', async () => {
    await site.run(`
        $id = wp_insert_comment(['comment_post_ID' => ${site.posts.open}, 'comment_content' => 'Rude', 'comment_approved' => 1]);
        Article_Comments\\Decision::carry_out(get_comment($id), ['measure' => 'hidden', 'ground' => 'terms', 'basis' => 'own-initiative',
          'automatedDetection' => false, 'automated' => false, 'decidedAt' => '2026-01-01T00:00:00Z', 'redress' => []]);`);
    const { comments } = await evaluate<{ comments: number }>(
      `echo wp_json_encode(['comments' => (int) get_comments(['count' => true])]);`,
    );
    await site.run(`
        require_once ABSPATH . 'wp-admin/includes/plugin.php';
        deactivate_plugins('article-comments/article-comments.php');
        echo wp_next_scheduled('article_comments_forget_reports') ? 'still scheduled' : '';`);
    await site.run(`
        require_once ABSPATH . 'wp-admin/includes/plugin.php';
        uninstall_plugin('article-comments/article-comments.php');`);
    const left = await evaluate<object>(`
        global $wpdb;
        echo wp_json_encode([
          'tables' => $wpdb->get_col("SHOW TABLES LIKE '%article_comments%'"),
          'options' => $wpdb->get_col("SELECT option_name FROM $wpdb->options WHERE option_name LIKE '%article_comments%'"),
          'meta' => $wpdb->get_col("SELECT meta_key FROM $wpdb->commentmeta WHERE meta_key LIKE '%article_comments%'"),
          'cron' => wp_next_scheduled('article_comments_forget_reports'),
          'comments' => (int) get_comments(['count' => true])]);`);
    assert.deepEqual(left, { tables: [], options: [], meta: [], cron: false, comments });
    assert.equal((await guest(site).open(discussionOf(site.posts.open!), call)).posting?.who, 'unknown');
  });
});
