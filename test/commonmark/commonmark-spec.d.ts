declare module 'commonmark-spec' {
  const spec: { readonly tests: readonly import('./rules.js').Example[] };
  export default spec;
}
