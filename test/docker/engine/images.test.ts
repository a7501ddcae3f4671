import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import type { DockerEngine } from '../../../client/src/engine/docker/dockerEngine.ts';
import type { ImageBuild } from '../../../client/src/engine/engine.ts';
import { engineError, IMAGE, LABEL, LABELS, Leftovers, openRealEngine, run, unique } from './fixture.ts';

describe('engine: images', () => {
    const leftovers = new Leftovers();
    let engine: DockerEngine;

    before(async () => {
        engine = await openRealEngine();
    });

    after(async () => {
        await leftovers.remove();
        engine.dispose();
    });

    function build(dockerfile: string, changes: Partial<ImageBuild> = {}): ImageBuild {
        return {
            tag: `${unique('image')}:test`,
            labels: LABELS,
            files: [{ path: 'Dockerfile', bytes: Buffer.from(dockerfile), mode: 0o644 }],
            onProgress: () => undefined,
            ...changes,
        };
    }

    it('builds from files in memory, with their modes, arguments and labels', async () => {
        const lines: string[] = [];
        const script = Buffer.from('#!/bin/sh\necho from the image\n');
        const description = build(`FROM ${IMAGE}\nARG WORD\nCOPY folder/run.sh /run.sh\nRUN echo "said $WORD"`, {
            buildArguments: { WORD: 'word' },
            onProgress: line => lines.push(line),
        });
        const files = [...description.files, { path: 'folder/run.sh', bytes: script, mode: 0o755 }];
        await engine.buildImage({ ...description, files });
        leftovers.add(() => engine.removeImage(description.tag));
        assert.ok(lines.some(line => /^Step 1\/\d+ : FROM debian:trixie-slim$/.test(line)));
        assert.ok(lines.includes('said word'));

        const found = await engine.findImage(description.tag);
        assert.deepEqual(found?.tags, [description.tag]);
        assert.equal(found.labels[LABEL], 'engine');
        assert.ok(found.size > 1_000_000);
        const listed = await engine.listImages({ labels: [`${LABEL}=engine`] });
        assert.ok(listed.some(({ id }) => id === found.id));

        const own = new Leftovers();
        try {
            const id = await run(engine, own, { image: description.tag });
            const { stdout } = await engine.exec(id, ['/run.sh']);
            assert.equal(stdout.toString(), 'from the image\n');
        } finally {
            await own.remove();
        }
    });

    it('shows the last lines of a build that failed', async () => {
        const description = build(`FROM ${IMAGE}\nRUN echo almost; echo broken >&2; exit 9`);
        await assert.rejects(
            engine.buildImage(description),
            engineError('buildFailed', /non-zero code: 9/, /last lines of its output:[^]*almost[^]*broken/),
        );
        assert.equal(await engine.findImage(description.tag), undefined);
        await assert.rejects(engine.buildImage(build('FORM x')), engineError('buildFailed', /FORM/));
    });

    it('says which base image is missing where no registry has it', async () => {
        // A name below a host that does not exist: no registry can have it, wherever this runs.
        const base = 'registry.invalid/psc-enginetest/base:1';
        await assert.rejects(
            engine.buildImage(build(`FROM ${base}\nRUN true`)),
            engineError('buildFailed', new RegExp(`base image ${base} is not there`), /docker pull/),
        );
        await assert.rejects(
            engine.pullImage(base, () => undefined),
            engineError('failed', new RegExp(`Image ${base} could not be pulled`), /registry/),
        );
    });

    it('stops building when cancelled', async () => {
        const cancel = new AbortController();
        const description = build(`FROM ${IMAGE}\nRUN echo begun; sleep 3600`, {
            onProgress: line => {
                if (line === 'begun') {
                    cancel.abort();
                }
            },
        });
        await assert.rejects(engine.buildImage(description, cancel.signal), engineError('cancelled', /unchanged/));
        assert.equal(await engine.findImage(description.tag), undefined);
    });

    it('knows what is not there', async () => {
        assert.equal(await engine.findImage('psc-enginetest/none:1'), undefined);
        await assert.rejects(engine.removeImage('psc-enginetest/none:1'), engineError('notFound', /still there/));
        assert.ok((await engine.findImage(IMAGE))?.tags.includes(IMAGE));
    });
});
