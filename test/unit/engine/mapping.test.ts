import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { toCreateOptions } from '../../../client/src/engine/docker/containerOptions.ts';
import { decodePathStat, typeOfGoMode } from '../../../client/src/engine/docker/fileStat.ts';
import {
    healthOfStatus,
    toCommandLines,
    toContainerDetails,
    toContainerSummary,
    toImageSummary,
    toNetworkSummary,
    toState,
} from '../../../client/src/engine/docker/mapping.ts';

describe('engine mapping', () => {
    it('reads health from the text of a list', () => {
        assert.equal(healthOfStatus('Up 3 minutes (healthy)'), 'healthy');
        assert.equal(healthOfStatus('Up 3 minutes (unhealthy)'), 'unhealthy');
        assert.equal(healthOfStatus('Up 1 second (health: starting)'), 'starting');
        assert.equal(healthOfStatus('Up 3 minutes'), 'none');
        assert.equal(healthOfStatus('Exited (137) 2 seconds ago'), 'none');
        assert.equal(healthOfStatus('Up 2 hours (Paused)'), 'none');
    });

    it('knows the states of Docker and the words of Podman', () => {
        assert.deepEqual(['running', 'exited', 'configured', 'stopping', 'stopped', undefined].map(toState), [
            'running',
            'exited',
            'created',
            'running',
            'exited',
            'exited',
        ]);
    });

    it('reads command lines from whatever ps the engine has', () => {
        const process = 'php-fpm: master process (/etc/php-fpm.conf) ';
        for (const Titles of [['PID', 'CMD'], ['PID', 'COMMAND'], ['user', 'args'], ['odd', 'names'], null]) {
            assert.deepEqual(toCommandLines({ Titles, Processes: [['1', process], ['2', ''], []] }), [process.trim()]);
        }
        assert.deepEqual(toCommandLines({ Titles: ['CMD', 'PID'], Processes: [['nginx', '1']] }), ['nginx']);
        assert.deepEqual(toCommandLines({ Titles: ['PID', 'CMD'], Processes: null }), []);
    });

    it('takes null and nothing for empty', () => {
        const summary = toContainerSummary({ Id: 'a', Labels: null, Ports: null, Names: null, NetworkSettings: null });
        assert.deepEqual(
            [summary.name, summary.labels, summary.ports, summary.networks, summary.health],
            ['', {}, [], [], 'none'],
        );
        const details = toContainerDetails({
            Id: 'a',
            Config: { Env: null, Cmd: null, Entrypoint: null },
            Mounts: null,
        });
        assert.deepEqual([details.environment, details.command, details.mounts, details.ports], [{}, [], [], []]);
        assert.deepEqual(toImageSummary({ Id: 'a', RepoTags: ['<none>:<none>'], Labels: null }).tags, []);
        assert.deepEqual(toNetworkSummary({ Id: 'a', Name: 'n', IPAM: null, Containers: null }).subnets, []);
    });

    it('names a container by its own name, not by a link to it', () => {
        assert.equal(toContainerSummary({ Id: 'a', Names: ['/other/alias', '/own'] }).name, 'own');
    });

    it('shows the ports a stopped container will publish, and tells exposed from published', () => {
        const bindings = { '80/tcp': [{ HostIp: '127.0.0.1', HostPort: '8080' }], '53/udp': null };
        const expected = [
            { containerPort: 80, protocol: 'tcp', hostPort: 8080, hostAddress: '127.0.0.1' },
            { containerPort: 53, protocol: 'udp' },
        ];
        const stopped = { Id: 'a', NetworkSettings: { Ports: {} }, HostConfig: { PortBindings: bindings } };
        assert.deepEqual(toContainerDetails(stopped).ports, expected);
        assert.deepEqual(toContainerDetails({ Id: 'a', NetworkSettings: { Ports: bindings } }).ports, expected);
        assert.deepEqual(toContainerDetails({ Id: 'a', Config: { ExposedPorts: { '11211/tcp': {} } } }).ports, [
            { containerPort: 11_211, protocol: 'tcp' },
        ]);
    });

    it('keeps a fixed address while the container does not run, and an empty start', () => {
        const endpoint = { IPAddress: '', NetworkID: 'n', IPAMConfig: { IPv4Address: '10.0.0.5' } };
        const details = toContainerDetails({
            Id: 'a',
            State: { Status: 'created', StartedAt: '0001-01-01T00:00:00Z' },
            NetworkSettings: { Networks: { net: endpoint, other: null } },
        });
        assert.deepEqual(
            details.networks.map(({ name, address }) => [name, address]),
            [
                ['net', '10.0.0.5'],
                ['other', ''],
            ],
        );
        assert.equal(details.startedAt, '');
    });

    it('splits environment variables at the first equals sign', () => {
        const { environment } = toContainerDetails({ Id: 'a', Config: { Env: ['A=b=c', 'EMPTY=', 'BARE'] } });
        assert.deepEqual(environment, { A: 'b=c', EMPTY: '', BARE: '' });
    });

    it('reads Go file modes', () => {
        // os.ModeDir | 0755, os.ModeSymlink | 0777, 0640, os.ModeDevice | os.ModeCharDevice | 0666, os.ModeNamedPipe |
        // 0644
        const modes = [0x800001ed, 0x080001ff, 0o640, 0x042001b6, 0x020001a4];
        assert.deepEqual(modes.map(typeOfGoMode), ['directory', 'symlink', 'file', 'other', 'other']);
        assert.equal(typeOfGoMode(0x008001ed), 'file');
    });

    it('reads the header of the archive calls, and does not trust it', () => {
        const stat = { name: 'x', size: 3, mode: 420, mtime: '2026-01-01T00:00:00Z', linkTarget: '' };
        const header = Buffer.from(JSON.stringify(stat)).toString('base64');
        assert.deepEqual(decodePathStat(header), stat);
        for (const bad of [undefined, '', 'bm90IGpzb24=', Buffer.from('{}').toString('base64'), ['a', 'b']]) {
            assert.equal(decodePathStat(bad), undefined);
        }
    });

    it('drops all capabilities but those named, and swaps nothing', () => {
        const options = toCreateOptions(
            {
                name: 'n',
                image: 'i',
                hostname: 'h',
                labels: {},
                capabilities: ['CHOWN'],
                memory: 1024,
                publish: [
                    { containerPort: 80, hostPort: 1, hostAddress: '127.0.0.1' },
                    { containerPort: 80, hostPort: 2, hostAddress: '::1' },
                ],
                health: {
                    argv: ['a'],
                    intervalMs: 1,
                    timeoutMs: 2,
                    retries: 3,
                    startPeriodMs: 4,
                    startIntervalMs: 5,
                },
            },
            true,
        );
        const host = options.HostConfig;
        assert.deepEqual([host?.CapDrop, host?.CapAdd, host?.SecurityOpt], [['ALL'], ['CHOWN'], ['no-new-privileges']]);
        assert.deepEqual([host?.Memory, host?.MemorySwap], [1024, 1024]);
        assert.deepEqual(host?.LogConfig, { Type: 'json-file', Config: { 'max-size': '10m', 'max-file': '3' } });
        assert.deepEqual(host.PortBindings, {
            '80/tcp': [
                { HostIp: '127.0.0.1', HostPort: '1' },
                { HostIp: '::1', HostPort: '2' },
            ],
        });
        assert.deepEqual(options.Healthcheck, {
            Test: ['CMD', 'a'],
            Interval: 1e6,
            Timeout: 2e6,
            Retries: 3,
            StartPeriod: 4e6,
            StartInterval: 5e6,
        });
    });
});
