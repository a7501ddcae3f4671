import { defineConfig } from 'eslint/config';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

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
    {
        files: ['client/src/**'],
        rules: {
            'no-restricted-syntax': [
                'error',
                {
                    // `sh -c TEXT`, `php … -r TEXT`, where the text does not come from a call.
                    selector:
                        'Literal[value=/^(ba)?sh$/] + Literal[value="-c"], Literal[value="-r"] + :not(CallExpression)',
                    message: 'What runs inside a node is a file of its own in client/images/scripts (scriptCommand).',
                },
            ],
        },
    },
    {
        // That a text costs a regular expression more than its length is seen here only: what it tries again is in no
        // count of test/cost/.
        files: ['client/**', 'server/**'],
        plugins: { regexp },
        rules: { 'regexp/no-super-linear-backtracking': 'error', 'regexp/no-super-linear-move': 'error' },
    },
    {
        files: ['test/**', 'tools/**', '*.mts'],
        rules: {
            'no-console': 'off',
            '@typescript-eslint/no-non-null-assertion': 'off',
        },
    },
);
