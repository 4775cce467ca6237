/** Registers the elements. Importing this file is the only way that the package defines a tag. */
export {};
