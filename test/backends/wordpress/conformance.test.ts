/** The checks of the contract against a WordPress, with the companion plugin and without it. */
import { after, before, describe } from 'node:test';
import { wordpressAdapter, type WordPressOptions } from '../../../src/adapters/wordpress.js';
import { faultyFetch, type Planted, type Stage } from '../../../src/conformance.js';
import { discussionOf } from '../conversation.js';
import { declareOutcomes, type Outcomes } from '../declare-outcomes.js';
import { missingForWordPress, startWordPress, type WordPressSite } from './wordpress-site.js';

const missing = missingForWordPress();

/** Milliseconds, for adapters whose line is bad. */
const TIME_LIMIT = 1000;

/** The name of the check for which two requests are made to meet. */
const AT_THE_SAME_MOMENT = 'repeat: one key is one comment at the same moment, too';

const SCREENED = { held: 'An offer of viagra', rejected: 'An offer of casino' };
const SWITCHES = { options: { moderation_keys: 'viagra', disallowed_keys: 'casino' } };

/** What neither has, and what neither keeps. */
const both: Outcomes = {
  broken: {
    'text: goes through unchanged':
      'two hyphens are shown as a dash and quotes as curly ones; what was typed is kept, as wordpress.test.ts sees',
    'abort: ends the wait for a silent backend': 'the check asks for an id that is no number, which is refused without a request',
  },
  absent: {
    vote: 'there are no votes',
    subscribe: 'there is no live channel',
    restore: 'nobody but editors can take a comment back out of the trash, and not by the REST API',
    'pin: keeps a comment at the top, and lets it go': 'no comment can be pinned',
    'pin: is for moderators': 'no comment can be pinned',
    'report: can be taken back': 'reports cannot be taken back',
    'paging: "top" begins with the most recommended': 'there are no votes to sort by',
    'edit: two at the same time are a conflict': 'comments have no revision',
    'submit: who has to sign in is told so': 'guests may comment here; wordpress.test.ts sees to a site where they may not',
    'submit: who is banned is told so': 'nobody can be banned',
    'repeat: the key of somebody else opens nothing': 'repeats are known by their texts, not by keys',
    'closed: what was stored before is not refused afterwards': 'repeats are known by their texts, not by keys',
    'viewer: signing in and out changes who reads': 'signing in is a page of the site',
    'viewer: whoever listens is told, and only as long as they want': 'signing in is a page of the site',
  },
};

const MINE = 'readers may not change what they have written, only editors may, as wordpress.test.ts sees';
const AT_ONCE = 'it looks for a repeat before it stores, and two requests of one moment both find none';

const without: Outcomes = {
  broken: {
    ...both.broken,
    [AT_THE_SAME_MOMENT]: AT_ONCE,
    'replies: none to what is not there': 'the REST API takes an answer to anything, and stores it',
    'replies: stay when their parent is removed': MINE,
    'paging: nothing is lost while comments are removed': MINE,
    'status: a removed comment shows nothing of itself': MINE,
    'edit: answers with the new text, and the list has it': MINE,
    'edit: the text to edit is what was typed': MINE,
    'edit: the rules for a text hold as well': MINE,
    'remove: the effect is what it says': MINE,
    'remove: is taken out of the numbers': MINE,
    'closed: takes no edits and no votes': MINE,
  },
  absent: {
    ...both.absent,
    report: 'there are no reports',
    'replies: go no deeper than features says': 'the REST API knows no limit, and tells none',
  },
};

const withPlugin: Outcomes = both;

for (const [title, plugin, outcomes] of [
  ['WordPress keeps the contract', 'off', without],
  ['WordPress with the companion plugin keeps the contract', 'on', withPlugin],
] as const) {
  describe(title, { skip: missing && `WordPress ${missing}; then npm run test:wordpress` }, () => {
    let site: WordPressSite;
    before(async () => {
      site = await startWordPress({ plugin });
    });
    after(() => site?.stop());

    /** Straight into the database, a second apart, so that their order is certain. */
    const fill = async (key: string, planted: readonly Planted[]): Promise<readonly string[] | undefined> => {
      // What is not published is listed for nobody, whatever it is called.
      if (planted.some(({ status }) => status !== undefined)) return undefined;
      const printed = await site.run(`
        $ids = [];
        $insert = function ($text, $parent, $second) {
          $time = gmdate('Y-m-d H:i:s', time() - 86400 + $second);
          return wp_insert_comment(wp_slash(['comment_post_ID' => ${key}, 'comment_parent' => $parent, 'comment_author' => 'Bea',
            'comment_content' => esc_html($text), 'comment_date' => $time, 'comment_date_gmt' => $time, 'comment_approved' => 1]));
        };
        foreach (json_decode(base64_decode('${Buffer.from(JSON.stringify(planted)).toString('base64')}'), true) as $place => $one) {
          $parent = $one['parent'] ?? null;
          if ('gone' === $parent) { $parent = $insert('Gone', 0, $place); wp_delete_comment($parent, true); }
          else $parent = null === $parent ? 0 : $ids[$parent];
          $ids[] = $insert($one['text'], $parent, $place);
        }
        echo implode(' ', $ids);`);
      return printed.trim().split(' ');
    };

    declareOutcomes(async ({ name }): Promise<Stage> => {
      site.set({ ...SWITCHES, together: name === AT_THE_SAME_MOMENT });
      const ids = await site.run(`
        foreach ([1, 2] as $number)
          echo wp_insert_post(['post_title'=>'New','post_status'=>'publish','post_author'=>1,'comment_status'=>'open','post_content'=>'x']), ' ';`);
      const [one = '', another = ''] = ids.split(' ');
      const anybody = (options: Partial<WordPressOptions> = {}) => wordpressAdapter({ src: `${site.url}/wp-json`, ...options });
      const as = (user: string, options: Partial<WordPressOptions> = {}) =>
        anybody({ applicationPassword: { user, password: site.passwords[user] ?? '' }, ...options });
      return {
        discussion: discussionOf(one),
        another: discussionOf(another),
        adapter: as('reader'),
        as: (person) => ({ other: as('writer'), guest: anybody(), moderator: as('admin'), banned: undefined })[person],
        fill: (planted) => fill(one, planted),
        screened: SCREENED,
        faulty: (fault) => as('reader', { fetch: faultyFetch(fault), timeout: { read: TIME_LIMIT, write: TIME_LIMIT } }),
        timeLimit: TIME_LIMIT,
      };
    }, outcomes);
  });
}
