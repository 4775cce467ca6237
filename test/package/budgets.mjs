/** Who decided that two adapters may have more in total. */
const writingOnDemand = {
  by: 'the maintainers: an adapter has at most 8,000 bytes; where writing needs a session, only who has one loads it (docs/architecture.md)',
  date: '2026-11-29',
};

/** Who decided on whole names: a name within another one let wrong members pass, of which readers saw "undefined". */
const wholeNames = {
  by: 'the maintainers: members of a response are recognised by their whole names (docs/architecture.md)',
  date: '2026-12-02',
};

/** Who decided that moderators load more: the form for the reasons of their decisions. */
const reasonsOfModerators = {
  by: 'the maintainers: the form for the reasons of decisions, which only moderators load',
  date: '2026-11-29',
};

/**
 * The most that a browser or npm may download, in bytes; 1 kB is 1,000 bytes. `docs/performance.md` states the limits. They only go
 * down: `limits.test.mjs` compares them with those of an earlier commit, and says what a raised limit or a removed row needs.
 */
export const budgets = {
  neverNear: {
    what: 'The tag and `backend="http"`, for a reader who never comes near the section',
    limit: 1_990,
  },
  publisherFirst: {
    what: 'The tag and `backend="http"`, until the comments are shown',
    limit: 38_560,
    raised: { ...wholeNames, from: 38_530, to: 38_560 },
  },
  publisherVisit: {
    what: 'The tag and `backend="http"`, the whole visit',
    limit: 50_760,
    raised: { ...wholeNames, from: 50_720, to: 50_760 },
  },
  firstPicture: { what: 'An adapter of the page’s own, until the comments are shown', limit: 32_850 },
  wholeVisit: { what: 'An adapter of the page’s own, the whole visit', limit: 43_400 },
  wordpressPageFirst: { what: 'The tag and `backend="wordpress"`, until the comments are shown', limit: 51_840 },
  wordpressPageVisit: { what: 'The tag and `backend="wordpress"`, the whole visit', limit: 62_400 },
  archivePageFirst: { what: 'The tag and `backend="static"`, until the comments are shown', limit: 36_230 },
  archivePageVisit: { what: 'The tag and `backend="static"`, the whole visit', limit: 46_790 },
  markdown: { what: 'Markdown, on top of that', limit: 5_320 },
  html: { what: 'HTML, on top of that', limit: 11_190 },
  firstIntent: { what: 'The text box gets the focus, on top of the whole visit', limit: 12_560 },
  takingPart: { what: 'Writing, voting and reporting, on top of the whole visit', limit: 19_950 },
  removing: { what: '“More” and removing a comment, on top of writing, voting and reporting', limit: 5_410 },
  moderating: {
    what: 'Moderating, on top of all that',
    limit: 3_600,
    raised: { ...reasonsOfModerators, from: 3_160, to: 3_600 },
  },
  counts: { what: 'Counts alone, with an adapter of the page’s own', limit: 3_550 },
  publisherCounts: {
    what: 'Counts alone, with `backend="http"`',
    limit: 3_550,
  },
  language: { what: 'A language, the largest', limit: 2_260 },
  blueskyFirst: { what: 'Adapter `bluesky`, until the comments are shown', limit: 5_460 },
  blueskyTotal: {
    what: 'Adapter `bluesky`, in total',
    limit: 7_290,
    raised: { ...writingOnDemand, from: 6_660, to: 7_290 },
  },
  ghostFirst: { what: 'Adapter `ghost`, until the comments are shown', limit: 4_370 },
  ghostTotal: { what: 'Adapter `ghost`, in total', limit: 4_370 },
  httpFirst: {
    what: 'Adapter `http`, until the comments are shown',
    limit: 5_770,
    raised: { ...wholeNames, from: 5_700, to: 5_770 },
  },
  httpTotal: {
    what: 'Adapter `http`, in total',
    limit: 7_890,
    raised: { ...wholeNames, from: 7_780, to: 7_890 },
  },
  mastodonFirst: { what: 'Adapter `mastodon`, until the comments are shown', limit: 5_530 },
  mastodonTotal: {
    what: 'Adapter `mastodon`, in total',
    limit: 6_460,
    raised: { ...writingOnDemand, from: 5_940, to: 6_460 },
  },
  memoryFirst: { what: 'Adapter `memory`, until the comments are shown', limit: 8_680 },
  memoryTotal: { what: 'Adapter `memory`, in total', limit: 8_680 },
  staticFirst: { what: 'Adapter `static`, until the comments are shown', limit: 3_400 },
  staticTotal: { what: 'Adapter `static`, in total', limit: 3_400 },
  walineFirst: { what: 'Adapter `waline`, until the comments are shown', limit: 4_860 },
  walineTotal: { what: 'Adapter `waline`, in total', limit: 4_860 },
  wordpressFirst: { what: 'Adapter `wordpress`, until the comments are shown', limit: 7_790 },
  wordpressTotal: { what: 'Adapter `wordpress`, in total', limit: 7_790 },
  packed: { what: 'The package, as npm downloads it', limit: 1_399_000 },
};

const adapters = ['bluesky', 'ghost', 'http', 'mastodon', 'memory', 'static', 'waline', 'wordpress'];

/**
 * What downloads have to come down to, in bytes, by row: `required`, and `target`, which is better. No test fails above them, but
 * `docs/performance.md` says which are not met. A limit above `required` is still on its way down.
 */
export const aims = {
  neverNear: { required: 2_000, target: 1_500 },
  publisherFirst: { required: 33_000, target: 30_000 },
  publisherVisit: { required: 40_000, target: 36_000 },
  firstPicture: { required: 27_000, target: 24_000 },
  wholeVisit: { required: 34_000, target: 30_000 },
  wordpressPageFirst: { required: 45_000, target: 41_000 },
  archivePageFirst: { required: 29_000, target: 26_000 },
  firstIntent: { required: 14_000, target: 12_000 },
  counts: { required: 3_000, target: 1_500 },
  publisherCounts: { required: 3_000, target: 2_500 },
  ...Object.fromEntries(
    adapters.flatMap((adapter) => [
      [`${adapter}First`, { required: 5_000, target: 3_000 }],
      [`${adapter}Total`, { required: 8_000, target: 7_000 }],
    ]),
  ),
};

const removal = { by: 'the maintainers: a limit is measured on what a reader loads', date: '2026-11-28' };

/** Rows that are gone, with their last limit and who decided it. */
export const removed = {
  everything: { ...removal, from: 104_900, instead: ['takingPart', 'moderating'] },
  adapter: { ...removal, from: 8_000, instead: 'two rows for each adapter' },
  memoryAdapter: { ...removal, from: 8_760, instead: ['memoryFirst', 'memoryTotal'] },
};
