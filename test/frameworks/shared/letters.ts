/** The backend and the words of every app here. */
import type { Comment, CommentsAdapter, MessageOverrides } from 'article-comments';

const first: Comment = {
  id: '1',
  author: { name: 'Ada' },
  body: { format: 'text', value: 'The pier was there before the road.' },
  createdAt: '2026-11-24T08:15:00Z',
};

export const adapter: CommentsAdapter = {
  open: async () => ({ state: 'open', viewer: { state: 'signed-in', author: { id: 'ben', name: 'Ben' } } }),
  list: async () => ({ items: [first], total: 1 }),
  submit: async ({ body }) => ({
    outcome: 'published',
    comment: {
      id: '2',
      author: { id: 'ben', name: 'Ben' },
      body: { format: 'text', value: body },
      createdAt: new Date().toISOString(),
    },
  }),
  counts: async (discussions) => new Map(discussions.map(({ key }) => [key, 1])),
};

export const messages: MessageOverrides = { post: 'Send letter' };
