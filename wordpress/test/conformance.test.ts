/** The conformance checks against WordPress, with and without the companion plugin. */
import { after, before, describe } from 'node:test';
import { wordpressAdapter, type WordPressOptions } from '../../src/adapters/wordpress.js';
import { faultyFetch, type Planted, type Stage } from '../../src/conformance.js';
import { discussionOf } from '../../test/backends/conversation.js';
import { absentTools } from '../../test/backends/absent-tools.js';
import { declareOutcomes } from '../../test/backends/declare-outcomes.js';
import type { ExpectedOutcomes } from '../../test/conformance/expected-outcome.js';
import { skipWithoutWordPress, startWordPress, type WordPressSite } from './wordpress-site.js';

/** Request time-out for silent connections, in milliseconds. On a busy machine a response may take longer. */
const TIME_LIMIT = 1000;

/** Name of the check for which the site makes two requests race. */
const AT_THE_SAME_MOMENT = 'idempotency: concurrent requests with one key store one comment';

const SCREENED = { held: 'An offer of viagra', rejected: 'An offer of casino' };
const SWITCHES = { options: { moderation_keys: 'viagra', disallowed_keys: 'casino' } };

const { notices, reasons, ...absent } = absentTools;

/** Outcomes with and without the plugin. */
const both: ExpectedOutcomes = {
  broken: {
    'text: survives unchanged':
      'WordPress renders hyphens as dashes and curls quotes; wordpress.test.ts checks that the source is kept',
  },
  notApplicable: {
    ...absent,
    vote: 'there are no votes',
    'get: reports the position in the list': 'the server does not number comments',
    subscribe: 'there is no live channel',
    token: 'WordPress knows its users by a cookie and a nonce',
    restore: 'only editors can restore comments from the trash, and not through the REST API',
    'pin: pins and unpins a comment': 'comments cannot be pinned',
    'pin: is for moderators only': 'comments cannot be pinned',
    'report: can be withdrawn': 'reports cannot be withdrawn',
    'paging: "top" starts with the highest score': 'there are no votes to sort by',
    'edit: rejects an outdated revision': 'comments have no revision',
    'status: a premoderated discussion hides comments from others': 'a site holds the comments of all posts or of none',
    'replies: list() pages through the replies to one comment': 'a page has all replies',
    'replies: list() counts the replies to one comment': 'a page has all replies',
    'submit: asks guests to sign in where required':
      'guests may comment here; a site without guests is tested in wordpress.test.ts',
    'submit: rejects a banned person with "blocked"': 'there are no bans',
    'idempotency: another person’s key reveals nothing': 'duplicates are recognised by text, not by key',
    'closed: a retry of a stored comment succeeds': 'duplicates are recognised by text, not by key',
    'viewer: changes on sign-in and sign-out': 'sign-in is a page of the site',
    'viewer: signing out forgets a recognised guest': 'there is no signOut()',
    'viewer: notifies listeners until they unsubscribe': 'sign-in is a page of the site',
  },
};

const EDITORS_ONLY = 'only editors can edit and remove; tested in wordpress.test.ts';
const RACE = 'it checks for duplicates without a lock, so concurrent requests both pass';

const without: ExpectedOutcomes = {
  broken: {
    ...both.broken,
    [AT_THE_SAME_MOMENT]: RACE,
    'replies: to a missing comment are rejected': 'the REST API accepts replies to missing comments',
    'replies: stay when their parent is removed': EDITORS_ONLY,
    'paging: stays consistent while comments are removed': EDITORS_ONLY,
    'status: a removed comment reveals nothing': EDITORS_ONLY,
    'edit: returns and lists the new text': EDITORS_ONLY,
    'edit: starts from the text as typed': EDITORS_ONLY,
    'edit: validates the text': EDITORS_ONLY,
    'remove: reports its actual effect': EDITORS_ONLY,
    'remove: affects replies as announced in features': EDITORS_ONLY,
    'remove: updates the counts': EDITORS_ONLY,
    'remove: a removed comment can be neither edited nor reported': EDITORS_ONLY,
    'closed: rejects edits and votes': EDITORS_ONLY,
  },
  notApplicable: {
    ...both.notApplicable,
    notices,
    reasons,
    report: 'there are no reports',
    'edit: allows edits for some time after posting': 'accounts have no limit, and guests cannot edit',
    'replies: nest no deeper than features says': 'the REST API has no limit',
  },
};

const withPlugin: ExpectedOutcomes = {
  ...both,
  notApplicable: {
    ...both.notApplicable,
    'reasons: the author of a hidden comment gets them': 'editors work in its own pages',
    'reasons: a banned author gets them': 'there are no bans',
    'reasons: are required where the backend says so, and offered to moderators only': 'reasons are optional',
  },
};

for (const [title, plugin, outcomes] of [
  ['WordPress keeps the contract', 'off', without],
  ['WordPress with the companion plugin keeps the contract', 'on', withPlugin],
] as const) {
  describe(title, { skip: skipWithoutWordPress() }, () => {
    let site: WordPressSite;
    before(async () => {
      site = await startWordPress({ plugin });
    });
    after(() => site?.stop());

    /** Inserts comments into the database, one second apart, so that their order is defined. */
    const fill = async (key: string, planted: readonly Planted[]): Promise<readonly string[] | undefined> => {
      // WordPress lists published comments only.
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
      const anybody = (options: Partial<WordPressOptions> = {}) =>
        wordpressAdapter({ src: `${site.url}/wp-json`, ...options });
      const as = (user: string, options: Partial<WordPressOptions> = {}) =>
        anybody({ applicationPassword: { user, password: site.passwords[user] ?? '' }, ...options });
      return {
        discussion: discussionOf(one),
        another: discussionOf(another),
        adapter: as('reader', { fetch: site.alternatingFetch }),
        as: (person) =>
          ({ other: as('writer'), guest: anybody(), moderator: as('admin'), banned: undefined, warned: undefined })[
            person
          ],
        fill: (planted) => fill(one, planted),
        screened: SCREENED,
        faulty: (fault) =>
          as('reader', {
            fetch: faultyFetch(fault),
            ...(fault.type === 'silent' && { timeout: { read: TIME_LIMIT, write: TIME_LIMIT } }),
          }),
        timeLimit: TIME_LIMIT,
      };
    }, outcomes);
  });
}
