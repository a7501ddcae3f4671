import { format, resolveConfig } from 'prettier';
import type { Catalogue } from './catalogue.ts';

const heading = `// Made by \`npm run catalog\` from measured/ and overlay/. Do not edit.
import type { Overlay } from './overlay/described.ts';
`;

/** The source file that the server is built with: each directive is JSON that is read when it is first asked for. */
export async function renderGenerated({ extensions, directives }: Catalogue): Promise<string> {
    const lines = Object.entries(directives).map(
        ([name, directive]) => `${JSON.stringify(name)}: ${JSON.stringify(JSON.stringify(directive))},`,
    );
    const source = `${heading}
/** By extension: the page of the manual, and whose version numbers count. */
export const extensions: Readonly<Record<string, Pick<Overlay, 'versions' | 'page'>>> = ${JSON.stringify(extensions)};

/** By name, in alphabetical order: a \`GeneratedDirective\` as JSON. */
export const directives: Readonly<Record<string, string>> = {
${lines.join('\n')}
};
`;
    return formatted(source);
}

/** The names alone: what both sides tell a php.ini by. */
export async function renderNames({ directives }: Catalogue): Promise<string> {
    return formatted(`// Made by \`npm run catalog\` from measured/ and overlay/. Do not edit.

/** Every directive of the catalogue, in alphabetical order. */
export const directiveNames: readonly string[] = ${JSON.stringify(Object.keys(directives))};
`);
}

async function formatted(source: string): Promise<string> {
    const config = await resolveConfig(import.meta.filename);
    return format(source, { ...config, parser: 'typescript' });
}
