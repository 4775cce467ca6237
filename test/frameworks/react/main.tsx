import { createRoot, hydrateRoot } from 'react-dom/client';
import { App } from './app.js';
import { Tags } from './tags.js';

const root = document.querySelector('#app')!;
if (root.hasChildNodes()) hydrateRoot(root, <App />);
else createRoot(root).render(location.search === '?tags' ? <Tags /> : <App />);
