/** What the pages for the exports of module and classic script pass to them. */
window.frenchWords = {
  lang: 'fr',
  dir: 'ltr',
  heading: (count) => (count === undefined ? 'Commentaires' : `Commentaires (${count})`),
  commentCount: (_count, formatted) => `${formatted} commentaires`,
};
window.memoryOptions = {
  viewer: { state: 'signed-in', author: { id: 'ada', name: 'Ada' } },
  comments: ['1', '2'].map((id) => ({
    id,
    author: { name: 'Marguerite Aldous' },
    body: { format: 'text', value: `Lettre ${id}` },
    createdAt: '2026-11-24T08:15:00Z',
  })),
};
