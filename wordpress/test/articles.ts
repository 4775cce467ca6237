import type { WordPressSite } from './wordpress-site.js';

/** A comment for `wp_insert_comment()`, which checks nothing: what somebody has written who may write any HTML. */
export interface Insertion {
  readonly text: string;
  readonly author?: string;
  readonly url?: string;
  readonly user?: number;
  /** The place in the list of the comment above it. */
  readonly parent?: number;
  readonly status?: string;
  readonly meta?: Readonly<Record<string, string | number>>;
}

/** Publishes an article with comments, a minute after each other. Returns the slug of the article. */
export async function publish(
  site: WordPressSite,
  comments: readonly Insertion[],
  status: 'open' | 'closed' = 'open',
): Promise<string> {
  // Half of a character is no JSON in PHP.
  const wellFormed = (_name: string, value: unknown): unknown =>
    typeof value === 'string' ? Buffer.from(value).toString() : value;
  const encoded = Buffer.from(JSON.stringify(comments, wellFormed)).toString('base64');
  return site.run(`
    $post = wp_insert_post(['post_title' => 'Pier & promenade', 'post_status' => 'publish', 'post_author' => 1, 'comment_status' => '${status}']);
    foreach (json_decode(base64_decode('${encoded}'), true) as $index => $one) {
      $time = gmdate('Y-m-d H:i:s', strtotime('2026-03-28 21:30:00 +0000') + 60 * $index);
      $ids[] = $id = wp_insert_comment(wp_slash(['comment_post_ID' => $post, 'comment_content' => $one['text'],
        'comment_author' => $one['author'] ?? 'Ada', 'comment_author_url' => $one['url'] ?? '', 'user_id' => $one['user'] ?? 0,
        'comment_parent' => isset($one['parent']) ? $ids[$one['parent']] : 0, 'comment_date' => $time, 'comment_date_gmt' => $time,
        'comment_approved' => $one['status'] ?? '1']));
      foreach ($one['meta'] ?? [] as $name => $value)
        update_comment_meta($id, $name, '_article_comments_reply_to' === $name ? $ids[$value] : $value);
    }
    echo get_post($post)->post_name;`);
}
