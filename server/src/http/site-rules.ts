/** The house rules of a site as JSON. */
import { ConfigError } from '../rules/config.js';
import type { HouseRules } from '../rules/house-rules.js';
import { readContract, type Schema, Validators } from './contract.js';

const ofContract = (name: string): Schema => ({ $ref: `contract#/components/schemas/${name}` });

const count = { type: 'integer', minimum: 0, maximum: 1_000_000 };

// Letters and digits only, in lower case, as texts are compared.
const wordList = { type: 'array', items: { type: 'string', pattern: '^[\\p{Ll}\\p{Lo}\\p{N}]+$' } };

const text = { type: 'string', minLength: 1 };

/** An object with all of these members. */
const whole = (properties: Readonly<Record<string, Schema>>): Schema => ({
  type: 'object',
  required: Object.keys(properties),
  additionalProperties: false,
  properties,
});

/** Limits that protect the process are not among them. */
const schemas = {
  guests: { enum: ['allowed', 'held', 'none'] },
  review: { enum: ['words', 'first-comments', 'everything'] },
  guestBanDays: count,
  editMinutes: count,
  closesAfterDays: count,
  maxPinned: count,
  words: whole({ held: wordList, forbidden: wordList }),
  judge: whole({
    seconds: { type: 'number', exclusiveMinimum: 0, maximum: 30 },
    onFailure: { enum: ['publish', 'hold', 'reject'] },
    failureReason: text,
  }),
  shouting: whole({ share: { type: 'number', minimum: 0, maximum: 1 }, letters: count }),
  offersNotices: { type: 'boolean' },
  reasons: {
    type: 'array',
    minItems: 1,
    items: {
      ...whole({ id: text }),
      properties: { id: text, label: text, form: { enum: ['short', 'notice'] }, anonymous: { type: 'boolean' } },
    },
  },
  decisions: whole({ rules: { type: 'array', items: text }, required: { type: 'boolean' } }),
  redress: {
    type: 'object',
    additionalProperties: false,
    minProperties: 1,
    properties: { message: text, href: { type: 'string', pattern: '^(https?://|mailto:)' } },
  },
  policy: {
    type: 'object',
    additionalProperties: false,
    properties: { body: ofContract('Body'), url: { type: 'string', pattern: '^https?://' } },
  },
} as const satisfies Partial<Record<keyof HouseRules, Schema>>;

export interface RulesPlace {
  /** Where the rules are, for messages. */
  readonly place: string;
  /** What they leave out. */
  readonly defaults: HouseRules;
}

/** Throws a `ConfigError`. */
export function readRules(changes: Readonly<Record<string, unknown>>, { place, defaults }: RulesPlace): HouseRules {
  const validators = new Validators(readContract());
  for (const [name, value] of Object.entries(changes)) {
    if (!Object.hasOwn(schemas, name))
      throw new ConfigError(`${place} has no rule "${name}". Use one of: ${Object.keys(schemas).join(', ')}.`);
    const validate = validators.json(schemas[name as keyof typeof schemas]);
    if (validate(value)) continue;
    const [{ instancePath = '', message = 'is not valid', params = {} } = {}] = validate.errors ?? [];
    const at = [place, name, ...instancePath.split('/').slice(1)].join(' › ');
    const allowed = 'allowedValues' in params ? `: ${(params['allowedValues'] as readonly string[]).join(', ')}` : '';
    throw new ConfigError(
      `${at} is ${shown(value, instancePath)}. It ${message}${allowed}. The README of article-comments-server lists the rules.`,
    );
  }
  return { ...defaults, ...changes };
}

/** The value at a JSON pointer. */
function shown(value: unknown, pointer: string): string {
  const found = pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((one, key) => (one as Readonly<Record<string, unknown>>)[key], value);
  const json = JSON.stringify(found);
  return json.length > 80 ? `${json.slice(0, 80)}…` : json;
}
