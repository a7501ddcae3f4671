import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { fields, figure, ifOfForm, name, readJson } from '../../foreignData.ts';
import { OperationError } from '../model/errors.ts';
import type { Topology } from '../model/topology.ts';

/** What NGINX needs to know of one application node. */
export interface Upstream {
    /** The container's name. */
    readonly name: string;
    readonly address: string;
    readonly port: number;
}

export type BalancerSettings = Pick<Topology['balancer'], 'retryNonIdempotent' | 'readTimeout'>;

export interface BalancerConfig {
    readonly settings: BalancerSettings;
    readonly upstreams: readonly Upstream[];
}

export const BALANCER_CONFIG_PATH = '/etc/nginx/nginx.conf';

/**
 * Files in here steer NGINX without a reload, which would close the connections of clients. The balancer's health check
 * deletes those older than 10 minutes: what made one may have ended without taking it away.
 */
const MARKS = '/run/nginx/marks';
/** While it is there, every response is the last one on its connection. */
export const CLOSING_MARK = `${MARKS}/closing`;

/**
 * While it is there, the node gets no new requests; sessions of the others stay where they are (measured: 0 of 405
 * moved).
 */
export function drainedMark(node: string): string {
    return `${MARKS}/without-${node}`;
}

/** Of the first line of the file: the nodes that it was rendered for, as JSON. */
const HEAD = '# session-cluster ';

const HOST = /^[\w.:-]+$/;

/**
 * Seconds for which a node that failed is left out; NGINX counts whole ones, so up to one more. Then one request tries
 * the node again, and pays for it where that is still ill: 1 s where nobody answers at the address, the read time-out
 * where the node is paused. With 2 s, a pause of 8 s was paid for twice (measured); the longer, the later a node that
 * is well again is used.
 */
const FAIL_TIMEOUT = 5;

/**
 * The whole nginx.conf of a balancer. A session stays with its node while that node lives, by hash of the session
 * cookie; a node that refuses or times out is left out for a while, and its requests go elsewhere at once.
 * @throws OperationError `invalid` where a name or address of a node could be anything else to NGINX
 */
export function renderBalancerConfig(upstreams: readonly Upstream[], settings: BalancerSettings): string {
    assertHosts(upstreams);
    return `${HEAD}${JSON.stringify({ upstreams: upstreams.map(toHead) })}
# A fixed number: each takes memory, and the nodes behind the balancer need far more of the machine's cores than it
# does.
worker_processes 2;
# A reload leaves requests that are under way to the old processes; a connection that never ends must not keep one for
# ever.
worker_shutdown_timeout 10m;
pid /run/nginx/nginx.pid;
error_log /dev/stderr warn;

events {
    worker_connections 4096;
}

http {
    include /etc/nginx/mime.types;
    access_log off;
    server_tokens off;
    # PHP's own limits decide how large an upload may be.
    client_max_body_size 0;

${renderMaps(settings)}
${renderPools(upstreams)}
${renderProxy(settings)}
${renderServer(upstreams)}}
`;
}

function renderMaps({ retryNonIdempotent }: BalancerSettings): string {
    return `    # A new visitor has no cookie yet: any node will do.
    map $cookie_PHPSESSID $session_key {
        ""      $request_id;
        default $cookie_PHPSESSID;
    }
    map $http_upgrade $connection_header {
        ""      close;
        default upgrade;
    }
    # Where every node is left out, NGINX asks none of them (the pool's name stands in place of an address then), and
    # one page that is slower than the read time-out would take the whole site away (measured). So all are asked, but
    # for a request that a node may have begun with and that is not safe to repeat.
    map "$upstream_addr|$upstream_bytes_sent|$request_method" $ask_every_node {
        default 0;
        "~(?:application|without_\\d+)\\|0(?:, 0)*\\|" 1;
        "~(?:application|without_\\d+)\\|.*\\|${retryNonIdempotent ? '' : '(?!POST$|LOCK$|PATCH$)'}" 1;
    }
`;
}

/** One pool of all nodes, one without each of them, and one that knows of no failures. */
function renderPools(upstreams: readonly Upstream[]): string {
    return [
        renderPool('application', upstreams, `max_fails=1 fail_timeout=${FAIL_TIMEOUT}s`),
        ...withoutEach(upstreams).map(({ pool, others }) =>
            renderPool(pool, others, `max_fails=1 fail_timeout=${FAIL_TIMEOUT}s`),
        ),
        renderPool('every_node', upstreams, 'max_fails=0'),
    ].join('');
}

function renderPool(pool: string, upstreams: readonly Upstream[], parameters: string): string {
    // One memory of what has failed for all workers: each with its own would send requests to a dead node again.
    return `    upstream ${pool} {
        zone ${pool} 128k;
        hash $session_key consistent;
${upstreams.map(({ name, address, port }) => `        server ${address}:${port} ${parameters}; # ${name}\n`).join('')}    }
`;
}

/** Who is there where one node is taken out; none where there is no other. */
function withoutEach(upstreams: readonly Upstream[]) {
    return upstreams.length < 2
        ? []
        : upstreams.map(({ name }, index) => ({
              pool: `without_${index + 1}`,
              mark: drainedMark(name),
              others: upstreams.filter(other => other.name !== name),
          }));
}

function renderProxy({ retryNonIdempotent, readTimeout }: BalancerSettings): string {
    return `    # No connection is kept to a node: one that a graceful restart closes at the wrong moment would cost a POST.
    proxy_http_version 1.1;
    proxy_set_header Connection $connection_header;
    proxy_set_header Upgrade $http_upgrade;
    proxy_set_header Host $http_host;
    proxy_set_header X-Real-IP $remote_addr;
    proxy_set_header X-Forwarded-For $remote_addr;
    proxy_set_header X-Forwarded-Proto $scheme;
    proxy_set_header X-Forwarded-Host $http_host;
    proxy_connect_timeout 1s;
    proxy_read_timeout ${readTimeout}s;
    proxy_send_timeout ${readTimeout}s;
    # A node whose machine is gone answers no keep-alive packets; how often they are sent is set for the container. A
    # page may be slow all the same.
    proxy_socket_keepalive on;
    # Not for a status: what says 502, 503 or 504 is the application (maintenance, its own upstream), and another node
    # would say the same.
    proxy_next_upstream error timeout${retryNonIdempotent ? ' non_idempotent' : ''};
    proxy_next_upstream_tries 3;
    # A page slower than the read time-out runs on one more node, not on all of them.
    proxy_next_upstream_timeout ${readTimeout * 1500}ms;
`;
}

function renderServer(upstreams: readonly Upstream[]): string {
    return `    server {
        listen 80 default_server;

        set $pool application;
${withoutEach(upstreams)
    .map(({ pool, mark }) => `        if (-f ${mark}) {\n            set $pool ${pool};\n        }\n`)
    .join('')}
        location = /.session-cluster/balancer {
            default_type text/plain;
            return 200 "ok\\n";
        }

        location / {
            recursive_error_pages on;
            # No status that a node answers with gets here: NGINX shows it to the client as it is.
            error_page 418 = @last_on_connection;
            error_page 502 = @every_node;
            if (-f ${CLOSING_MARK}) {
                return 418;
            }
            proxy_pass http://$pool;
        }

        # Before a reload: NGINX closes connections then, also those on which it said that it would not.
        location @last_on_connection {
            keepalive_timeout 0;
            error_page 502 = @every_node;
            proxy_pass http://$pool;
        }

        location @every_node {
            if ($ask_every_node = 0) {
                return 502;
            }
            proxy_pass http://every_node;
        }
    }
`;
}

function assertHosts(upstreams: readonly Upstream[]): void {
    const odd = upstreams.find(({ name, address }) => !HOST.test(name) || !HOST.test(address));
    if (odd) {
        throw new OperationError('invalid', {
            what: l10n.t(
                'The balancer cannot send requests to {0} at {1}: not the name and the address of a container',
                JSON.stringify(odd.name),
                JSON.stringify(odd.address),
            ),
            kept: l10n.t('Its configuration was not changed'),
        });
    }
}

/** These keys and no others, whatever the object has. */
function toHead({ name, address, port }: Upstream): Upstream {
    return { name, address, port };
}

const CONFIG = fields({ upstreams: v.array(fields({ name, address: name, port: figure })) });

/**
 * The nodes that a file was rendered for; undefined where it was not rendered here, or by a version that did not write
 * that down.
 */
export function parseUpstreams(text: string): readonly Upstream[] | undefined {
    const [line = ''] = text.split('\n', 1);
    if (!line.startsWith(HEAD)) {
        return undefined;
    }
    return ifOfForm(() => readJson(CONFIG, line.slice(HEAD.length)).upstreams);
}

const READ_TIMEOUT = /^[ \t]*proxy_read_timeout\s+(\d+)(ms|s|m|h)?\s*;/m;
const NEXT_UPSTREAM = /^[ \t]*proxy_next_upstream\s([^;]*);/m;
const SECONDS = { ms: 0.001, s: 1, m: 60, h: 3600 } as const;
/** NGINX's own, seconds (https://nginx.org/en/docs/http/ngx_http_proxy_module.html). */
const OWN_READ_TIMEOUT = 60;

/**
 * How NGINX waits and repeats by a file: what it says to NGINX, whoever wrote it, and NGINX's own defaults for what it
 * leaves out.
 */
export function parseSettings(text: string): BalancerSettings {
    const [, count, unit = 's'] = READ_TIMEOUT.exec(text) ?? [];
    const conditions = NEXT_UPSTREAM.exec(text)?.[1]?.split(/\s+/) ?? [];
    return {
        retryNonIdempotent: conditions.includes('non_idempotent'),
        // Whole seconds, as a topology file has them.
        readTimeout:
            count === undefined ? OWN_READ_TIMEOUT : Math.ceil(Number(count) * SECONDS[unit as keyof typeof SECONDS]),
    };
}
