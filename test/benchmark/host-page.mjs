/**
 * The newspaper page around each discussion: a short article above, so that the discussion starts in the first viewport,
 * and a footer below, so that a discussion that grows late causes a layout shift.
 */

// The rules for `.comments` make the static and hand-written pages look like the widget. All pages have them, so that no
// page is spared their cost.
const style = `
body { margin: 0; background: #fff; color: #1b1b1b; font: 1.0625rem/1.6 Georgia, 'Times New Roman', serif; }
body > header { border-block-end: 3px double; text-align: center; font-size: 1.75rem; padding: .75rem 1rem; }
main { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1rem; }
h1 { font-size: 2.25rem; line-height: 1.2; margin: .5rem 0; }
body > footer { border-block-start: 1px solid #ddd; text-align: center; padding: 2rem 1rem; }
.comments { margin-block-start: 3rem; border-block-start: 1px solid #ddd; padding-block-start: 1.25rem; }
.comments * { box-sizing: border-box; }
.comments h2 { font-size: 1.5rem; line-height: 1.3; margin: 0; }
.comments .policy { margin: .75rem 0 1.25rem; padding-inline-start: .875rem; border-inline-start: 3px solid #ddd; color: #595959; }
.comments label { display: block; font-weight: 600; margin-block-end: .375rem; }
.comments textarea { width: 100%; min-height: 6rem; resize: vertical; font: inherit; border: 1px solid #777; border-radius: 4px; padding: .625rem .75rem; }
.comments ol { list-style: none; margin: 0; padding: 0; }
.comments > ol { margin-block-start: 1.5rem; }
.comments li ol { margin-inline-start: 1.75rem; }
.comments article { padding-block: 1.125rem .75rem; border-block-start: 1px solid #ddd; }
.comments li li article { border-block-start: 0; border-inline-start: 1px solid #ddd; padding-inline-start: 1rem; padding-block: .75rem .5rem; }
.comments article > header { display: flex; flex-wrap: wrap; align-items: baseline; gap: .125rem .625rem; font: .875rem/1.5 system-ui, sans-serif; }
.comments article > header a { color: #595959; text-decoration: none; }
.comments .body { max-width: 68ch; margin-block: .375rem .5rem; overflow-wrap: anywhere; }
.comments .body p { margin: 0 0 .625rem; }
.comments .actions { display: flex; flex-wrap: wrap; gap: 0 1.25rem; }
.comments .actions button { font: .875rem/1.5 system-ui, sans-serif; color: #595959; background: none; border: 0; padding: .375rem 0; cursor: pointer; }
.comments .actions button:last-child { margin-inline-start: auto; }
.comments .primary { font: 600 .9375rem/1 system-ui, sans-serif; color: #fff; background: #0b57a4; border: 0; border-radius: 4px; padding: .75rem 1.125rem; }
`;

/**
 * A complete page. `discussion` goes between article and footer; `head` and `end` add scripts and styles. `rest` is the height of the rest
 * of a longer article, in pixels.
 */
export function hostPage({ title, discussion, head = '', end = '', rest = 0 }) {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
${head}
</head>
<body>
<header>The Harbour Gazette</header>
<main>
<h1>City to rebuild the old ferry pier, with a market on top</h1>
<p>The council voted eleven to four on Monday to restore the pier that storms took in 1987.</p>
${rest ? `<div style="block-size: ${rest}px"></div>` : ''}
${discussion}
</main>
<footer>The Harbour Gazette, Wharf Street 1</footer>
${end}
</body>
</html>
`;
}
