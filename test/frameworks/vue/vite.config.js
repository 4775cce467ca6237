import vue from '@vitejs/plugin-vue';

const isCustomElement = (tag) => /^(article-comments|comment-(count|quote))$/.test(tag);

export default { plugins: [vue({ template: { compilerOptions: { isCustomElement } } })] };
