/**
 * The discussion as a string of HTML, as a good developer would write it by hand: all text escaped, one formatter for all
 * times, one pass over the comments.
 *
 * The static page contains the result of this function and the hand-written page its source, so that both show the same.
 * It therefore uses nothing outside itself.
 */
export function discussionMarkup({ items, total }, parts, now) {
  const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  const escape = (text) => text.replace(/[&<>"']/g, (character) => entities[character]);

  const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
  const time = (iso) => {
    const minutes = Math.round((now - Date.parse(iso)) / 60_000);
    if (minutes < 1) return 'just now';
    if (minutes < 60) return relative.format(-minutes, 'minute');
    if (minutes < 1_440) return relative.format(-Math.round(minutes / 60), 'hour');
    return relative.format(-Math.round(minutes / 1_440), 'day');
  };

  const repliesTo = new Map();
  for (const comment of items) {
    const siblings = repliesTo.get(comment.parentId);
    if (siblings) siblings.push(comment);
    else repliesTo.set(comment.parentId, [comment]);
  }

  const button = (label, attributes = '') => `<button type="button"${attributes}>${escape(label)}</button>`;
  const actions = ({ id, votes }) =>
    button(votes.up ? `${votes.up} ${parts.recommend}` : parts.recommend, ' aria-pressed="false"') +
    button(parts.reply, ' aria-expanded="false"') +
    (repliesTo.has(id) ? button(parts.hideReplies, ' aria-expanded="true"') : '') +
    button(parts.more, ' aria-expanded="false"');
  const paragraphs = (text) =>
    text
      .split('\n\n')
      .map((paragraph) => `<p>${escape(paragraph)}</p>`)
      .join('');
  const list = (comments) => (comments ? `<ol>${comments.map(item).join('')}</ol>` : '');
  const item = (comment) => {
    const { id, author, body, createdAt } = comment;
    const address = `comment-${escape(id)}`;
    return (
      `<li id="${address}"><article><header><b>${escape(author.name)}</b> <a href="#${address}"><time datetime="${escape(createdAt)}">` +
      `${time(createdAt)}</time></a> ${button(parts.report, ' aria-expanded="false"')}</header><div class="body">${paragraphs(body.value)}</div>` +
      `<div class="actions">${actions(comment)}</div></article>${list(repliesTo.get(id))}</li>`
    );
  };

  return (
    `<h2>${escape(parts.heading)} (${total})</h2><p class="policy">${escape(parts.policy)}</p>` +
    `<form><label for="text">${escape(parts.composerLabel)}</label><textarea id="text" required></textarea>` +
    `<button class="primary">${escape(parts.post)}</button></form>${list(repliesTo.get(null))}`
  );
}
