/** Checks of what none of these servers has, with the reason. */
export const absentTools = {
  orders: 'it has no orders of its own',
  filters: 'it has no selections of comments',
  notices: 'it takes no notices of illegal content',
  notify: 'it offers no messages about replies',
  decisions: 'it gives no statement of reasons',
  approve: 'editors work in its own pages',
  reject: 'editors work in its own pages',
  feature: 'editors work in its own pages',
  hide: 'editors work in its own pages',
  ban: 'editors work in its own pages',
  moderation: 'editors work in its own pages',
  acknowledgeWarning: 'it has no warnings',
} as const;
