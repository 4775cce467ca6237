import { AdapterError, type Vote, type Votes } from '../../../src/model/adapter.js';
import { NOTICES } from '../memory-stage.js';
import { mapComments, planted, replaceErrorKind } from './planted-fault.js';

export const interactionFaults = [
  planted('edit: returns and lists the new text', 'returns the comment before the change', () => ({ get, edit }) => ({
    edit: async (discussion, what, call) => {
      const before = await get(discussion, what.id, call);
      await edit(discussion, what, call);
      return before;
    },
  })),
  planted('edit: allows edits for some time after posting', 'treats local time as UTC', () => ({ list }) => ({
    list: (query, call) =>
      mapComments(list(query, call), (comment) => ({
        ...comment,
        ...(comment.editableUntil && {
          editableUntil: new Date(Date.parse(comment.editableUntil) - 3_600_000).toISOString(),
        }),
      })),
  })),
  planted('edit: rejects an outdated revision', 'ignores the revision', () => ({ edit }) => ({
    edit: (discussion, { revision: _revision, ...what }, call) => edit(discussion, what, call),
  })),
  planted('edit: starts from the text as typed', 'returns the text as HTML', () => ({ get }) => ({
    source: async (discussion, id, call) =>
      ((await get(discussion, id, call)).source ?? '')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('"', '&quot;'),
  })),
  planted('edit: validates the text', 'treats a blank text as no change', () => ({ get, edit }) => ({
    edit: (discussion, what, call) =>
      what.body.trim() === '' ? get(discussion, what.id, call) : edit(discussion, what, call),
  })),
  planted('remove: reports its actual effect', 'always returns "gone"', () => ({ remove }) => ({
    remove: async (discussion, id, call) => {
      await remove(discussion, id, call);
      return { effect: 'gone' };
    },
  })),
  planted(
    'remove: affects replies as announced in features',
    'removes the replies without announcing it',
    () =>
      ({ features: { removal: _removal, ...features } }) => ({ features }),
    { features: { removal: 'subtree' } },
  ),
  planted(
    'remove: affects replies as announced in features',
    'announces that replies are removed, but keeps them',
    () =>
      ({ features }) => ({ features: { ...features, removal: 'subtree' } }),
  ),
  planted('remove: updates the counts', 'never decreases the count', () => {
    let removed = 0;
    return ({ remove, counts }) => ({
      remove: async (discussion, id, call) => remove(discussion, id, call).finally(() => removed++),
      counts: async (discussions, call) =>
        new Map([...(await counts(discussions, call))].map(([key, number]) => [key, number + removed])),
    });
  }),
  planted(
    'restore: brings the comment back unchanged',
    'resolves without doing anything',
    () =>
      ({ restore, remove }) => ({
        restore: async (discussion, id, call) => {
          const comment = await restore(discussion, id, call);
          await remove(discussion, id, call);
          return comment;
        },
      }),
  ),
  planted(
    'restore: cannot undo another person’s removal',
    'does not check who removed it',
    () =>
      ({ restore, get, add }) => ({
        restore: (discussion, id, call) =>
          restore(discussion, id, call).catch(() => {
            add(discussion.key, { id, body: { format: 'text', value: 'Restored' }, createdAt: '2026-01-01T12:00:00Z' });
            return get(discussion, id, call);
          }),
      }),
  ),
  planted('permissions: Comment.can is accurate', 'lets everyone edit in Comment.can', () => ({ list }) => ({
    list: (query, call) =>
      mapComments(list(query, call), (comment) => ({ ...comment, can: { ...comment.can, edit: true } })),
  })),
  planted('permissions: Comment.can is accurate', 'denies what the backend allows', () => ({ list }) => ({
    list: (query, call) =>
      mapComments(list(query, call), (comment) => ({ ...comment, can: { ...comment.can, report: false } })),
  })),
  planted(
    'permissions: Comment.can is accurate for guests',
    'lets guests edit in Comment.can',
    () =>
      ({ list }, person) => ({
        list: (query, call) =>
          mapComments(list(query, call), (comment) =>
            person === 'guest' ? { ...comment, can: { ...comment.can, edit: true } } : comment,
          ),
      }),
  ),
  planted(
    'permissions: guests may not change the comments of others',
    'lets guests remove what others wrote',
    () =>
      ({ list }, person) => ({
        list: (query, call) =>
          mapComments(list(query, call), (comment) =>
            person === 'guest' ? { ...comment, can: { ...comment.can, remove: true } } : comment,
          ),
      }),
  ),
  planted(
    'remove: a removed comment can be neither edited nor reported',
    'edits a tombstone',
    () =>
      ({ list, edit }) => ({
        edit: (discussion, what, call) =>
          edit(discussion, what, call).catch(async () => {
            const { items } = await list({ discussion, sort: 'oldest', limit: 1 }, call);
            return items[0] ?? { id: what.id, author: null, body: { format: 'text', value: '' }, createdAt: '' };
          }),
      }),
  ),
  planted(
    'remove: a removed comment can be neither edited nor reported',
    'accepts a report of a tombstone',
    () =>
      ({ report }) => ({
        report: (discussion, what, call) => report(discussion, what, call).catch(() => undefined),
      }),
  ),
  // In browsers, the test runner itself fails at a rejection that nothing handles.
  ...('window' in globalThis
    ? []
    : [
        planted('remove: reports its actual effect', 'leaves a rejection unhandled', () => ({ remove }) => ({
          remove(discussion, id, call) {
            void Promise.reject(Object.assign(new Error('Nothing catches this'), { name: 'PlantedRejection' }));
            return remove(discussion, id, call);
          },
        })),
      ]),
  planted(
    'permissions: only authors edit their comments',
    'accepts edits by anyone',
    () =>
      ({ edit, get }, person) =>
        person === 'other'
          ? {
              edit: (discussion, what, call) =>
                edit(discussion, what, call).catch(() => get(discussion, what.id, call)),
            }
          : {},
  ),
  planted(
    'permissions: only authors edit their comments',
    'treats a lack of permission as invalid input',
    () =>
      ({ edit }) => ({
        edit: (discussion, what, call) =>
          replaceErrorKind(edit(discussion, what, call), { from: 'forbidden', to: 'invalid' }),
      }),
  ),
  planted(
    'permissions: only authors and moderators remove a comment',
    'accepts removals by anyone',
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
    'permissions: moderators remove any comment',
    'uses the endpoint for authors',
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
  planted('vote: counts and can be undone', 'omits "mine"', () => ({ vote }) => ({
    vote: async (discussion, what, call) => {
      const { mine: _mine, ...votes } = await vote(discussion, what, call);
      return votes;
    },
  })),
  planted('vote: a final vote counts once and cannot change', 'allows withdrawing a vote', () => ({ features }) => ({
    features: { ...features, finalVotes: true },
  })),
  planted(
    'vote: a final vote counts once and cannot change',
    'counts each request',
    () => {
      let requests = 0;
      return ({ vote }) => ({
        vote: async (discussion, what, call) => {
          const votes = await vote(discussion, what, call);
          return { ...votes, up: (votes.up ?? 0) + Number(requests++ > 1) };
        },
      });
    },
    { features: { finalVotes: true } },
  ),
  planted(
    'vote: a downvote replaces an upvote',
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
  planted('vote: repeating a vote counts once', 'increments on each request', () => {
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
  planted('vote: counts never go below zero', 'decrements on each request', () => {
    const voters = new Set<string>();
    return ({ vote }) => ({
      vote: async (discussion, what, call): Promise<Votes> => {
        const votes = await vote(discussion, what, call);
        if (what.value !== 0) voters.add(what.id);
        return what.value === 0 && !voters.has(what.id) ? { ...votes, up: -1 } : votes;
      },
    });
  }),
  planted(
    'vote: "mine" is the viewer’s own vote',
    'returns another person’s vote as "mine"',
    () =>
      ({ list }, person) => ({
        list: (query, call) =>
          mapComments(list(query, call), (comment) =>
            person === 'self' && comment.votes
              ? { ...comment, votes: { ...comment.votes, mine: comment.votes.up ? 1 : 0 } }
              : comment,
          ),
      }),
  ),
  planted('vote: rejects a downvote where only likes exist', 'accepts a downvote', () => ({ vote }) => ({
    vote: async (discussion, what, call) => (what.value === -1 ? { up: 0, mine: -1 } : vote(discussion, what, call)),
  })),
  planted(
    'report: resolves with a receipt or nothing',
    'passes on the response of the backend',
    () =>
      ({ report }) => ({
        report: async (discussion, what, call) => {
          await report(discussion, what, call);
          return true as unknown as { readonly reference: string };
        },
      }),
  ),
  planted('report: repeating it is not an error', 'rejects the second report', () => ({ report }) => ({
    report: async (discussion, what, call) => {
      const receipt = await report(discussion, what, call);
      if (receipt?.alreadyReported) throw new AdapterError('duplicate', 'You have reported this already');
      return receipt;
    },
  })),
  planted('report: repeating it is not an error', 'treats another key as a conflict', () => {
    let first: string | undefined;
    return ({ report }) => ({
      report: async (discussion, what, call) => {
        first ??= what.key;
        if (what.key !== first) throw new AdapterError('conflict', 'There is another report of yours');
        return report(discussion, what, call);
      },
    });
  }),
  planted('report: repeating a key returns the first receipt', 'ignores the key', () => ({ report }) => ({
    report: (discussion, { key: _key, ...what }, call) => report(discussion, what, call),
  })),
  planted('report: repeating a key returns the first receipt', 'creates a reference for each attempt', () => {
    let attempts = 0;
    return ({ report }) => ({
      report: async (discussion, what, call) => {
        await report(discussion, what, call);
        return { reference: `R-${++attempts}` };
      },
    });
  }),
  planted('report: repeating a key returns the first receipt', 'stores each attempt', () => {
    let stored = 0;
    return ({ report, withdrawReport, list }) => ({
      report: async (discussion, what, call) => {
        stored++;
        return report(discussion, what, call);
      },
      withdrawReport: async (discussion, id, call) => {
        stored--;
        await withdrawReport(discussion, id, call);
      },
      list: (query, call) => mapComments(list(query, call), (comment) => ({ ...comment, reported: stored > 0 })),
    });
  }),
  planted(
    'report: accepts every reason it offers',
    'has a column that is too short for the detail',
    () =>
      ({ report }) => ({
        report: async (discussion, what, call) => {
          if ((what.detail ?? '').length > 255)
            throw new AdapterError('unavailable', 'value too long for type character varying(255)');
          return report(discussion, what, call);
        },
      }),
  ),
  planted(
    'report: accepts every reason it offers',
    'offers a reason that the backend rejects',
    () =>
      ({ features }) => ({ features: { ...features, report: { reasons: [{ id: 'rude' }, { id: 'wrong' }] } } }),
    { features: { report: { reasons: [{ id: 'rude' }] } } },
  ),
  planted('report: can be withdrawn', 'resolves without doing anything', () => ({ get }) => ({
    withdrawReport: async (discussion, id, call) => void (await get(discussion, id, call)),
  })),
  planted(
    'notices: a notice is accepted and gets a reference',
    'returns no reference',
    () =>
      ({ report }) => ({
        report: async (discussion, what, call) => void (await report(discussion, what, call)),
      }),
    { features: NOTICES },
  ),
  planted(
    'notices: a notice is accepted and gets a reference',
    'creates a reference for each attempt',
    () => {
      let attempts = 0;
      return ({ report }) => ({
        report: async (discussion, what, call) => {
          await report(discussion, what, call);
          return { reference: `N-${++attempts}` };
        },
      });
    },
    { features: NOTICES },
  ),
  planted(
    'notices: a notice without an explanation is rejected',
    'accepts it',
    () =>
      ({ report }) => ({
        report: (discussion, { notice, ...what }, call) =>
          report(discussion, { ...what, ...(notice && { notice: { ...notice, explanation: 'None' } }) }, call),
      }),
    { features: NOTICES },
  ),
  planted(
    'notices: a notice without a name is rejected if the reason requires one',
    'accepts it',
    () =>
      ({ report }) => ({
        report: (discussion, { notice, ...what }, call) =>
          report(
            discussion,
            { ...what, ...(notice && { notice: { name: '-', email: '-@example.org', ...notice } }) },
            call,
          ),
      }),
    { features: NOTICES },
  ),
  planted(
    'notices: a notice without a name is accepted if the reason is anonymous',
    'requires a name for every reason',
    () =>
      ({ report }) => ({
        report: async (discussion, what, call) => {
          if (what.notice && !what.notice.name) throw new AdapterError('invalid', 'Enter a name', { field: 'name' });
          return report(discussion, what, call);
        },
      }),
    { features: NOTICES },
  ),
  planted('decisions: only the author gets the reasons', 'shows them to everyone', () => ({ list }, person) => ({
    list: (query, call) =>
      mapComments(list(query, call), (comment) =>
        person === 'other' && comment.status === 'hidden'
          ? { ...comment, decision: { measure: 'hidden', ground: 'terms' } }
          : comment,
      ),
  })),
  planted('decisions: only the author gets the reasons', 'hides them from the author', () => ({ list }) => ({
    list: (query, call) => mapComments(list(query, call), ({ decision: _decision, ...comment }) => comment),
  })),
  planted('pin: pins and unpins a comment', 'returns the comment before the change', () => ({ pin }) => ({
    pin: async (discussion, what, call) => ({ ...(await pin(discussion, what, call)), pinned: !what.pinned }),
  })),
  planted(
    'pin: is for moderators only',
    'accepts it from anyone',
    () =>
      ({ pin, get }, person) =>
        person === 'other' ? { pin: (discussion, { id }, call) => get(discussion, id, call) } : { pin },
  ),
  planted(
    'setClosed: closes and reopens the discussion',
    'returns the state before the change',
    () =>
      ({ open, setClosed }) => ({
        setClosed: async (discussion, closed, call) => {
          const before = await open(discussion, call);
          await setClosed(discussion, closed, call);
          return before;
        },
      }),
  ),
  planted(
    'setClosed: requires can.close',
    'accepts it from anyone',
    () =>
      ({ open, setClosed }, person) =>
        person === 'self' ? { setClosed: (discussion, _closed, call) => open(discussion, call) } : { setClosed },
  ),
  planted('closed: open() reports the state', 'returns a time in the future', () => ({ open }) => ({
    open: async (discussion, call) => {
      const info = await open(discussion, call);
      return info.state === 'closed' ? { ...info, closedAt: '2099-01-01T00:00:00Z' } : info;
    },
  })),
  planted('closed: rejects new comments', 'treats it as a lack of permission', () => ({ submit }) => ({
    submit: (draft, call) => replaceErrorKind(submit(draft, call), { from: 'closed', to: 'forbidden' }),
  })),
  planted('closed: rejects edits and votes', 'still allows replies in Comment.can', () => ({ list }) => ({
    list: (query, call) =>
      mapComments(list(query, call), (comment) => ({ ...comment, can: { ...comment.can, reply: true } })),
  })),
  planted('closed: rejects edits and votes', 'treats it as a lack of permission', () => ({ vote }) => ({
    vote: (discussion, what, call) =>
      replaceErrorKind(vote(discussion, what, call), { from: 'closed', to: 'forbidden' }),
  })),
  planted('closed: allows reading and reporting', 'rejects reads', () => ({ open, list }) => ({
    list: async (query, call) => {
      if ((await open(query.discussion, call)).state === 'closed')
        throw new AdapterError('closed', 'The discussion is closed');
      return list(query, call);
    },
  })),
  planted(
    'closed: a retry of a stored comment succeeds',
    'checks the state before the key',
    () =>
      ({ open, submit }) => ({
        submit: async (draft, call) => {
          if ((await open(draft.discussion, call)).state === 'closed')
            throw new AdapterError('closed', 'The discussion is closed');
          return submit(draft, call);
        },
      }),
  ),
  planted('closed: a reopened discussion accepts comments', 'stays closed', () => {
    let wasClosed = false;
    return ({ open, submit }) => ({
      open: async (discussion, call) => {
        const info = await open(discussion, call);
        wasClosed ||= info.state === 'closed';
        return info;
      },
      submit: async (draft, call) => {
        if (wasClosed && (await open(draft.discussion, call)).state === 'open')
          throw new AdapterError('closed', 'It was closed');
        return submit(draft, call);
      },
    });
  }),
];
