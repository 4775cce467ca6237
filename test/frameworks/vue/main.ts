import { createApp, createSSRApp } from 'vue';
import App from './app.vue';

const root = document.querySelector('#app')!;
const comments = root.querySelector('article-comments')?.innerHTML;
(root.hasChildNodes() ? createSSRApp(App, { comments }) : createApp(App)).mount(root);
