/**
 * Starts a WordPress (Debian's package) with the companion plugin and some comments, and the demo next to it. Prints the
 * URLs to open. Ctrl+C stops both and deletes the site.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { missingForWordPress, startWordPress, type WordPressSite } from '../../wordpress/test/wordpress-site.js';

/** Author, text and index of the parent of each comment. */
const conversation = [
  ['Rosa Winter', 'The pier has been closed since spring. Has anybody asked what the repair would cost?', null],
  ['T. Okafor', 'The council has: 1.4 million, says the report on page 12.', 0],
  ['Rosa Winter', 'Thank you, I had not seen that. So less than the new car park & its lights.', 1],
  [
    'Jun',
    'My grandfather built a part of it. 1 < 2 piers, please: keep this one.\n\nAnd open it in the evening.',
    null,
  ],
] as const;

/** Themes in order of preference: WordPress's own, if installed. */
const THEMES = ['twentytwentyfive', 'twentytwentyfour', 'classic'];

async function addConversation(site: WordPressSite): Promise<void> {
  const encoded = Buffer.from(JSON.stringify(conversation)).toString('base64');
  const theme = await site.run(`
    $ids = [];
    foreach (json_decode(base64_decode('${encoded}'), true) as $index => list($name, $text, $parent)) {
      $time = gmdate('Y-m-d H:i:s', time() - 7200 + 900 * $index);
      $ids[] = wp_insert_comment(wp_slash(['comment_post_ID' => ${site.posts.open}, 'comment_parent' => null === $parent ? 0 : $ids[$parent],
        'comment_author' => $name, 'comment_author_email' => 'reader@example.test', 'comment_content' => esc_html($text),
        'comment_date' => $time, 'comment_date_gmt' => $time, 'comment_approved' => 1]));
    }
    wp_insert_comment(['comment_post_ID' => ${site.posts.closed}, 'comment_author' => 'Jun', 'comment_content' => 'Was this the last word?', 'comment_approved' => 1]);
    foreach (${JSON.stringify(THEMES)} as $theme) if (wp_get_theme($theme)->exists()) break;
    echo $theme;`);
  site.set({
    flood: true,
    options: { moderation_keys: 'hold', disallowed_keys: 'refuse', template: theme, stylesheet: theme },
  });
}

const missing = missingForWordPress();
if (missing !== undefined) {
  console.error(missing);
  process.exit(1);
}
const site = await startWordPress({ plugin: 'on' });
await addConversation(site);

const port = process.env.PORT ?? '8000';
// The keeper makes sure that it ends with this process.
const keeper = join('test', 'backends', 'keeper.mjs');
const demo = spawn(process.execPath, [keeper, process.execPath, '--import', 'tsx', join('demo', 'serve.mjs')], {
  detached: true,
  stdio: ['pipe', 'pipe', 'inherit'],
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => demo.stdin.destroy());
demo.stdout.once('data', () => {
  const pageUrl = (discussion: string): string =>
    `http://localhost:${port}/demo/wordpress/?${new URLSearchParams({ src: `${site.url}/wp-json`, discussion })}`;
  console.log(`
As a guest, on another site:
  open     ${pageUrl('open')}
  closed   ${pageUrl('closed')}
  empty    ${pageUrl('empty')}

On WordPress's own page, with the companion plugin:
  article  ${site.url}/open/
  sign in  ${site.url}/wp-login.php?redirect_to=${encodeURIComponent(`${site.url}/open/`)}
           as reader with reader-password, or as editor: admin with admin-password
  reports  ${site.url}/wp-admin/edit-comments.php?page=article-comments-reported

A comment with the word "hold" is held for review, one with "refuse" is rejected. Two within 15 seconds are too fast, and
the same text twice is a duplicate.
`);
});
await once(demo, 'exit');
await site.stop();
