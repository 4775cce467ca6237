/** Path of the pages that tell senders what was decided. Below that of the API, so that a proxy passes it on. */
export const statusPages = '/api/notices';

export const statusPath = (token: string): string => `${statusPages}/${token}`;
