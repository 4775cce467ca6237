/**
 * The attributes, properties and listeners of the tags, derived from the elements and the event map. The other files of this folder
 * declare them for the type checker of each framework.
 */
import type { LitElement } from 'lit';
// Adds the events to the event map.
import type {} from '../elements/events.js';

/** Names of an element's own public properties, without methods. */
type SettingName<Element> = {
  [Name in Exclude<keyof Element, keyof LitElement>]: Element[Name] extends (...parameters: never) => unknown
    ? never
    : Name;
}[Exclude<keyof Element, keyof LitElement>] &
  string;

/** The settings of an element as properties. */
export type Settings<Element> = { [Name in SettingName<Element>]?: Element[Name] | undefined };

/** `page-size` for `pageSize`. */
type Kebab<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${Kebab<Rest>}`
  : '';

/** The settings whose attribute name differs from the property name, as attributes. */
export type AttributeSettings<Element> = {
  [Name in SettingName<Element> as Exclude<Kebab<Name>, Name>]?:
    Element[Name] | `${Element[Name] & number}` | undefined;
};

/** A Boolean attribute is `true` or omitted. Astro renders `closed={false}` as `closed="false"`, which closes the discussion. */
type AttributeValue<Value> = Value extends boolean ? Value & true : Value extends number ? Value | `${Value}` : Value;

/** The settings that are attributes, for templates that set no properties. */
export type Attributes<Element> = {
  [
    Name in SettingName<Element> as NonNullable<Element[Name]> extends string | number | boolean ? Kebab<Name> : never
  ]?: AttributeValue<Element[Name]> | undefined;
};

/** Names of the public events. */
export type CommentsEventName = Extract<keyof GlobalEventHandlersEventMap, `comments-${string}`>;

type Listener<Name extends CommentsEventName> = (event: GlobalEventHandlersEventMap[Name]) => void;

/** A listener for each event: `oncomments-submit` with the prefix `on`. */
export type Listeners<Prefix extends string> = {
  [Name in CommentsEventName as `${Prefix}${Name}`]?: Listener<Name> | undefined;
};

/** `CommentsSubmit` for `comments-submit`. */
export type Pascal<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${Pascal<Rest>}`
  : Capitalize<Name>;

/** A listener for each event in camel case: `onCommentsSubmit`. */
export type CamelListeners = {
  [Name in CommentsEventName as `on${Pascal<Name>}`]?: Listener<Name> | undefined;
};
