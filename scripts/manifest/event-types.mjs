/** Gives each event its class, the one whose constructor passes the event's name to `super()`, and each class its fields. */
export function eventTypes() {
  /** By the name of the event. */
  const classes = new Map();
  return {
    name: 'event-types',
    analyzePhase({ ts, node, moduleDoc }) {
      if (!ts.isClassDeclaration(node)) return;
      const builder = node.members.find(ts.isConstructorDeclaration);
      const event = builder && nameOfEvent(ts, builder);
      if (event === undefined) return;
      classes.set(event, node.name.text);
      // The analyzer takes no fields from the parameters of a constructor.
      const declaration = moduleDoc.declarations.find(({ name }) => name === node.name.text);
      const fields = builder.parameters
        .filter(({ modifiers = [] }) => modifiers.length > 0)
        .map((one) => field(ts, one));
      declaration.members = [...fields, ...declaration.members];
      declaration.superclass = { name: 'Event', package: 'global:' };
    },
    packageLinkPhase({ customElementsManifest: { modules } }) {
      for (const declaration of modules.flatMap(({ declarations }) => declarations)) {
        // Others are from calls of `dispatchEvent()`, named after a variable or not at all, and listed with their names as well.
        const named = declaration.events?.filter(({ name }) => classes.has(name));
        if (named) declaration.events = named.map((event) => ({ ...event, type: { text: classes.get(event.name) } }));
      }
    },
  };
}

/** The first argument of `super()`. */
function nameOfEvent(ts, { body }) {
  const calls = body.statements.filter(ts.isExpressionStatement).map(({ expression }) => expression);
  return calls.find((call) => call.expression?.kind === ts.SyntaxKind.SuperKeyword)?.arguments[0]?.text;
}

function field(ts, parameter) {
  const [comment] = ts.getJSDocCommentsAndTags(parameter);
  return {
    kind: 'field',
    name: parameter.name.getText(),
    type: { text: parameter.type.getText().replace(/\s+/g, ' ').replace(/^\| /, '') },
    readonly: true,
    ...(comment && { description: ts.getTextOfJSDocComment(comment.comment) }),
  };
}
