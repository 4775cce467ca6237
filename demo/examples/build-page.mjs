/** Builds an article's page with its archived comments: node build-page.mjs comments.json page.html */
import { readFileSync, writeFileSync } from 'node:fs';
import { staticAdapter } from 'article-comments/adapters/static.js';
import { renderComments, scriptJson } from 'article-comments/server.js';

const [archive = 'comments.json', target = 'page.html'] = process.argv.slice(2);
const article = { key: '42', url: 'https://news.example/articles/42', title: 'The swing bridge is stuck' };
const adapter = staticAdapter({ data: readFileSync(archive, 'utf8') });
const { html, jsonLd, data } = await renderComments(adapter, article);

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>The swing bridge is stuck</title>
    <link rel="canonical" href="https://news.example/articles/42" />
    <link rel="stylesheet" href="/article-comments-1.0.0/article-comments.css" />
    <script type="application/ld+json">${scriptJson(jsonLd)}</script>
    <script type="module" src="/article-comments-1.0.0/article-comments.js"></script>
  </head>
  <body>
    <h1>The swing bridge is stuck</h1>
    <article-comments backend="static" src="comments.json" discussion="42"
      >${html}<script type="application/json">${scriptJson(data)}</script></article-comments>
  </body>
</html>`;
writeFileSync(target, page);
