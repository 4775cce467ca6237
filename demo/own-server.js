/** Shows the discussion that the address of this page names: `?src=…&discussion=…`. The folder is the name of the backend. */
const asked = new URLSearchParams(location.search);
const backend = location.pathname.split('/').at(-2);

for (const input of document.querySelectorAll('form.target input')) input.value = asked.get(input.name) ?? '';

if (asked.get('src')) {
  const section = document.createElement('article-comments');
  section.setAttribute('backend', backend);
  section.setAttribute('heading-level', '3');
  for (const name of ['src', 'discussion']) section.setAttribute(name, asked.get(name) ?? '');
  document.querySelector('#discussion').append(section);
}
