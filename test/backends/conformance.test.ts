/** The checks of the contract against a WordPress with the companion plugin. */
import { after, before, describe, it } from 'node:test';
import { wordpressAdapter, type WordPressOptions } from '../../src/adapters/wordpress.js';
import { checks, faultyFetch, type Stage } from '../../src/conformance.js';
import { discussionOf } from './conversation.js';
import { missingForWordPress, startWordPress, type WordPressSite } from './wordpress-site.js';

const TIME_LIMIT = 1000;
const timeout = { read: TIME_LIMIT, write: TIME_LIMIT };

/** Checks that a backend does not pass, whatever an adapter does, with the reason. */
type Exceptions = Readonly<Record<string, string>>;

function declare(exceptions: Exceptions, makeStage: () => Promise<Stage>): void {
  for (const check of checks) {
    it(check.name, { skip: exceptions[check.name] }, async (context) => {
      const result = await check.run(makeStage);
      if (result.outcome === 'not-applicable') context.skip(result.why);
    });
  }
}

const AT_ONCE = 'it looks for a repeat before it stores, and two requests of one moment both find none';

const WORDPRESS: Exceptions = {
  'replies: go no deeper than features says': 'the depth is that of its own page, and the REST API takes any',
  'text: goes through unchanged': 'it shows two hyphens as a dash; what was typed is kept, which is asked for in wordpress.test.ts',
  'repeat: one key is one comment at the same moment, too': AT_ONCE,
  'abort: ends the wait for a silent backend': 'the check asks for an id that is no number, which is refused without a request',
  'counts: many at once, whatever their keys':
    'it finds words and addresses one by one, which takes longer than the check waits; ids go in portions',
};

const withoutWordPress = missingForWordPress();
describe('WordPress with the companion plugin', { skip: withoutWordPress && `WordPress ${withoutWordPress}` }, () => {
  let site: WordPressSite;
  before(async () => {
    site = await startWordPress({ plugin: 'on' });
  });
  after(() => site?.stop());

  const article = async () =>
    discussionOf(
      await site.run(
        "echo wp_insert_post(['post_title'=>'New','post_status'=>'publish','post_author'=>1,'comment_status'=>'open','post_content'=>'x']);",
      ),
    );

  declare(WORDPRESS, async () => {
    const discussion = await article();
    const as = (user: string, options: Partial<WordPressOptions> = {}) =>
      wordpressAdapter({ src: `${site.url}/wp-json`, applicationPassword: { user, password: site.passwords[user] ?? '' }, ...options });
    return {
      discussion,
      adapter: as('reader'),
      another: await article(),
      as: (person) =>
        ({ other: as('writer'), guest: wordpressAdapter({ src: `${site.url}/wp-json` }), moderator: as('admin'), banned: undefined })[
          person
        ],
      faulty: (fault) => as('reader', { fetch: faultyFetch(fault), timeout }),
      timeLimit: TIME_LIMIT,
    };
  });
});
