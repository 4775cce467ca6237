/** Checks values of a response without the schema, which is loaded only to repair and explain a wrong one. */
import type { Call } from '../../model/adapter.js';

/** The values that members may have, as JSON, by name. */
export type Patterns = Readonly<Record<string, RegExp>>;

export const FLAG = /^(true|false)$/;
export const COUNT = /^\d{1,15}$/;
export const TEXT = /^"/;

/** The members that the patterns name and accept. */
export function validMembers(value: unknown, patterns: Patterns): Readonly<Record<string, unknown>> {
  const source = Object(value) as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(patterns)
      .filter(([name, pattern]) => pattern.test(JSON.stringify(source[name])))
      .map(([name]) => [name, source[name]]),
  );
}

/**
 * What members may be that the section relies on, as JSON, and what replaces a word that a later version of the contract may have. The first
 * pattern is for the name of a member behind the name of its object or list, as in `can.vote`. Of an object, only the names of its members are
 * tested. The quick check of the section tests the rest.
 */
const MEMBERS: readonly (readonly [names: RegExp, valid: RegExp, fallback?: string])[] = [
  [/\.status$/, /^"(visible|pending|rejected|deleted|hidden)"$/, 'hidden'],
  [/^info\.state$/, /^"(open|closed|disabled|missing)"$/, 'disabled'],
  [
    /^can\.|\.(pinned|featured|reported|truncated|moderator|required|neverShown|premoderated|alreadyReported|automated\w*)$/,
    FLAG,
  ],
  [/\.(score|mine)$/, /^-?\d{1,15}$/],
  [/^(preceding|votes)\.|\.(total|min)$|^max\.value$/, COUNT],
  [/(At|ntil|\.now)$/, /^"\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)"$/i],
  [/^badges\.\d/, /^("(author|moderator|staff|verified|guest)"|{(?=.*\bid\b).*\blabel\b)/],
  [/\.(measure|ground)$/, /^"(removed|hidden|rejected|kept|banned|law|terms)"$/],
  [/\.(rules|badges)$/, /^\[/],
  [/\.(replyTo|author)$/, /^{.*\bname\b/],
  [/\.max$|^(info\.message|policy\.body)$/, /^{.*\bvalue\b/],
  [/\.warning$/, /^{(?=.*\bid\b).*\bmessage\b/],
  [/\.decision$/, /^{(?=.*\bground\b).*\bmeasure\b/],
  [/\.refusal$/, /^{.*\breason\b/],
  [/\.(votes|viewer|posting|ban)$|^guest\./, /^{/],
  [/\.(\w*[iI]d|next)$/, /^"[^"]/],
  [/\.(name|value|source|revision|by|reason|\w*[mM]essage|label)$/, TEXT],
];

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** What a member is, for its pattern. */
function summaryOf(member: unknown): string {
  if (Array.isArray(member)) return '[';
  return isObject(member) ? `{${Object.keys(member).join(' ')}` : JSON.stringify(member);
}

/**
 * Tidies an object or a list: removes members that are null, which many serializers write instead of leaving them out, and replaces unknown
 * words. Returns whether all members are what the contract allows.
 *
 * @param owner What it is, such as `comment`.
 * @param drops Whether wrong members of objects are removed as well.
 */
export function tidy(value: object, owner: string, drops = false): boolean {
  const isList = Array.isArray(value);
  let isSound = true;
  for (const [name, member] of Object.entries(value) as [string, unknown][]) {
    const path = `${owner}.${name}`;
    const [, valid, fallback] = MEMBERS.find(([names]) => names.test(path)) ?? [];
    const isWhole = !isObject(member) || tidy(member, isList ? owner : name, drops);
    const isRight = isWhole && (!valid || valid.test(summaryOf(member)));
    if (!isRight && fallback && typeof member === 'string') Reflect.set(value, name, fallback);
    else if (!isList && (member === null || (drops && !isRight))) Reflect.deleteProperty(value, name);
    else isSound &&= isRight;
  }
  return isSound;
}

/** Tidies a response. If a member is not what the contract allows, the caller is asked to check the response in full. */
export function passOn<T>(response: T, name: string, { note }: Pick<Call, 'note'>): T {
  if (isObject(response) && !tidy(response, name)) note?.('');
  return response;
}
