/** Lists what the page's content security policy has blocked. Loaded in the head, so that it misses nothing. */
document.addEventListener('securitypolicyviolation', (event) => {
  const list = document.querySelector('#violations');
  // A violation while the head is parsed comes before the list.
  if (!list) {
    document.addEventListener('DOMContentLoaded', () => report(event), { once: true });
    return;
  }
  report(event);
});

function report({ effectiveDirective, blockedURI, sourceFile, lineNumber }) {
  document.querySelector('#none')?.remove();
  const item = document.createElement('li');
  item.textContent = `${effectiveDirective}: ${blockedURI || 'inline'} (${sourceFile || 'this page'}, line ${lineNumber})`;
  document.querySelector('#violations').append(item);
}
