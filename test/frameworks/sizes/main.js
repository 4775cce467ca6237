import 'article-comments/define.js';

const comment = (id, parentId) => ({
  id,
  parentId,
  author: { name: 'Ada' },
  body: { format: 'text', value: 'The pier was there before the road.' },
  createdAt: '2026-11-24T08:15:00Z',
});

document.querySelector('article-comments').adapter = {
  open: async () => ({ state: 'open' }),
  list: async () => ({ items: [comment('1', null), comment('2', '1')], total: 2 }),
  submit: async () => ({ outcome: 'pending' }),
  report: async () => {},
};
