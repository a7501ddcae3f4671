import type { CodeLens, Command } from 'vscode-languageserver';
import type { DocumentContext } from '../model/documentContext.ts';
import { type ApplicationNodeFacts, CLIENT_COMMANDS, type EnvironmentFacts } from '../phpIni/protocol.ts';
import { mayBe } from '../phpIni/masked.ts';
import { counted } from './values/words.ts';

/** More environments than these are chosen from in the command itself. */
const MAX_ENVIRONMENTS = 3;

/** Above the first line: what can be done with the whole file. */
export function codeLenses(context: DocumentContext): CodeLens[] {
    const commands = context.facts.node ? onNode(context, context.facts.node) : onMachine(context);
    const start = { line: 0, character: 0 };
    return commands.map(command => ({ range: { start, end: start }, command }));
}

function onNode(context: DocumentContext, node: ApplicationNodeFacts): Command[] {
    const { environment } = context.facts;
    const others = environment?.applications.filter(other => other.node !== node.node) ?? [];
    return [apply(`Apply to ${counted(others.length + 1, 'node')}`, [context.uri]), ...differences(context, others)];
}

/** Where one node differs, that is the one to look at; of several the person chooses. */
function differences(context: DocumentContext, others: readonly ApplicationNodeFacts[]): Command[] {
    const { uri, facts } = context;
    const different = others.filter(other => {
        const text = textOn(other, facts.path ?? '');
        return text !== undefined && !mayBe(text, context.document.text);
    });
    const [first] = different;
    if (!first) {
        return [];
    }
    const command = CLIENT_COMMANDS.compareWithNode;
    return different.length === 1
        ? [{ title: `${first.node} differs`, command, arguments: [uri, first.node] }]
        : [{ title: `${counted(different.length, 'node')} differ`, command, arguments: [uri] }];
}

/** What the node has under the path, passwords masked; undefined where that is not known. */
function textOn({ php }: ApplicationNodeFacts, path: string): string | undefined {
    const { files = {}, links = {} } = php ?? {};
    const link = Object.keys(links).find(one => links[one] === path);
    const known = Object.hasOwn(files, path) ? path : link;
    return known !== undefined && Object.hasOwn(files, known) ? files[known] : undefined;
}

/** Only a main php.ini takes the place of the nodes' own. */
function onMachine({ uri, facts: { environments } }: DocumentContext): Command[] {
    const suitable = environments.filter(({ applications }) => applications.length > 0);
    if (!isMainFile(uri) || suitable.length === 0) {
        return [];
    }
    return suitable.length > MAX_ENVIRONMENTS
        ? [apply('Apply to an environment', [uri])]
        : suitable.map(environment => apply(applyTitle(environment), [uri, environment.name]));
}

function isMainFile(uri: string): boolean {
    return /^file:/i.test(uri) && /\/php(?:-[A-Za-z0-9]+)?\.ini[^/]*$/i.test(uri);
}

function applyTitle({ name, applications }: EnvironmentFacts): string {
    return `Apply to ${counted(applications.length, 'node')} of ${name}`;
}

function apply(title: string, argument: readonly string[]): Command {
    return { title, command: CLIENT_COMMANDS.applyToAllApplicationNodes, arguments: [...argument] };
}
