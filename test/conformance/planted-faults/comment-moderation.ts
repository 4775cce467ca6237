import type { Ban } from '../../../src/model/adapter.js';
import { DECISIONS } from '../memory-stage.js';
import { mapComments, planted } from './planted-fault.js';

export const commentModerationFaults = [
  planted(
    'approve: publishes a held comment',
    'approves for moderators only',
    () =>
      ({ get }, person) =>
        person === 'moderator'
          ? {
              approve: async (discussion, id, call) => ({ ...(await get(discussion, id, call)), status: 'visible' }),
            }
          : {},
  ),
  planted('reject: turns down a held comment', 'publishes it', () => ({ approve }) => ({
    reject: async (discussion, id, call) => ({ ...(await approve(discussion, id, call)), status: 'rejected' }),
  })),
  planted('feature: features and unfeatures a comment', 'never unfeatures it', () => ({ feature }) => ({
    feature: (discussion, { id }, call) => feature(discussion, { id, featured: true }, call),
  })),
  planted(
    'filters: "featured" lists only featured comments',
    'loses the filter with the cursor',
    () =>
      ({ list }) => ({
        list: ({ filter, ...query }, call) =>
          list(query.cursor === undefined && filter ? { ...query, filter } : query, call),
      }),
    { features: { filters: ['featured'] } },
  ),
  planted('hide: withholds the text from readers', 'relies on the page to hide the text', () => {
    const texts = new Map<string, string>();
    return ({ list }) => ({
      list: (query, call) =>
        mapComments(list(query, call), (comment) => {
          if (comment.body.value !== '') texts.set(comment.id, comment.body.value);
          return { ...comment, body: { ...comment.body, value: texts.get(comment.id) ?? '' } };
        }),
      // Readers have listed the comment before.
      hide: async (discussion, { id, hidden }, call) => {
        const { items } = await list({ discussion, sort: 'oldest', limit: 50 }, call);
        const found = items.find((comment) => comment.id === id)!;
        texts.set(id, found.body.value);
        return { ...found, status: hidden ? 'hidden' : 'visible' };
      },
    });
  }),
  planted('ban: prevents the author from posting', 'stores the ban but does not enforce it', () => () => ({
    ban: async () => {},
  })),
  planted('ban: prevents the author from posting', 'sends the ban to all readers', () => {
    const bans = new Map<string, Ban>();
    return ({ list, ban }) => ({
      ban: async (discussion, what, call) => {
        const { id, banned, until } = what;
        if (banned) bans.set(id, { ...(until && { until }) });
        else bans.delete(id);
        return ban(discussion, what, call);
      },
      list: (query, call) =>
        mapComments(list(query, call), (comment) => {
          const found = bans.get(comment.id);
          return found ? { ...comment, ban: found } : comment;
        }),
    });
  }),
  planted('ban: prevents the author from posting', 'reports another end of the ban', () => {
    const banned = new Set<string>();
    return ({ list, ban }, person) => ({
      ban: async (discussion, what, call) => {
        if (what.banned) banned.add(what.id);
        else banned.delete(what.id);
        return ban(discussion, what, call);
      },
      ...(person === 'moderator' && {
        list: (query, call) =>
          mapComments(list(query, call), (comment) =>
            banned.has(comment.id) ? { ...comment, ban: { until: '2027-01-01T00:00:00Z' } } : comment,
          ),
      }),
    });
  }),
  planted(
    'reasons: the author of a hidden comment gets them',
    'ignores them',
    () =>
      ({ hide }) => ({
        hide: (discussion, what, { decision: _decision, ...call }) => hide(discussion, what, call),
      }),
    DECISIONS,
  ),
  planted(
    'reasons: the author of a removed comment gets them',
    'removes the comment for its author, too',
    () =>
      ({ remove }) => ({
        remove: (discussion, id, { decision: _decision, ...call }) => remove(discussion, id, call),
      }),
    DECISIONS,
  ),
  planted(
    'reasons: a banned author gets them',
    'says only that the person is banned',
    () =>
      ({ ban }) => ({
        ban: (discussion, what, { decision: _decision, ...call }) => ban(discussion, what, call),
      }),
    DECISIONS,
  ),
  planted(
    'reasons: are required where the backend says so, and offered to moderators only',
    'requires them on the page only',
    () =>
      ({ open }, person) => ({
        open: async (discussion, call) => {
          const { decisions, ...info } = await open(discussion, call);
          return person === 'moderator' ? { ...info, decisions: { ...decisions, required: true } } : info;
        },
      }),
    DECISIONS,
  ),
  planted(
    'reasons: are required where the backend says so, and offered to moderators only',
    'offers them to everyone',
    () =>
      ({ open }) => ({
        open: async (discussion, call) => ({ ...(await open(discussion, call)), decisions: {} }),
      }),
    DECISIONS,
  ),
  planted('moderation: is for moderators only', 'lets anyone feature a comment', () => ({ feature, get }, person) => ({
    feature: (discussion, what, call) =>
      person === 'other' ? get(discussion, what.id, call) : feature(discussion, what, call),
  })),
  planted('acknowledgeWarning: clears the warning', 'discards the warning on the page only', () => () => ({
    acknowledgeWarning: async () => {},
  })),
];
