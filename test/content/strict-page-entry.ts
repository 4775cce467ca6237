import { renderHtml } from './rendered.js';

Object.assign(window, { renderHtml });
