/** HTML to compare sanitisers with: what one removes, another must remove, too. */
import { attacks } from './attacks.js';

/** Places in which the same markup means something else. */
const places: Record<string, (text: string) => string> = {
  'by itself': (text) => text,
  'twice, the second time as text that is read again': (text) =>
    text + text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
  'in a paragraph': (text) => `<p>${text}</p>`,
  'in a link': (text) => `<a href="https://a.example">${text}</a>`,
  'in an attribute': (text) => `<a href="${text}">a</a>`,
  'in an attribute, and not quoted': (text) => `<a href=${text}>a</a>`,
  'in an element without a meaning': (text) => `<unknown>${text}</unknown>`,
  'in a custom element': (text) => `<custom-element is="other-element">${text}</custom-element>`,
  'in a form that hides its properties': (text) =>
    `<form><input name="attributes"><input name="childNodes"><input name="nodeName">${text}</form>`,
  'in a table': (text) => `<table><tr>${text}<td>${text}</table>`,
  'in a select': (text) => `<select><option>${text}</select>`,
  'in a template': (text) => `<template><p>a</p>${text}</template>`,
  'in SVG': (text) => `<svg>${text}</svg>`,
  'in a title in SVG': (text) => `<svg><title>${text}</title></svg>`,
  'in HTML in SVG': (text) => `<svg><foreignObject><p>${text}</p></foreignObject></svg>`,
  'in MathML': (text) => `<math>${text}</math>`,
  'in a text in MathML': (text) => `<math><mtext><mglyph>${text}</mglyph></mtext></math>`,
  'in HTML in MathML': (text) => `<math><annotation-xml encoding="text/html"><p>${text}</p></annotation-xml></math>`,
  'in a style in MathML in a form': (text) =>
    `<form><math><mtext></form><form><mglyph><style>${text}</style></mglyph></mtext></math></form>`,
  'in raw text': (text) => `<noscript>${text}</noscript><xmp>${text}</xmp><iframe>${text}</iframe>`,
  'in a comment': (text) => `a<!-- ${text} -->b`,
  'in a shadow root': (text) => `<div><template shadowrootmode="open"><slot></slot>${text}</template>a</div>`,
  'after the end of the body': (text) => `<p>a</p></body></html>${text}`,
  'after a frameset': (text) => `<frameset>${text}</frameset>`,
};

/** What people and editors write. */
export const ordinaryHtml: readonly string[] = [
  '',
  ' ',
  'plain &amp; simple, 1 &lt; 2 > 0',
  '\n  <p>One.</p>\n\n<p>Two<br>lines<br />of it</p>\n',
  '<p><strong>a</strong><b>b</b><em>c</em><i>d</i><u>e</u><s>f</s><del>g</del><code>h</code></p>',
  '<blockquote cite="https://a.example"><p>a</p><blockquote>b</blockquote></blockquote><ul><li>c<ul><li>d</ul></ul><ol start="3"><li>e</ol><hr>',
  '<pre class="wp-block-code"><code lang="js">if (a &amp;&amp; b) {\n  c();\n}</code></pre>',
  '<h1>a</h1><h2 id="b">c <em>d</em></h2><h3>e</h3><h4>f</h4><h5>g</h5><h6>h</h6>',
  '<a href=" https://a.example/b?c=d&amp;e=f#g " rel="nofollow ugc" target="_blank" title="h" class="i">j</a>',
  '<a href="mailto:a@b.example">a</a> <a href="/b">c</a> <a href="#d">e</a> <a href="tel:1">f</a> <a href="">g</a> <a>h</a> <a name="i">j</a>',
  '<div class="a" id="b" data-c="d" aria-label="e" role="note" dir="rtl" hidden><p style="color: red" lang="de">f</p></div>',
  '<figure><img src="a.jpg" alt="b" srcset="c.jpg 2x"><figcaption>d</figcaption></figure><picture><source srcset="e"></picture>',
  '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table><details><summary>c</summary>d</details>',
  '<div>a</div><div><br></div><div>b <b>c</b><div>d</div>e</div>f<section><header>g</header><p>h</p>i</section>',
  '<p>a<table><caption>b</caption><tr><td>c<td>d</table>e</p><pre><div>f</div>g</pre><h2><div>h</div></h2><dl><dt>i<dd>j</dl>',
  '<b><div>a</div>b</b><a href="https://a.example"><div>c</div></a><div><i><div>d</div></i>e</div><ul><div><li>f</li></div></ul>',
  '<p>unclosed <b>and <i>wrongly</b> nested</i><p>next <a href="https://a.example"><p>block in a link</p></a>',
  '<span class="u-mention">@<a href="https://a.example/@b">b</a></span> \u{1f600} \u202ea\u202c e\u0301 \u00a0',
  '<P>A<BR>B <A HREF="HTTPS://A.EXAMPLE" ONCLICK="c()">D</A></P><OL START=" 4 "><LI>E</OL>',
  '<ol start="/>"><li>a</ol><ol start="data:b"><li>c</ol><p start="1" href="javascript:d">e</p>',
  '<svg viewBox="0 0 1 1"><a href="https://a.example"><text>b</text></a></svg><math><mi>c</mi></math><video controls><p>d</p></video>e',
];

/** Every attack and every ordinary comment, in each place. */
export const htmlSamples: readonly { readonly place: string; readonly texts: readonly string[] }[] = Object.entries(
  places,
).map(([place, put]) => ({ place, texts: [...attacks.map(({ text }) => text), ...ordinaryHtml].map(put) }));
