/**
 * Points the section of a page at what its address names, `?src=` and `?discussion=`; the form fills in the address. The
 * commands that start a server may also name a `token`, or a `session` at Bluesky, with which one is signed in here.
 */
const section = document.querySelector('article-comments');
const fields = document.querySelector('form.target').elements;
const asked = new URLSearchParams(location.search);

const session = asked.get('session');

for (const name of ['src', 'discussion']) fields.namedItem(name).value = asked.get(name) ?? '';
if (!asked.get('discussion')) {
  // There is nothing to show, and the section would take the address of this page for the name of a discussion.
  section.remove();
} else if (session) {
  // Whoever has an account for others to write with makes the adapter: attributes name none that writes.
  section.removeAttribute('backend');
  section.setAttribute('discussion', asked.get('discussion'));
  const { blueskyAdapter } = await import('/dist/adapters/bluesky.js');
  section.adapter = blueskyAdapter({ service: asked.get('src') || undefined, signIn: async () => JSON.parse(session) });
} else {
  for (const name of ['src', 'discussion']) if (asked.get(name)) section.setAttribute(name, asked.get(name));
  const token = asked.get('token');
  if (token) {
    const data = document.createElement('script');
    data.type = 'application/json';
    data.textContent = JSON.stringify({ token });
    section.append(data);
  }
}
