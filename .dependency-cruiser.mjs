// The walls between the rooms: who may import whom. docs/architecture.md says what each room is for;
// test/unit/house/walls.test.ts shows that each wall holds. `npm run check` asks for them, and so does `npx depcruise
// client server test tools`.

/** Each floor may import those below it, not those above, and rooms of one floor do not know each other. */
const floors = {
    'client/src': [
        ['commands'],
        ['views', 'language'],
        ['documents'],
        ['workbench', 'terminal'],
        ['cluster'],
        ['engine'],
    ],
    'client/src/cluster': [
        ['verify'],
        // What a verification found, in plain data and words; how it was found is not its matter.
        ['report'],
        ['scale'],
        ['apply', 'facts'],
        ['provision', 'lifecycle'],
        ['balancer', 'stores', 'images'],
        ['environments', 'node'],
        ['model'],
    ],
    'server/src': [['server', 'lint'], ['service'], ['rules'], ['model'], ['embedded'], ['catalog'], ['phpIni']],
};

/** What begins a program, and what puts its parts together. */
const entries =
    '^client/src/(extension|forTests|cli|importMetaUrl|views/report/page/page)[.]ts$|^server/src/(server|lint)/main[.]ts$';
/**
 * Names of packages, wherever they are found: below node_modules, as types alone, or not at all, as the editor's own
 * module.
 */
const editor = packages('vscode', 'vscode-languageclient');
const dockerClient = packages('dockerode', 'docker-modem');
const languageProtocol = packages(
    'vscode-languageserver',
    'vscode-languageserver-textdocument',
    'vscode-languageclient',
);

/** @param {string[]} names */
function packages(...names) {
    return `(^|/)(@types/)?(${names.join('|')})(/|$)`;
}

/**
 * @param {string} name
 * @param {string} comment why
 * @param {import('dependency-cruiser').IForbiddenRuleType['from']} from
 * @param {import('dependency-cruiser').IForbiddenRuleType['to']} to
 * @returns {import('dependency-cruiser').IForbiddenRuleType}
 */
function wall(name, comment, from, to) {
    return { name, comment, severity: 'error', from, to };
}

const betweenRooms = Object.entries(floors).flatMap(([house, stack]) =>
    stack.flatMap((rooms, floor) => {
        const below = stack.slice(floor + 1).flat();
        const forbidden = stack.flat().filter(room => !below.includes(room));
        return rooms
            .map(room => ({ room, others: forbidden.filter(other => other !== room) }))
            .filter(({ others }) => others.length > 0)
            .map(({ room, others }) =>
                wall(
                    `${house}/${room}`,
                    below.length === 0
                        ? 'It is the lowest room.'
                        : `Of its neighbours it may import ${below.join(', ')}.`,
                    { path: `^${house}/${room}/` },
                    { path: `^${house}/(${others.join('|')})/` },
                ),
            );
    }),
);

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
    forbidden: [
        wall('no-circle', 'Files that need each other are one file, or lack a third one.', {}, { circular: true }),
        wall(
            'nothing-unused',
            'No program reaches this file, nor does the generator of the catalogue. Tests alone are no reason for it to be there.',
            { path: [entries, '^tools/catalog/main[.]ts$'] },
            { path: '^(client|server)/src/', pathNot: entries, reachable: false },
        ),
        wall(
            'room-of-its-own',
            'A room is on a floor: a new one is entered in .dependency-cruiser.mjs.',
            {},
            {
                path: Object.keys(floors).map(house => `^${house}/[^/]+/`),
                pathNot: Object.entries(floors).map(([house, stack]) => `^${house}/(${stack.flat().join('|')})/`),
            },
        ),
        wall(
            'client-and-server',
            'What both sides know of php.ini is server/src/phpIni; the rest of the server is a program of its own.',
            { path: '^client/' },
            { path: '^server/', pathNot: '^server/src/phpIni/' },
        ),
        wall(
            'server-and-client',
            'The server works without this extension.',
            { path: '^server/' },
            { path: '^client/' },
        ),
        wall(
            'no-test-in-the-product',
            'What is delivered needs nothing of what tests it or makes its data.',
            { path: '^(client|server)/' },
            { path: '^(test|tools)/' },
        ),
        wall(
            'no-editor',
            'The same operations serve the editor, the command line and the tests; the server serves any editor.',
            { path: '^(server/|client/src/(cluster|engine|terminal)/|client/src/cli[.]ts)' },
            { path: editor },
        ),
        wall(
            'dockerode-in-the-adapter',
            'client/src/engine/docker is the only place that knows how Docker is spoken to.',
            { path: '^(client|server)/', pathNot: '^client/src/engine/docker/' },
            { path: dockerClient },
        ),
        wall(
            'adapter-behind-its-door',
            'Engines are opened by client/src/engine/connect.ts.',
            { path: '^client/', pathNot: '^client/src/engine/(docker/|connect[.]ts$)' },
            { path: '^client/src/engine/docker/' },
        ),
        wall(
            'adapter-is-lazy',
            'Whoever opens a php.ini does not wait for dockerode: `await import()` alone loads the adapter.',
            { path: '^client/src/engine/connect[.]ts$' },
            { path: '^client/src/engine/docker/', dependencyTypesNot: ['dynamic-import', 'type-only'] },
        ),
        wall(
            'views-never-call-the-engine',
            'They show what the store of environments holds. What kind of failure the engine answered with (errors.ts) is shown, too.',
            { path: '^client/src/views/' },
            { path: '^client/src/engine/', pathNot: '^client/src/engine/errors[.]ts$' },
        ),
        wall(
            'rules-know-no-protocol',
            'Rules, catalogue and syntax give plain data with offsets; service/ makes the protocol of it.',
            { path: '^server/src/(rules|catalog|phpIni)/' },
            { path: languageProtocol },
        ),
        wall(
            'below-the-rooms',
            'What lies beside the rooms is used by all of them.',
            { path: '^client/src/[^/]+[.]ts$', pathNot: entries },
            { path: ['^client/src/[^/]+/', '^server/'] },
        ),
        wall(
            'family-of-rules',
            'What two families of rules need is in support/, which knows none of them.',
            { path: '^server/src/rules/([^/]+)/' },
            { path: '^server/src/rules/[^/]+/', pathNot: '^server/src/rules/($1|support)/' },
        ),
        ...betweenRooms,
    ],
    options: {
        doNotFollow: { path: 'node_modules' },
        // `import 'esbuild'` is the package, and not this file beside tsconfig.json, which the resolver takes it for.
        exclude: '^esbuild[.]mts$',
        // Imports of types are arrows, too.
        tsPreCompilationDeps: true,
        tsConfig: { fileName: 'tsconfig.json' },
        enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'types'] },
    },
};
