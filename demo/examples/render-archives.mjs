/** Renders archives for a site generator: node render-archives.mjs comments _data/comments.json */
import { readFileSync, writeFileSync } from 'node:fs';
import { staticAdapter } from 'article-comments/adapters/static.js';
import { renderComments, scriptJson } from 'article-comments/server.js';

const [folder = 'comments', target = '_data/comments.json'] = process.argv.slice(2);
const { articles } = JSON.parse(readFileSync(`${folder}/index.json`, 'utf8'));
const fetch = async (path) => new Response(readFileSync(`${folder}/${path}`));

const rendered = {};
for (const { key, url = key, title, file, comments } of articles) {
  const { html, jsonLd, data } = await renderComments(staticAdapter({ src: file, fetch }), { key, url, title });
  const state = `<script type="application/json">${scriptJson(data)}</script>`;
  rendered[key] = { file, comments, html: html + state, jsonLd: scriptJson(jsonLd) };
}
writeFileSync(target, JSON.stringify(rendered));
