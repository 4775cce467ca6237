/** Query parameters. Undefined values are omitted; a list repeats its name. */
export type Query = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/** Builds the address of a request from its path, which begins with a slash, and its parameters. */
export type UrlBuilder = (path: string, query?: Query) => string;

/** Builds addresses below `src`. Slashes at its end are dropped, and its own parameters are sent with every request. */
export function urlBuilder(src: string): UrlBuilder {
  const [, base = '', search] = /^([^?#]*?)\/*(?:\?([^#]*))?(?:#.*)?$/s.exec(src) ?? [];
  return (path, query = {}) => {
    const parameters = new URLSearchParams(search);
    for (const [name, value] of Object.entries(query))
      for (const item of [value ?? []].flat()) parameters.append(name, String(item));
    return `${base + path}?${parameters}`.replace(/\?$/, '');
  };
}
