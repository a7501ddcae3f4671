import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * A wall between rooms: these folders must not import those modules.
 * @param {string[]} files
 * @param {{ group: string[]; message: string }[]} groups
 * @returns {import('eslint').Linter.Config}
 */
function wall(files, groups) {
    return { files, rules: { 'no-restricted-imports': ['error', { patterns: groups }] } };
}

const noVscode = {
    group: ['vscode', 'vscode-languageclient', 'vscode-languageclient/*'],
    message: 'This room knows no editor.',
};
const noDockerode = {
    group: ['dockerode', 'docker-modem'],
    message: 'Only client/src/engine/docker imports dockerode.',
};
const noClient = { group: ['**/client/**'], message: 'The server knows nothing of the client.' };
const adapterIsLazy = {
    group: ['**/engine/docker/*', './docker/*'],
    message: 'The adapter is loaded lazily, by client/src/engine/connect.ts.',
};

export default defineConfig(
    { ignores: ['dist/', 'node_modules/', '.cache/', '.vscode-test/', 'media/', '*.mjs'] },
    tseslint.configs.strictTypeChecked,
    tseslint.configs.stylisticTypeChecked,
    {
        languageOptions: { parserOptions: { projectService: true } },
        rules: {
            curly: 'error',
            eqeqeq: 'error',
            'no-console': 'error',
            'object-shorthand': 'error',
            '@typescript-eslint/consistent-type-imports': 'error',
            '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
            '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
            '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
        },
    },
    wall(['client/src/**'], [noDockerode]),
    wall(
        ['client/src/cluster/**', 'client/src/engine/**', 'client/src/terminal/**', 'client/src/cli.ts'],
        [noVscode, noDockerode],
    ),
    wall(['client/src/engine/docker/**'], [noVscode]),
    wall(['server/**'], [noVscode, noDockerode, noClient]),
    {
        // Static imports only: `await import()` in connect.ts is how the adapter is meant to be loaded.
        files: ['client/src/**'],
        ignores: ['client/src/engine/docker/**'],
        rules: {
            'no-restricted-syntax': [
                'error',
                {
                    selector: 'ImportDeclaration[source.value=/engine\\/docker\\/|^dockerode$/][importKind!="type"]',
                    message: adapterIsLazy.message,
                },
            ],
        },
    },
    {
        files: ['test/**', 'tools/**', '*.mts'],
        rules: {
            'no-console': 'off',
            '@typescript-eslint/no-non-null-assertion': 'off',
        },
    },
);
