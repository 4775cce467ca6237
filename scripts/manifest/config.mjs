/** What `cem analyze` reads, and what it writes: `dist/custom-elements.json`, and from that the data for editors. */
import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';
import { attributeTypes } from './attribute-types.mjs';
import { builtPaths } from './built-paths.mjs';
import { eventTypes } from './event-types.mjs';
import { featureParts } from './feature-tags.mjs';
import { publicMembers } from './public-members.mjs';
import { registeredTags } from './registered-tags.mjs';
import { tokenDefaults } from './token-defaults.mjs';

export default {
  globs: [
    'src/define.ts',
    'src/model/adapter.ts',
    'src/elements/{article-comments,properties}.ts',
    'src/elements/count/comment-count.ts',
    'src/elements/quote/comment-quote.ts',
    'src/elements/events/*-events.ts',
  ],
  outdir: 'dist',
  litelement: true,
  plugins: [
    registeredTags(),
    eventTypes(),
    attributeTypes(),
    featureParts(),
    tokenDefaults(),
    publicMembers(),
    builtPaths(),
    customElementVsCodePlugin({ outdir: 'dist', cssFileName: null, hideLogs: true }),
    customElementJetBrainsPlugin({ outdir: 'dist', packageJson: false, hideLogs: true }),
  ],
};
