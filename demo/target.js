/** Points the section of a page at what its address names: `?src=` and `?discussion=`. The form fills in the address. */
const section = document.querySelector('article-comments');
const fields = document.querySelector('form.target').elements;
for (const [name, value] of new URLSearchParams(location.search)) {
  const field = fields.namedItem(name);
  if (!field || value === '') continue;
  field.value = value;
  section.setAttribute(name, value);
}
// Without a discussion there is nothing to show, and the section would take the address of this page for one.
section.hidden = !section.hasAttribute('discussion');
if (section.hidden) section.removeAttribute('backend');
