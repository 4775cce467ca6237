import { renderComments, scriptJson } from 'article-comments/server.js';
import { createSSRApp } from 'vue';
import { renderToString } from 'vue/server-renderer';
import { adapter } from '../shared/letters.js';
import App from './app.vue';

export async function render(): Promise<string> {
  const { html, data } = await renderComments(adapter, { key: '42', url: 'https://news.example/42' });
  const comments = `${html}<script type="application/json">${scriptJson(data)}</script>`;
  return renderToString(createSSRApp(App, { comments }));
}
