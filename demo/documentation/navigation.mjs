/**
 * The pages of the documentation, in reading order. `docs/README.md`, `docs/llms.txt` and the navigation of the pages are made
 * from this list. `file` is relative to the repository; `about` says what a reader finds there.
 */
export const navigation = [
  {
    heading: 'On a page',
    pages: [
      {
        file: 'docs/publishers.md',
        label: 'For publishers',
        about:
          'Embedding, all settings, closing, reasons for reports, policy, single sign-on, dark pages, CSP, counts, archives',
      },
      { file: 'docs/theming.md', label: 'Theming', about: 'Custom properties, parts by name, slots, three brands' },
      { file: 'docs/languages.md', label: 'Languages', about: 'Choosing, adding and rewording languages' },
      {
        file: 'docs/messages.md',
        label: 'Messages',
        about: 'All messages of the interface with their English text',
        isPacked: false,
      },
      {
        file: 'docs/frameworks.md',
        label: 'Frameworks',
        about: 'React, Vue, Svelte, Solid, Preact, Angular, Astro; server rendering',
      },
      {
        file: 'docs/server-rendering.md',
        label: 'Rendering on a server',
        about:
          'Comments in the page that the server sends: Node, static builds, React, Vue, Astro; search engines, no scripts',
      },
      {
        file: 'docs/web-views.md',
        label: 'Web views in native apps',
        about: 'iOS and Android: tokens from the app, sign-in, storage, links, scrolling, the keyboard, Back, offline',
        isPacked: false,
      },
      {
        file: 'import/README.md',
        label: 'Bring your comments',
        about: 'From Disqus, WordPress, remark42, Waline, Isso, Commento, Comentario, Artalk; into the HTML of a site',
        isPacked: false,
      },
      {
        file: 'docs/spam-protection.md',
        label: 'Spam protection',
        about: 'A comment that waits for Turnstile, hCaptcha or ALTCHA, on the page and on the server',
        isPacked: false,
      },
      {
        file: 'docs/comparison.md',
        label: 'Comparison',
        about:
          'Disqus, Coral, Hyvor Talk, remark42, Isso, Waline, Artalk, giscus: weight, hosting, moderation, law, import',
        isPacked: false,
      },
      {
        file: 'docs/content.md',
        label: 'The text of comments',
        about: 'Markdown rule by rule, links, named characters',
        isPacked: false,
      },
      { file: 'docs/reference.md', label: 'Reference', about: 'Attributes, properties, slots and events' },
    ],
  },
  {
    heading: 'Backends',
    pages: [
      { file: 'docs/backends/README.md', label: 'Backends', about: 'What each can do, and tests against real servers' },
      { file: 'docs/backends/wordpress.md', label: 'WordPress', about: 'With and without the plugin' },
      { file: 'docs/backends/waline.md', label: 'Waline', about: 'Set-up, tokens, limits' },
      { file: 'docs/backends/ghost.md', label: 'Ghost', about: 'The comments of a Ghost blog' },
      { file: 'docs/backends/bluesky.md', label: 'Bluesky', about: 'The replies to a post' },
      { file: 'docs/backends/mastodon.md', label: 'Mastodon', about: 'The replies to a status' },
      { file: 'docs/backends/static.md', label: 'Archives', about: 'Comments in a JSON file or in the page' },
      { file: 'docs/backends/memory.md', label: 'Memory', about: 'For demos and tests' },
    ],
  },
  {
    heading: 'Your own backend',
    pages: [
      {
        file: 'docs/http-contract.md',
        label: 'The HTTP contract',
        about: 'A backend in any language for `backend="http"`',
      },
      {
        file: 'docs/adapters.md',
        label: 'Write an adapter',
        about: 'The contract in TypeScript, a complete example, the conformance checks',
      },
      {
        file: 'server/README.md',
        label: 'The server',
        about: 'Settings, readers’ tokens and limits of the server for `backend="http"`',
        isPacked: false,
      },
      {
        file: 'docs/moderation.md',
        label: 'Moderation and erasure',
        about: 'The pages for moderators, and what is erased when',
        isPacked: false,
      },
      {
        file: 'docs/digital-services-act.md',
        label: 'Digital Services Act',
        about: 'Notices of illegal content and statements of reasons: what is implemented, and the publisher’s part',
        isPacked: false,
      },
      {
        file: 'docs/privacy.md',
        label: 'Privacy',
        about: 'What is stored about people, where, why, how long and for whom; copies and erasure',
        isPacked: false,
      },
      { file: 'docs/headless.md', label: 'Headless', about: 'The store without the elements' },
    ],
  },
  {
    heading: 'How it works',
    pages: [
      {
        file: 'docs/behaviour.md',
        label: 'Behaviour',
        about: 'Drafts, retries, live updates, permalinks, closing, failures',
      },
      {
        file: 'docs/accessibility.md',
        label: 'Accessibility',
        about: 'Each criterion of WCAG 2.2 with its test, what a screen reader says, browsers',
        isPacked: false,
      },
      {
        file: 'docs/en-301-549.md',
        label: 'EN 301 549',
        about: 'The accessibility report: each clause, and how far it is met',
        isPacked: false,
      },
      {
        file: 'docs/security.md',
        label: 'Security',
        about: 'What happens to untrusted content; CSP and Trusted Types',
      },
      {
        file: 'docs/performance.md',
        label: 'Size and speed',
        about: 'Budgets, measurements, the benchmark',
        isPacked: false,
      },
      {
        file: 'docs/architecture.md',
        label: 'Architecture',
        about: 'Layers, data flow, what is fetched when',
        isPacked: false,
      },
    ],
  },
  {
    heading: 'The project',
    pages: [
      { file: 'README.md', label: 'Readme', about: 'What it is, and the recipes wanted most' },
      {
        file: 'CONTRIBUTING.md',
        label: 'Contributing',
        about: 'Why the code is shaped as it is, where things are, how to change them',
        isPacked: false,
      },
      { file: 'SECURITY.md', label: 'Report a vulnerability', about: 'How, and what to expect' },
      { file: 'CHANGELOG.md', label: 'Changelog', about: 'What has changed' },
    ],
  },
];
