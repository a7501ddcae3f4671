import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { root } from '../../support/run/paths.ts';

const Manifest = v.object({ scripts: v.record(v.string(), v.string()) });
const Launch = v.object({
    configurations: v.array(
        v.object({
            name: v.string(),
            program: v.optional(v.string()),
            runtimeExecutable: v.optional(v.string()),
            preLaunchTask: v.optional(v.string()),
        }),
    ),
});
const Tasks = v.object({
    tasks: v.array(
        v.object({
            label: v.string(),
            script: v.optional(v.string()),
            command: v.optional(v.string()),
            problemMatcher: v.unknown(),
        }),
    ),
});
const Matcher = v.object({
    pattern: v.array(v.object({ regexp: v.string() })),
    background: v.object({ beginsPattern: v.string(), endsPattern: v.string() }),
});

function read<Schema extends v.GenericSchema>(file: string, schema: Schema): v.InferOutput<Schema> {
    return v.parse(schema, JSON.parse(readFileSync(join(root, file), 'utf8')));
}

/** A file of the repository; what lies in dist is there after a build. */
function isThere(path: string): boolean {
    const file = path.replace('${workspaceFolder}', root);
    return file.startsWith(join(root, 'dist')) || existsSync(file);
}

describe('what the editor is told in .vscode', () => {
    const { tasks } = read('.vscode/tasks.json', Tasks);

    it('starts programs that there are, after tasks that there are', () => {
        const { configurations } = read('.vscode/launch.json', Launch);
        for (const { name, program, runtimeExecutable, preLaunchTask } of configurations) {
            for (const path of [program, runtimeExecutable]) {
                assert.ok(path === undefined || isThere(path), `${name}: ${path}`);
            }
            const isTask = preLaunchTask === undefined || tasks.some(({ label }) => label === preLaunchTask);
            assert.ok(isTask, `${name}: ${preLaunchTask}`);
        }
    });

    it('runs scripts of package.json and programs that there are', () => {
        const { scripts } = read('package.json', Manifest);
        for (const { label, script, command } of tasks) {
            assert.ok(script === undefined || Object.hasOwn(scripts, script), `${label}: ${script}`);
            assert.ok(command === undefined || isThere(command), `${label}: ${command}`);
        }
    });

    it('knows the lines that the watching build prints', () => {
        const watching = tasks.find(({ label }) => label === 'watch');
        const { pattern, background } = v.parse(Matcher, watching?.problemMatcher);
        const source = readFileSync(join(root, 'tools/watch.ts'), 'utf8');
        const printed = [...source.matchAll(/console\.log\('(.*)'\)/g)].map(([, line = '']) => line);
        for (const wanted of [background.beginsPattern, background.endsPattern]) {
            assert.equal(printed.filter(line => new RegExp(wanted).test(line)).length, 1, wanted);
        }
        const lines = ['✘ [ERROR] Expected ";"', '    client/src/cli.ts:3:7:'];
        assert.deepEqual(
            lines.map((line, index) => new RegExp(pattern[index]?.regexp ?? '').test(line)),
            [true, true],
        );
    });
});
