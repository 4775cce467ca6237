import { AdapterError, type Vote, type Votes } from '../../../src/model/adapter.js';
import { mapped, planted, renamed } from './planted-fault.js';

export const takingPart = [
  planted('edit: answers with the new text, and the list has it', 'answers with the comment from before', () => ({ get, edit }) => ({
    edit: async (discussion, what, call) => {
      const before = await get(discussion, what.id, call);
      await edit(discussion, what, call);
      return before;
    },
  })),
  planted('edit: two at the same time are a conflict', 'does not send the revision', () => ({ edit }) => ({
    edit: (discussion, { revision: _revision, ...what }, call) => edit(discussion, what, call),
  })),
  planted('edit: the text to edit is what was typed', 'hands over the text as HTML', () => ({ get }) => ({
    source: async (discussion, id, call) =>
      ((await get(discussion, id, call)).source ?? '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;'),
  })),
  planted('edit: the rules for a text hold as well', 'takes an empty text for no change', () => ({ get, edit }) => ({
    edit: (discussion, what, call) => (what.body.trim() === '' ? get(discussion, what.id, call) : edit(discussion, what, call)),
  })),
  planted('remove: the effect is what it says', 'says "gone" whatever is left', () => ({ remove }) => ({
    remove: async (discussion, id, call) => {
      await remove(discussion, id, call);
      return { effect: 'gone' };
    },
  })),
  planted('remove: is taken out of the numbers', 'keeps a number that only goes up', () => {
    let removed = 0;
    return ({ remove, counts }) => ({
      remove: async (discussion, id, call) => remove(discussion, id, call).finally(() => removed++),
      counts: async (discussions, call) => new Map([...(await counts(discussions, call))].map(([key, number]) => [key, number + removed])),
    });
  }),
  planted('restore: brings the comment back as it was', 'answers and does nothing', () => ({ restore, remove }) => ({
    restore: async (discussion, id, call) => {
      const comment = await restore(discussion, id, call);
      await remove(discussion, id, call);
      return comment;
    },
  })),
  planted('restore: takes back nobody else’s removal', 'does not look who removed it', () => ({ restore, get, add }) => ({
    restore: (discussion, id, call) =>
      restore(discussion, id, call).catch(() => {
        add(discussion.key, { id, body: { format: 'text', value: 'Back again' }, createdAt: '2026-01-01T12:00:00Z' });
        return get(discussion, id, call);
      }),
  })),
  planted('rights: can tells the truth', 'offers everybody to edit', () => ({ list }) => ({
    list: (query, call) => mapped(list(query, call), (comment) => ({ ...comment, can: { ...comment.can, edit: true } })),
  })),
  planted('rights: can tells the truth', 'does not offer what is allowed', () => ({ list }) => ({
    list: (query, call) => mapped(list(query, call), (comment) => ({ ...comment, can: { ...comment.can, report: false } })),
  })),
  planted('rights: can tells guests the truth', 'offers guests to edit', () => ({ list }, person) => ({
    list: (query, call) =>
      mapped(list(query, call), (comment) => (person === 'guest' ? { ...comment, can: { ...comment.can, edit: true } } : comment)),
  })),
  planted(
    'rights: nobody edits somebody else’s comment',
    'lets everybody edit',
    () =>
      ({ edit, get }, person) =>
        person === 'other'
          ? { edit: (discussion, what, call) => edit(discussion, what, call).catch(() => get(discussion, what.id, call)) }
          : {},
  ),
  planted('rights: nobody edits somebody else’s comment', 'takes a lack of rights for a mistake in the text', () => ({ edit }) => ({
    edit: (discussion, what, call) => renamed(edit(discussion, what, call), { from: 'forbidden', to: 'invalid' }),
  })),
  planted(
    'rights: nobody removes somebody else’s comment',
    'lets everybody remove',
    () =>
      ({ remove, drop }, person) =>
        person === 'other'
          ? {
              remove: (discussion, id, call) =>
                remove(discussion, id, call).catch(() => {
                  drop(discussion.key, id);
                  return { effect: 'gone' as const };
                }),
            }
          : {},
  ),
  planted(
    'rights: moderators remove every comment',
    'uses the address of the authors',
    () =>
      ({ remove }, person) =>
        person === 'moderator'
          ? {
              remove: async () => {
                throw new AdapterError('forbidden', 'You are not the author');
              },
            }
          : { remove },
  ),
  planted('vote: counts, and is taken back', 'does not say whose vote it is', () => ({ vote }) => ({
    vote: async (discussion, what, call) => {
      const { mine: _mine, ...votes } = await vote(discussion, what, call);
      return votes;
    },
  })),
  planted(
    'vote: changes sides',
    'adds the second vote to the first',
    () =>
      ({ vote }) => ({
        vote: async (discussion, what, call) => {
          const votes = await vote(discussion, what, call);
          return what.value === -1 ? { ...votes, up: 1 } : votes;
        },
      }),
    { features: { votes: 'up-down' } },
  ),
  planted('vote: the same twice counts once', 'adds one at each request', () => {
    const last = new Map<string, Vote['value']>();
    return ({ vote }) => ({
      vote: async (discussion, what, call) => {
        const votes = await vote(discussion, what, call);
        const isRepeat = what.value !== 0 && last.get(what.id) === what.value;
        last.set(what.id, what.value);
        return isRepeat ? { ...votes, up: (votes.up ?? 0) + 1 } : votes;
      },
    });
  }),
  planted('vote: no number falls below zero', 'subtracts one at each request', () => {
    const voters = new Set<string>();
    return ({ vote }) => ({
      vote: async (discussion, what, call): Promise<Votes> => {
        const votes = await vote(discussion, what, call);
        if (what.value !== 0) voters.add(what.id);
        return what.value === 0 && !voters.has(what.id) ? { ...votes, up: -1 } : votes;
      },
    });
  }),
  planted('vote: "mine" is the viewer’s own', 'tells everybody the vote of whoever asked first', () => ({ list }, person) => ({
    list: (query, call) =>
      mapped(list(query, call), (comment) =>
        person === 'self' && comment.votes ? { ...comment, votes: { ...comment.votes, mine: comment.votes.up ? 1 : 0 } } : comment,
      ),
  })),
  planted('vote: what features leaves out is refused', 'takes a vote against', () => ({ vote }) => ({
    vote: async (discussion, what, call) => (what.value === -1 ? { up: 0, mine: -1 } : vote(discussion, what, call)),
  })),
  planted('report: is taken, with a receipt or without', 'hands on what the backend answered', () => ({ report }) => ({
    report: async (discussion, what, call) => {
      await report(discussion, what, call);
      return true as unknown as { readonly reference: string };
    },
  })),
  planted('report: twice is no mistake', 'takes the second for a failure', () => ({ report }) => ({
    report: async (discussion, what, call) => {
      const receipt = await report(discussion, what, call);
      if (receipt?.alreadyReported) throw new AdapterError('duplicate', 'You have reported this already');
      return receipt;
    },
  })),
  planted('report: each reason that is offered is taken', 'has a column that is too short', () => ({ report }) => ({
    report: async (discussion, what, call) => {
      if ((what.detail ?? '').length > 255) throw new AdapterError('unavailable', 'value too long for type character varying(255)');
      return report(discussion, what, call);
    },
  })),
  planted(
    'report: each reason that is offered is taken',
    'offers a reason that the backend does not know',
    () =>
      ({ features }) => ({ features: { ...features, report: { reasons: [{ id: 'rude' }, { id: 'wrong' }] } } }),
    { features: { report: { reasons: [{ id: 'rude' }] } } },
  ),
  planted('report: can be taken back', 'answers and does nothing', () => ({ get }) => ({
    withdrawReport: async (discussion, id, call) => void (await get(discussion, id, call)),
  })),
  planted('pin: keeps a comment at the top, and lets it go', 'answers with the comment from before', () => ({ pin }) => ({
    pin: async (discussion, what, call) => ({ ...(await pin(discussion, what, call)), pinned: !what.pinned }),
  })),
  planted(
    'pin: is for moderators',
    'takes it from everybody',
    () =>
      ({ pin, get }, person) =>
        person === 'other' ? { pin: (discussion, { id }, call) => get(discussion, id, call) } : { pin },
  ),
  planted('setClosed: closes, and opens again', 'answers with the state from before', () => ({ open, setClosed }) => ({
    setClosed: async (discussion, closed, call) => {
      const before = await open(discussion, call);
      await setClosed(discussion, closed, call);
      return before;
    },
  })),
  planted(
    'setClosed: is for whom can.close allows it',
    'takes it from everybody',
    () =>
      ({ open, setClosed }, person) =>
        person === 'self' ? { setClosed: (discussion, _closed, call) => open(discussion, call) } : { setClosed },
  ),
  planted('closed: open() says so', 'tells a time that is still to come', () => ({ open }) => ({
    open: async (discussion, call) => {
      const info = await open(discussion, call);
      return info.state === 'closed' ? { ...info, closedAt: '2099-01-01T00:00:00Z' } : info;
    },
  })),
  planted('closed: takes no comments', 'takes it for a lack of rights', () => ({ submit }) => ({
    submit: (draft, call) => renamed(submit(draft, call), { from: 'closed', to: 'forbidden' }),
  })),
  planted('closed: takes no edits and no votes', 'still offers to answer', () => ({ list }) => ({
    list: (query, call) => mapped(list(query, call), (comment) => ({ ...comment, can: { ...comment.can, reply: true } })),
  })),
  planted('closed: takes no edits and no votes', 'takes it for a lack of rights', () => ({ vote }) => ({
    vote: (discussion, what, call) => renamed(vote(discussion, what, call), { from: 'closed', to: 'forbidden' }),
  })),
  planted('closed: is read and reported as before', 'shuts the readers out', () => ({ open, list }) => ({
    list: async (query, call) => {
      if ((await open(query.discussion, call)).state === 'closed') throw new AdapterError('closed', 'The discussion is closed');
      return list(query, call);
    },
  })),
  planted('closed: what was stored before is not refused afterwards', 'looks at the state before the key', () => ({ open, submit }) => ({
    submit: async (draft, call) => {
      if ((await open(draft.discussion, call)).state === 'closed') throw new AdapterError('closed', 'The discussion is closed');
      return submit(draft, call);
    },
  })),
  planted('closed: opened again it takes comments', 'never forgets that it was closed', () => {
    let wasClosed = false;
    return ({ open, submit }) => ({
      open: async (discussion, call) => {
        const info = await open(discussion, call);
        wasClosed ||= info.state === 'closed';
        return info;
      },
      submit: async (draft, call) => {
        if (wasClosed && (await open(draft.discussion, call)).state === 'open') throw new AdapterError('closed', 'It was closed');
        return submit(draft, call);
      },
    });
  }),
];
