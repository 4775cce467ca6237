/** An unrelated script that created a policy of the same name first. */
const { trustedTypes } = window as { trustedTypes?: { createPolicy(name: string, rules: object): unknown } };
trustedTypes?.createPolicy('article-comments-html', { createHTML: (html: string) => html });
