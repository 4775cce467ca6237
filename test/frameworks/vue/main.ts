import { createApp, createSSRApp } from 'vue';
import App from './app.vue';

const isRendered = document.querySelector('#app')!.hasChildNodes();
(isRendered ? createSSRApp(App) : createApp(App)).mount('#app');
