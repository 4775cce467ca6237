/** Markup that tries to run scripts, send requests or escape its box. If any of it runs, the page gets a red frame. */
const mark = "document.documentElement.setAttribute('data-broken','')";

export const hostileHtml: readonly string[] = [
  `<p>A script: <script>${mark}</script></p><p>An image: <img src="nowhere.invalid.png" onerror="${mark}"> and a drawing: <svg onload="${mark}"></svg></p>`,
  `<p>Links that must not work: <a href="javascript:${mark}">one</a>, <a href="data:text/html,<script>${mark}</script>">two</a>, <a href="https://good.example@bad.example/login">three</a>.</p>`,
  `<iframe srcdoc="<script>parent.${mark}</script>"></iframe><p>A frame stood here, and a <details open ontoggle="${mark}">switch</details>.</p>`,
  '<style>body { display: none }</style><p style="position:fixed;inset:0;z-index:9999;background:red;font-size:9rem">This wants to cover the page.</p>',
  '<form action="https://bad.example/"><label>Your password <input type="password" name="p"></label><button>Post comment</button></form><p>A form stood here.</p>',
  '<h1>A headline in a comment</h1><p id="discussion" class="primary">With an id and a class of the page’s.</p><table><tr><td>A table</td></tr></table>',
];
