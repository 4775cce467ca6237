/**
 * Shows the discussion named in the URL: `?src=…&discussion=…`, which is what the form of the page submits. The commands
 * that start a backend may add a `token`, or a Bluesky `session`, that signs the reader in.
 */
const section = document.querySelector('article-comments');
const fields = document.querySelector('form.target').elements;
const query = new URLSearchParams(location.search);

for (const name of ['src', 'discussion']) fields.namedItem(name).value = query.get(name) ?? '';

/** Only an adapter made in code can post to Bluesky; the attributes name one that reads. */
async function signInToBluesky(session) {
  section.removeAttribute('backend');
  section.setAttribute('discussion', query.get('discussion'));
  const { blueskyAdapter } = await import('/dist/adapters/bluesky.js');
  section.adapter = blueskyAdapter({ service: query.get('src') || undefined, signIn: async () => JSON.parse(session) });
}

function showWithAttributes(token) {
  for (const name of ['src', 'discussion']) if (query.get(name)) section.setAttribute(name, query.get(name));
  if (!token) return;
  const data = document.createElement('script');
  data.type = 'application/json';
  data.textContent = JSON.stringify({ token });
  section.append(data);
}

if (!query.get('discussion')) {
  // Without a key the section would look for a discussion of this page's own URL.
  section.remove();
} else if (query.get('session')) {
  await signInToBluesky(query.get('session'));
} else {
  showWithAttributes(query.get('token'));
}
