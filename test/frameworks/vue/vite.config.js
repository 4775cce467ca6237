import vue from '@vitejs/plugin-vue';

const isCustomElement = (tag) => tag === 'article-comments' || tag === 'comment-count';

export default { plugins: [vue({ template: { compilerOptions: { isCustomElement } } })] };
