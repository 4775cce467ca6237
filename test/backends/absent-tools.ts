/** Topics of checks that apply to none of these servers, with the reason. */
export const absentTools = {
  orders: 'it has no custom sort orders',
  filters: 'it has no filters',
  notices: 'it accepts no notices of illegal content',
  notify: 'it sends no notifications of replies',
  reasons: 'its moderators give no reasons',
  decisions: 'it gives no statement of reasons',
  approve: 'editors work in its own pages',
  reject: 'editors work in its own pages',
  feature: 'editors work in its own pages',
  hide: 'editors work in its own pages',
  ban: 'editors work in its own pages',
  moderation: 'editors work in its own pages',
  acknowledgeWarning: 'it has no warnings',
} as const;
