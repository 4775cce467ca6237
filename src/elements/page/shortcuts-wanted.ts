import { recall } from './preferences.js';

/** Whether the reader has not switched the shortcuts off. */
export const areShortcutsWanted = (): boolean => recall('shortcuts', (stored) => typeof stored === 'boolean') ?? true;
