import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { ClusterNode, Environment, Layer } from '../../../client/src/cluster/model/model.ts';
import { defaultTopology } from '../../../client/src/cluster/model/topologyFile.ts';
import type { VerifyOptions } from '../../../client/src/cluster/verify/plan.ts';
import { OWN_SOFTWARE } from '../../../client/src/cluster/software/table.ts';
import type { ForTests } from '../../../client/src/forTests.ts';
import { promptForVerification } from '../../../client/src/commands/verification/verificationQuestions.ts';
import { extensionUnderTest } from './extensionUnderTest.ts';
import { ScriptedDialogs, type Script } from './scriptedDialogs.ts';

function node(layer: Layer, number: number, changes: Partial<ClusterNode> = {}): ClusterNode {
    return {
        id: `asked/${layer}/${number}`,
        environment: 'asked',
        layer,
        software: OWN_SOFTWARE[layer],
        number,
        name: `asked-${layer}-${number}`,
        containerId: `${layer}${number}`,
        image: 'image',
        state: 'running',
        health: 'healthy',
        status: 'healthy',
        statusText: '',
        address: '10.0.0.1',
        port: 80,
        ...changes,
    };
}

const { store, ...topology } = defaultTopology('asked');
const replicated: Environment = {
    name: 'asked',
    kind: 'managed',
    url: 'http://localhost:1',
    topology: { ...topology, store: { ...store, nodes: 2, replicate: true } },
    nodes: [node('application', 1), node('application', 2), node('store', 1), node('store', 2)],
};
const single: Environment = {
    ...replicated,
    topology: { ...topology, store },
    nodes: [node('application', 1), node('application', 2), node('store', 1)],
};
/** Nothing of it runs, so that the engine is not asked where its document root is. */
const adopted: Environment = {
    name: 'asked',
    kind: 'adopted',
    url: 'http://localhost:1',
    nodes: [node('application', 1, { state: 'exited', status: 'stopped' })],
};

describe('the questions of a verification', () => {
    let extension: ForTests;

    before(async () => {
        extension = await extensionUnderTest();
    });

    async function ask(
        environment: Environment,
        script: Script = {},
    ): Promise<{ options: VerifyOptions | undefined; dialogs: ScriptedDialogs }> {
        const dialogs = new ScriptedDialogs({ confirm: ({ actions }) => actions[0], ...script });
        const before = extension.replaceDialogs(dialogs);
        try {
            return { options: await promptForVerification(extension.services, environment), dialogs };
        } finally {
            extension.replaceDialogs(before);
        }
    }

    it('have every fault picked, each with what it does, and leave the choice to each node then', async () => {
        const { options, dialogs } = await ask(replicated);
        assert.deepEqual(options, { sessions: 50 });
        assert.ok(dialogs.offered.some(text => text.includes('Kill the proxy')));
        assert.ok(dialogs.offered.some(text => /^Pause .*answers none for a while/.test(text)));
    });

    it('name every node that fails, and what it meets with', async () => {
        const { dialogs } = await ask(replicated, { pickMany: () => ['Kill', 'Pause'] });
        const question = dialogs.asked.at(-1) ?? '';
        for (const { name } of replicated.nodes) {
            assert.ok(question.includes(name), name);
        }
        assert.match(question, /Each of them meets with: Kill, Pause\./);
        assert.doesNotMatch(question, /memcached node only/);
    });

    it('say that a single store takes the sessions with it, and offer no proxy where there is none', async () => {
        const { dialogs } = await ask(single);
        assert.match(dialogs.asked.at(-1) ?? '', /There is one memcached node only: .* lose all sessions/);
        assert.ok(!dialogs.offered.some(text => text.includes('Kill the proxy')));
    });

    it('can be answered with random faults of some kinds', async () => {
        const { options, dialogs } = await ask(replicated, { pickMany: () => ['Stop', 'Random faults for 60 s'] });
        assert.deepEqual(options, { sessions: 50, faults: ['stop'], durationMs: 60_000, random: {} });
        assert.match(dialogs.asked.at(-1) ?? '', /For 60 s they meet at random with: Stop\./);
    });

    it('keep to the bound of the settings', async () => {
        const settings = vscode.workspace.getConfiguration('phpSessionCluster');
        await settings.update('verify.durationSeconds', 90, vscode.ConfigurationTarget.Global);
        try {
            const { options, dialogs } = await ask(replicated);
            assert.deepEqual(options, { sessions: 50, durationMs: 90_000 });
            assert.match(dialogs.asked.at(-1) ?? '', /No fault begins after 90 s\./);
            assert.ok(dialogs.offered.some(text => text.includes('Random faults for 90 s')));
        } finally {
            await settings.update('verify.durationSeconds', undefined, vscode.ConfigurationTarget.Global);
        }
    });

    it('ask for the document root of a Compose project, and say that a page is written there', async () => {
        const { options, dialogs } = await ask(adopted, { input: () => '/srv/www' });
        assert.equal(options?.documentRoot, '/srv/www');
        assert.match(dialogs.asked[1] ?? '', /^No Apache node of asked runs\. Folder that Apache serves/);
        assert.match(dialogs.asked.at(-1) ?? '', /a page for the requests lies in \/srv\/www on each Apache node/);
        const relative = await ask(adopted, { input: () => 'www' });
        assert.deepEqual(relative.dialogs.refused, ['Enter an absolute path.']);
        assert.equal(relative.options, undefined);
    });

    it('begin nothing where the person leaves', async () => {
        const declined = await ask(replicated, { confirm: () => undefined });
        assert.equal(declined.options, undefined);
        const left = await ask(replicated, { pickMany: () => [] });
        assert.equal(left.options, undefined);
        assert.equal(left.dialogs.asked.length, 1);
    });
});
