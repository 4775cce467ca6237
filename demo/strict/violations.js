/** Lists what the policy of this page has blocked. In the head, so that nothing is blocked before anybody listens. */
document.addEventListener('securitypolicyviolation', (event) => {
  const list = document.querySelector('#violations');
  // Blocked while the head is read: the list is not there yet.
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
