/** The comments that the pages carry with them. */

const plain = {
  id: '1',
  author: { name: 'Marguerite Aldous' },
  body: { format: 'text', value: 'Plain words, and https://example.com/ to read on.' },
  createdAt: '2026-11-24T08:15:00Z',
};

const reply = {
  id: '2',
  parentId: '1',
  author: { name: 'Tom' },
  body: { format: 'text', value: 'An answer.' },
  createdAt: '2026-11-24T08:16:00Z',
};

/** Markup that must not survive the sanitiser, around two words that must. */
const hostileHtml = {
  id: '3',
  parentId: '1',
  author: { name: 'Tom' },
  body: {
    format: 'html',
    value: [
      '<p onclick="__attacked()" style="color: red">Hostile markup, <em>tamed</em>.<img src="x:" onerror="__attacked()"></p>',
      '<script>__attacked()</script>',
      '<style>* { display: none }</style>',
      '<base href="//attacker.localhost:9/">',
      '<a href="javascript:__attacked()">A link</a>',
      '<svg onload="__attacked()"><use href="data:image/svg+xml,x"/></svg>',
      '<iframe srcdoc="<script>parent.__attacked()</script>"></iframe>',
    ].join(''),
  },
  createdAt: '2026-11-24T08:17:00Z',
};

export const textBodies = { comments: [plain, reply] };

export const htmlBody = { comments: [plain, hostileHtml] };

export const archived = { info: { state: 'closed', closedAt: '2013-06-21T10:54:00Z' }, comments: [plain, reply] };

/** One comment in each format, each with an attack in it. */
export const hostile = {
  comments: [
    {
      id: '1',
      author: { name: 'Marguerite Aldous', badges: ['staff'] },
      body: { format: 'text', value: 'Plain words.\n<script>__attacked()</script> <img src=x: onerror=__attacked()>' },
      createdAt: '2026-11-24T08:15:00Z',
    },
    {
      id: '2',
      author: { name: '<img src=x: onerror=__attacked()>', url: 'javascript:__attacked()' },
      body: {
        format: 'markdown',
        value:
          '**Strong** words, [a page](https://example.com/) and [none](javascript:__attacked()). <img src=x: onerror=__attacked()>',
      },
      createdAt: '2026-11-24T08:16:00Z',
    },
    hostileHtml,
  ],
};
