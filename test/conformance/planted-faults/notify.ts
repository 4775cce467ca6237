import { AdapterError } from '../../../src/model/adapter.js';
import { planted } from './planted-fault.js';

const EITHER_CHOICE = 'notify: accepts both true and false';

export const notifyFaults = [
  planted(
    EITHER_CHOICE,
    'passes on a field that its backend does not know',
    () =>
      ({ submit }) => ({
        submit: async (draft, call) => {
          if (draft.notify !== undefined) throw new AdapterError('invalid', 'Unknown field "notify".');
          return submit(draft, call);
        },
      }),
    { posting: { notify: 'off' } },
  ),
  planted(
    EITHER_CHOICE,
    'rejects comments without notifications',
    () =>
      ({ submit }) => ({
        submit: async (draft, call) => (draft.notify === false ? { outcome: 'rejected' } : submit(draft, call)),
      }),
    { posting: { notify: 'on' } },
  ),
  planted(EITHER_CHOICE, 'passes on the backend’s own value', () => ({ open }) => ({
    open: async (discussion, call) => {
      const { posting, ...info } = await open(discussion, call);
      return { ...info, posting: { ...posting, notify: true as unknown as 'on' } };
    },
  })),
];
