/** Whether a URI is an http or https URL that needs no repair by a URL parser, and has no credentials. */
export function isWebUrl(uri: string): boolean {
  if (!/^https?:\/\/[^/\\\s]\P{Cc}*$/iu.test(uri)) return false;
  try {
    const { username, password } = new URL(uri);
    return username + password === '';
  } catch {
    return false;
  }
}
