/**
 * What a reader can ask of a section by pressing something in it, by type: what is needed to carry it out. The feature that does declares it.
 * What a form's own buttons do is carried out by the form.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- Declarations of the same name are merged.
export interface Commands {}

/** `Section.run` carries it out. */
export type Command = { readonly [Type in keyof Commands]: { readonly type: Type } & Commands[Type] }[keyof Commands];

/** The command of one type. */
export type CommandOf<Type extends Command['type']> = Extract<Command, { readonly type: Type }>;
