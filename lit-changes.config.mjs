import { element } from './lit-element.config.mjs';
import { template } from './lit-template.config.mjs';

/** Sheets are made of literal text only, each literal is evaluated once, and the browser can construct them. */
const styles = `export const css = ([cssText]) => {
  const styleSheet = new CSSStyleSheet();
  styleSheet.replaceSync(cssText);
  return { cssText, styleSheet };
};
export const adoptStyles = (renderRoot, styles) => {
  renderRoot.adoptedStyleSheets = styles.map((one) => one.styleSheet ?? one);
};
`;

const end = '//# sourceMappingURL=';

/** Of each file of lit: what it says of its version, and passages from one piece of the code up to another, with what takes their place. */
export const files = {
  'lit-html/development/lit-html.js': {
    version: "(global.litHtmlVersions ??= []).push('3.3.3');",
    passages: [['const DEV_MODE = true;', end, template]],
  },
  '@lit/reactive-element/development/css-tag.js': { passages: [['const NODE_MODE = false;', end, styles]] },
  '@lit/reactive-element/development/reactive-element.js': {
    version: "(global.reactiveElementVersions ??= []).push('2.1.2');",
    passages: [
      [
        'import { getCompatibleStyle,',
        end,
        `import { adoptStyles } from './css-tag.js';\nimport { render } from 'lit-html';\nexport * from './css-tag.js';\n${element}`,
      ],
    ],
  },
  'lit-element/development/lit-element.js': {
    version: "(global.litElementVersions ??= []).push('4.2.2');",
    passages: [
      [
        "import { ReactiveElement } from '@lit",
        "export * from '@lit",
        "export { ReactiveElement as LitElement } from '@lit/reactive-element';\n",
      ],
      ['/*\n * When using Closure Compiler', end, ''],
    ],
  },
};
