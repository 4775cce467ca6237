/** Keeps what goes wrong on this page. The first script of each page, so that nothing goes wrong before somebody listens. */
window.watched = { violations: [], errors: [] };
document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) =>
  window.watched.violations.push(`${effectiveDirective}: ${blockedURI} (${sourceFile}, line ${lineNumber})`),
);
window.addEventListener('error', ({ message }) => window.watched.errors.push(message));
window.addEventListener('unhandledrejection', ({ reason }) => window.watched.errors.push(String(reason)));
const { error } = console;
console.error = (...words) => {
  window.watched.errors.push(words.join(' '));
  error.apply(console, words);
};
