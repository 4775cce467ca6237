/** The key in local storage of the addresses of decisions. In a file of its own: the code of notices is loaded only if there are some. */
export const NOTICES_KEY = 'article-comments:notices';
