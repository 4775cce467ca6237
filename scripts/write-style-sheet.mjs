/**
 * Writes `article-comments.css`, the look of comments that a server has rendered: the element's own style sheets, with each selector
 * rewritten for the page. Classes get the prefix of the markup, and every rule stays inside the element.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transform } from 'esbuild';
import postcss from 'postcss';
import selectorParser from 'postcss-selector-parser';
import { format, resolveConfig } from 'prettier';

const root = join(import.meta.dirname, '..');
const built = (path) => import(join(root, 'dist', path));

const { tokens } = await built('styles/tokens.styles.js');
const { bodyStyles } = await built('elements/list/body.styles.js');
const { rowStyles } = await built('elements/list/comment-row.styles.js');
const { printedTimeStyles } = await built('elements/list/list-commands.styles.js');
const { avatarStyles } = await built('elements/avatars/avatar.styles.js');
const { styles } = await built('elements/article-comments.styles.js');

const ELEMENT = 'article-comments';
const PREFIX = 'ac-';

/** What a server does not render. */
const controls =
  /(?:^|[\s,(>+])(?:button|textarea|input|label)\b|\.(?:composer|foot|writer|primary|danger|ghost|loading|live|failure|held|unread)(?![\w-])|\[hidden\]|aria-pressed/;

const toPage = selectorParser((selectors) => {
  selectors.each((selector) => {
    const isHost = selector.first.type === 'pseudo' && selector.first.value === ':host';
    selector.walkClasses((one) => {
      one.value = PREFIX + one.value;
    });
    selector.walkTags((one) => {
      if (one.value === 'h2') one.replaceWith(selectorParser.className({ value: `${PREFIX}heading` }));
      if (one.value === 'section') one.replaceWith(selectorParser.className({ value: `${PREFIX}section` }));
    });
    if (isHost) {
      // What the page says about the element goes before what this says.
      selector.first.replaceWith(selectorParser.tag({ value: `:where(${ELEMENT})` }));
      return;
    }
    const isSection = selector.first.type === 'class' && selector.first.value === `${PREFIX}section`;
    const scope = isSection ? ELEMENT : `${ELEMENT} .${PREFIX}section`;
    selector.first.spaces.before = '';
    selector.prepend(selectorParser.tag({ value: `${scope} ` }));
  });
});

const page = postcss.parse(
  [tokens, bodyStyles, rowStyles, printedTimeStyles, avatarStyles, styles].map(({ cssText }) => cssText).join('\n'),
);
page.walkRules((rule) => {
  const kept = rule.selectors.filter((selector) => !controls.test(selector));
  if (kept.length === 0) rule.remove();
  else rule.selector = toPage.processSync(kept.join(', '));
});
page.walkComments((comment) => comment.remove());
page.walkAtRules((rule) => {
  if (rule.nodes?.length === 0) rule.remove();
});

const own = postcss.parse(readFileSync(join(root, 'src', 'styles', 'served.css'), 'utf8'));
own.walkComments((comment) => comment.remove());
// Resets what the page has set before anything of ours is set.
const [reset, ...rest] = own.nodes;
const sheet = [reset, ...page.nodes, ...rest].map(String).join('\n');

const config = await resolveConfig(join(root, 'README.md'));
writeFileSync(join(root, 'dist', 'article-comments.css'), await format(sheet, { ...config, parser: 'css' }));
const { code } = await transform(sheet, { loader: 'css', minify: true });
writeFileSync(join(root, 'dist', 'cdn', 'article-comments.css'), code);
