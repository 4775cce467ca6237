/** Another script on the page that holds a policy of the same name. */
const { trustedTypes } = window as { trustedTypes?: { createPolicy(name: string, rules: object): unknown } };
trustedTypes?.createPolicy('article-comments-html', { createHTML: (html: string) => html });
