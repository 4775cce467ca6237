import { renderComments, scriptJson } from 'article-comments/server.js';
import { renderToString } from 'react-dom/server';
import { adapter } from '../shared/letters.js';
import { App } from './app.js';

export async function render() {
  const { html, data } = await renderComments(adapter, { key: '42', url: 'https://news.example/42' });
  const comments = `${html}<script type="application/json">${scriptJson(data)}</script>`;
  return renderToString(<App comments={comments} />);
}
