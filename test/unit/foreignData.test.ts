import assert from 'node:assert/strict';
import fc from 'fast-check';
import { afterEach, describe, it } from 'mocha';
import * as v from 'valibot';
import { parseUpstreams, renderBalancerConfig } from '../../client/src/cluster/balancer/nginxConfig.ts';
import { isOperationError } from '../../client/src/cluster/model/errors.ts';
import { topologyFromLabel, topologyToLabel } from '../../client/src/cluster/model/topologyFile.ts';
import { parseReport, REPORT } from '../../client/src/cluster/report/file.ts';
import { decodePathStat } from '../../client/src/engine/docker/fileStat.ts';
import { toContainerDetails, toContainerSummary } from '../../client/src/engine/docker/mapping.ts';
import { wireContainer, wireContainerDetails } from '../../client/src/engine/docker/wire.ts';
import { byName, fields, figure, ForeignDataError, name, readData, readJson } from '../../client/src/foreignData.ts';
import { isPageMessage, readPageState } from '../../client/src/views/report/messages.ts';
import { anyText, HUGE, spoilt } from '../support/hostile.ts';
import { reportFixture } from '../support/sessions/reports.ts';

/**
 * What the work gives, or undefined where it ends with an error that is as it should be; any other error is the test's.
 */
function unless<Result>(isExpected: (error: unknown) => boolean, work: () => Result): Result | undefined {
    try {
        return work();
    } catch (error) {
        if (!isExpected(error)) {
            throw error;
        }
        return undefined;
    }
}

const isForeign = (error: unknown) => error instanceof ForeignDataError;
const isInvalid = (error: unknown) => isOperationError(error, 'invalid');
const toReport = (value: unknown) => unless(isForeign, () => readData(REPORT, value));

describe("data of another's making", () => {
    afterEach(() => {
        assert.equal(Reflect.get({}, 'polluted'), undefined);
    });

    it('is read as what it is, without what was not asked for', () => {
        const schema = fields({ name, counts: byName(figure), note: v.exactOptional(name) });
        const read = readJson(
            schema,
            '{"name":"a","counts":{"x":1,"__proto__":2,"constructor":3},"__proto__":{},"y":0}',
        );
        assert.deepEqual(read, { name: 'a', counts: { x: 1 } });
        assert.equal(Object.getPrototypeOf(read), Object.prototype);
    });

    it('is refused in one short line that says where and what, and repeats nothing of it', () => {
        const schema = fields({ list: v.array(fields({ word: v.picklist(['a', 'b']), some: byName(name) })) });
        const message = (value: unknown) => {
            try {
                readData(schema, value);
            } catch (error) {
                assert.ok(error instanceof ForeignDataError, String(error));
                return error.message;
            }
            return assert.fail('it was read');
        };
        assert.equal(message(null), 'it is no object');
        assert.equal(message([]), 'it is no object');
        assert.equal(message({}), 'list is missing');
        assert.equal(message({ list: {} }), 'list is no list');
        assert.equal(message({ list: [{ word: HUGE, some: {} }] }), 'list[0].word is none of a, b');
        assert.equal(message({ list: [{ word: 'a', some: { x: 3 } }] }), 'list[0].some.x is no text');
        assert.equal(
            message({ list: [{ word: 'a', some: { x: HUGE } }] }),
            'list[0].some.x is longer than 255 characters',
        );
        assert.ok(message({ list: [{ word: 'a', some: { [`\u001b[31m${HUGE}`]: 3 } }] }).length < 300);
        assert.doesNotMatch(message({ list: [{ word: 'a', some: { 'x\u001b\n': 3 } }] }), /\p{Cc}/u);
    });

    it('never throws anything but the error that is meant for it, whatever the text', () => {
        fc.assert(
            fc.property(anyText, text => {
                unless(isForeign, () => readJson(wireContainer, text));
                unless(isInvalid, () => parseReport(text));
                topologyFromLabel(text);
                parseUpstreams(`# session-cluster ${text}`);
                decodePathStat(Buffer.from(text).toString('base64'));
            }),
        );
    });

    it('never throws, whatever a page sends or has kept', () => {
        fc.assert(
            fc.property(fc.anything({ withNullPrototype: true, withMap: true, withObjectString: true }), value => {
                assert.equal(isPageMessage(value), false);
                assert.equal(readPageState(value), undefined);
                assert.equal(toReport(value), undefined);
            }),
        );
    });

    it('does not get through as a report with anything in it that cannot be there', () => {
        const report = reportFixture({
            applications: 2,
            stores: 1,
            verdictOf: fault => (fault === 'disconnect' ? 'impossible' : 'pass'),
            changes: { seed: 7, weaknesses: [{ code: 'x', what: 'What.', next: 'Next.' }] },
        });
        assert.deepEqual(toReport(report), report);
        fc.assert(
            fc.property(spoilt(report, [HUGE, null, undefined]), value => {
                assert.equal(toReport(value), undefined);
            }),
        );
    });

    it('does not get through as a label, or as the head of a configuration', () => {
        const topology = {
            name: 'shop',
            balancer: { port: 8080, address: '127.0.0.1' },
            application: { nodes: 2, php: '8.4', image: 'a', documentRoot: '/b' },
            store: { nodes: 1, memory: 64, replicate: false },
        };
        assert.deepEqual(topologyFromLabel(topologyToLabel(topology)), topology);
        const config = { upstreams: [{ name: 'a', address: '10.0.0.1', port: 80 }] };
        const rendered = renderBalancerConfig(config.upstreams, { retryNonIdempotent: true, readTimeout: 60 });
        assert.deepEqual(parseUpstreams(rendered), config.upstreams);
        const prefix = rendered.slice(0, rendered.indexOf('{'));
        fc.assert(
            fc.property(spoilt(topology, [HUGE]), spoilt(config, [HUGE, null]), (label, head) => {
                assert.equal(topologyFromLabel(JSON.stringify(label)), undefined);
                assert.equal(parseUpstreams(`${prefix}${JSON.stringify(head)}`), undefined);
            }),
        );
    });

    it("does not get through as an engine's answer", () => {
        const container = {
            Id: 'a',
            Names: ['/b'],
            State: 'running',
            Labels: { c: 'd' },
            Ports: [{ IP: '0.0.0.0', PrivatePort: 80, PublicPort: 8080, Type: 'tcp' }],
            NetworkSettings: { Networks: { e: { NetworkID: 'f', Aliases: ['g'] } } },
        };
        const details = {
            Id: 'a',
            State: { Status: 'running', Health: { Log: [{ Output: 'h' }] } },
            Mounts: [{ RW: true }],
            Config: { Env: ['A=B'], Cmd: ['x'] },
            HostConfig: { PortBindings: { '80/tcp': [{ HostIp: '', HostPort: '8080' }] } },
        };
        assert.equal(toContainerSummary(readData(wireContainer, container)).name, 'b');
        assert.equal(toContainerDetails(readData(wireContainerDetails, details)).healthOutput, 'h');
        fc.assert(
            fc.property(spoilt(container), spoilt(details), (one, other) => {
                assert.throws(() => readData(wireContainer, one), ForeignDataError);
                assert.throws(() => readData(wireContainerDetails, other), ForeignDataError);
            }),
        );
    });
});
