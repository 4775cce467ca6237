import { randomUUID } from 'node:crypto';
import type { Report, ReportNotice } from '../../src/model/adapter.js';

/** A report with a notice of illegal content. `change`: members of the notice, which may be invalid. */
export const noticeReport = (
  change: Readonly<Partial<Record<keyof ReportNotice, unknown>>> = {},
): Omit<Report, 'id' | 'notice'> & { readonly key: string; readonly notice: unknown } => ({
  reason: 'illegal',
  key: randomUUID(),
  notice: {
    explanation: 'It calls for violence against a neighbour.',
    law: 'Criminal Code, section 111',
    urls: ['https://news.example/article#comment-1'],
    name: 'Nora Notifier',
    email: 'nora@mail.example',
    goodFaith: true,
    ...change,
  },
});
