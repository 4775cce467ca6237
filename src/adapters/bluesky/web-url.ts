/** Whether a link leads to an address on the web, as the section makes links: without credentials, and nothing that a parser has to mend. */
export function isWebAddress(uri: string): boolean {
  if (!/^https?:\/\/[^/\\\s]\P{Cc}*$/iu.test(uri)) return false;
  try {
    const { username, password } = new URL(uri);
    return username + password === '';
  } catch {
    return false;
  }
}
