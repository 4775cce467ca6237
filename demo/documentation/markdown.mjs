/** How the Markdown of the documentation becomes HTML: what pages need beyond Eleventy's own rendering. */
import { anchorOf } from './headings.mjs';
import { resolveLink, sourceOf } from './page-links.mjs';

/** Links and pictures lead to pages, to the demo and to the files of the repository. */
function resolveLinks(tokens, source) {
  for (const token of tokens) {
    for (const name of ['href', 'src']) {
      const href = token.attrGet(name);
      if (href !== null) token.attrSet(name, resolveLink(href, source));
    }
    if (token.children) resolveLinks(token.children, source);
  }
}

/** Headings get the anchors that they have on GitHub. */
function addAnchors(tokens) {
  tokens.forEach((token, index) => {
    if (token.type === 'heading_open') token.attrSet('id', anchorOf(tokens[index + 1].content));
  });
}

/** The last heading before a token names the box that a wide table or a sample scrolls in. */
function nameScrollBoxes(tokens) {
  let heading = '';
  tokens.forEach((token, index) => {
    if (token.type === 'heading_open') heading = tokens[index + 1].content.replaceAll('`', '');
    if (token.type === 'table_open' || token.type === 'fence') token.meta = { ...token.meta, heading };
  });
}

/** Cells name their column, for phones, where each row is a block. Empty ones are left out there. */
function labelCells(tokens) {
  let labels = [];
  let column = 0;
  tokens.forEach((token, index) => {
    const { content } = tokens[index + 1] ?? {};
    if (token.type === 'table_open') labels = [];
    if (token.type === 'tr_open') column = 0;
    if (token.type === 'th_open') labels.push(content.replaceAll('`', ''));
    if (token.type !== 'td_open') return;
    token.attrSet('data-label', labels[column++]);
    if (content === '–' || content === '') token.attrSet('class', 'none');
  });
}

/** Browsers that take a table’s meaning from its layout would lose it on phones. */
const TABLE_ROLES = {
  table_open: 'table',
  thead_open: 'rowgroup',
  tbody_open: 'rowgroup',
  tr_open: 'row',
  th_open: 'columnheader',
  td_open: 'cell',
};

function addTableRoles(tokens) {
  for (const token of tokens) if (TABLE_ROLES[token.type]) token.attrSet('role', TABLE_ROLES[token.type]);
}

/**
 * Extends a markdown-it.
 *
 * @param {import('markdown-it').default} md
 */
export function extendMarkdown(md) {
  md.core.ruler.push('documentation', ({ tokens, env }) => {
    resolveLinks(tokens, sourceOf(env.page.inputPath));
    addAnchors(tokens);
    nameScrollBoxes(tokens);
    labelCells(tokens);
    addTableRoles(tokens);
  });

  const { escapeHtml } = md.utils;
  const box = (name, label) => `<${name} role="group" tabindex="0" aria-label="${escapeHtml(label)}"`;

  md.renderer.rules.table_open = (tokens, index) =>
    `${box('div', `Table: ${tokens[index].meta.heading}`)} class="wide"><table role="table">`;
  md.renderer.rules.table_close = () => '</table></div>';

  md.renderer.rules.fence = (tokens, index) => {
    const { info, content, meta } = tokens[index];
    const [language, ...words] = info.split(/\s+/);
    const sample = `${box('pre', `Sample: ${meta.heading}`)}><code>${escapeHtml(content)}</code></pre>`;
    const isShown = language === 'html' && words.includes('live');
    return isShown ? `${sample}<div class="live"><p>Live</p>${content}</div>` : sample;
  };

  // The list of contents, which GitHub shows as any list.
  const htmlBlock = md.renderer.rules.html_block;
  md.renderer.rules.html_block = (tokens, index, ...rest) => {
    switch (tokens[index].content.trim()) {
      case '<!-- contents -->':
        return '<nav class="contents" aria-label="On this page">';
      case '<!-- /contents -->':
        return '</nav>';
      default:
        return htmlBlock(tokens, index, ...rest);
    }
  };
}
