/** Names the modules as they are published: `./dist/define.js` for `src/define.ts`. */
const published = (path) => path.replace(/^\/?src\/(.*)\.[jt]s$/, './dist/$1.js');

export function builtPaths() {
  return {
    name: 'built-paths',
    packageLinkPhase({ customElementsManifest: { modules } }) {
      const rename = (value) => {
        for (const [key, inner] of Object.entries(value)) {
          if (typeof inner === 'object' && inner) rename(inner);
          else if (['path', 'module'].includes(key) && typeof inner === 'string') value[key] = published(inner);
        }
      };
      rename(modules);
    },
  };
}
