/** The script of a publisher's page: says who is reading by the property `token`, as `server/README.md` shows it. */
const section = document.querySelector('article-comments');
const count = document.querySelector('comment-count');

/** A function for one reader. Another function means that somebody else is reading. */
function tokenOfReader() {
  let token;
  return async ({ refresh, signal }) => {
    if (token === undefined || refresh) {
      const response = await fetch(`/session/comments-token${refresh ? '?refresh' : ''}`, { signal });
      token = response.ok ? await response.text() : '';
    }
    return token;
  };
}

function readerChanged() {
  section.token = count.token = tokenOfReader();
}

for (const button of document.querySelectorAll('[data-reader]')) {
  button.addEventListener('click', async () => {
    await fetch(`/session?reader=${button.dataset.reader}`, { method: 'POST' });
    readerChanged();
  });
}
readerChanged();
