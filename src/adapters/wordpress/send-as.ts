/** What sends requests with an application password, as programs do. */
export interface ApplicationPassword {
  readonly user: string;
  readonly password: string;
}

/** The `fetch` for whomever the password is of, whatever cookies there are. */
export const sendAs =
  ({ user, password }: ApplicationPassword, send: typeof fetch): typeof fetch =>
  (address, init = {}) =>
    send(address, {
      ...init,
      credentials: 'omit',
      headers: { ...(init.headers as Record<string, string>), authorization: `Basic ${base64(`${user}:${password}`)}` },
    });

const base64 = (text: string): string => btoa(String.fromCodePoint(...new TextEncoder().encode(text)));
