/** Leaves out what nobody outside of the package can reach: private members, and classes that only an element extends. */
export function publicMembers() {
  const isPublic = ({ name, privacy = 'public' }) => privacy === 'public' && !name.startsWith('#');
  return {
    name: 'public-members',
    packageLinkPhase({ customElementsManifest }) {
      const elements = customElementsManifest.modules.flatMap(({ declarations }) => declarations);
      for (const element of elements.filter(({ members }) => members)) {
        element.members = element.members.filter(isPublic).map((member) => ({ privacy: 'public', ...member }));
        for (const kind of ['members', 'attributes', 'events', 'slots', 'cssParts', 'cssProperties'])
          for (const one of element[kind] ?? []) delete one.inheritedFrom;
      }
      // A module of types has no file in the build. Editors look for names, and `*` is none.
      for (const module of customElementsManifest.modules)
        module.exports = module.exports.filter(({ name }) => name !== '*');
      // The element has taken over what they declare.
      customElementsManifest.modules = customElementsManifest.modules.filter(
        ({ path }) => path !== 'src/elements/properties.ts',
      );
    },
  };
}
