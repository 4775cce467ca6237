/** PostgreSQL stores times from 4713 BC on, and `pg` writes years of four digits. */
const [first, last] = [Date.parse('0001-01-01T00:00:00Z'), Date.parse('9999-12-31T23:59:59.999Z')];

/** Whether the database can store a time. False for an invalid one. */
export const isStorableTime = (time: Date): boolean => time.getTime() >= first && time.getTime() <= last;
