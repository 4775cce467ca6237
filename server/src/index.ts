/** What a program that starts the server in its own process uses. */
export { moderationPath, prefix } from './http/app.js';
export { describePortError, run, type Running } from './http/run.js';
export { startServer, type Server, type ServerOverrides } from './http/start-server.js';
export { ConfigError, type Environment, readConfig, type ServerConfig } from './rules/config.js';
export { defaultRules, type HouseRules } from './rules/house-rules.js';
export type { Mail, SendMail } from './rules/mail.js';
export { seed } from './transfer/seed.js';
