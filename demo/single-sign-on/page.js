/** Says who is reading. A newspaper's own server would know; here the page asks the server for the token of one of its people. */
const section = document.querySelector('article-comments');
const readers = document.querySelector('[name=reader]');

/** Tokens for one reader. Another function means that somebody else is reading. */
function tokenOf(person) {
  let token;
  return async ({ refresh, signal }) => {
    if (person === '') return '';
    if (token === undefined || refresh) {
      const response = await fetch('/api/demo/token', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ person }),
        signal,
      });
      token = response.ok ? (await response.json()).token : '';
    }
    return token;
  };
}

function choose() {
  section.token = tokenOf(readers.value);
}

readers.addEventListener('change', choose);
// "Sign in" in the section: the newspaper signs in, and the section waits.
section.addEventListener('comments-sign-in', (event) => {
  event.preventDefault();
  readers.focus();
});
choose();
