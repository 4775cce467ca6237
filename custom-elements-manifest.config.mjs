/** Describes the elements for editors and documentation tools, from the doc comments of their classes. */
export default {
  globs: ['src/elements/**/*.ts'],
  exclude: ['src/**/*.styles.ts'],
  outdir: 'dist',
  litelement: true,
  // package.json names the manifest already; the tool would write to it at each build.
  packagejson: false,
};
