import { embeddedContexts } from '../../../server/src/model/embeddedContexts.ts';
import { checkDocument } from '../../../server/src/service/ruleDiagnostics.ts';

/** What the language server makes of a line that sets one directive. */
export interface Reading {
    /** Undefined where nothing is set, or the value is not known from the file. */
    readonly value: string | undefined;
    readonly codes: readonly string[];
    /** The words of what is said. */
    readonly said: string;
}

export function readAs(uri: string, text: string, name: string, phpVersion: string): Reading {
    const contexts = embeddedContexts(text, { uri, facts: { environments: [] }, phpVersion }) ?? [];
    const values = contexts.flatMap(context => context.effective(name)?.value ?? []);
    const found = contexts.flatMap(context =>
        checkDocument(context, {
            onFailure: (rule, error) => {
                throw new Error(rule.code, { cause: error });
            },
        }),
    );
    return {
        value: values.at(0),
        codes: found.map(({ rule }) => rule.code),
        said: found.map(({ diagnostic }) => diagnostic.message).join(' '),
    };
}

/** Prints what PHP has for a directive, marked, so that a page of an error is told from it. */
export const PAGE = `<?php echo '[[', json_encode(ini_get($_GET['name'] ?? '')), ']]', "\\n";`;

/** What the page said; undefined for anything else. */
export function heldIn(line: string): string | false | undefined {
    const found = /^\[\[(.*)\]\]$/.exec(line)?.[1];
    return found === undefined ? undefined : (JSON.parse(found) as string | false);
}
