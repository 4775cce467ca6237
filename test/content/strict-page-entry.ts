import { renderHtml } from '../../src/content/html.js';

Object.assign(window, { renderHtml });
