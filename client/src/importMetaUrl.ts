import { pathToFileURL } from 'node:url';

/**
 * What `import.meta.url` stands for in a CommonJS bundle; the bundler puts it into those that ask for it, and
 * leaves it out of others, as it is marked to have no effects: making a URL takes milliseconds.
 */
export const importMetaUrl = /* @__PURE__ */ String(/* @__PURE__ */ pathToFileURL(__filename));
