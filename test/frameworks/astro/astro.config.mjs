const cache = '../node_modules/.cache/astro';

export default { srcDir: '.', cacheDir: cache, vite: { cacheDir: `${cache}/vite` } };
