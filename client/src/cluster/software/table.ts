import { nodesOf, type ClusterNode, type Environment, type Layer } from '../model/model.ts';
import { apache } from './apache.ts';
import { caddy } from './caddy.ts';
import { envoy } from './envoy.ts';
import { frankenphp } from './frankenphp.ts';
import { haproxy } from './haproxy.ts';
import { httpd } from './httpd.ts';
import { httpdPhpFpm } from './httpdPhpFpm.ts';
import { keydb } from './keydb.ts';
import { memcached } from './memcached.ts';
import { nginx } from './nginx.ts';
import { nginxPhpFpm } from './nginxPhpFpm.ts';
import { octane } from './octane.ts';
import { phpFpm } from './phpFpm.ts';
import { proxy } from './proxy.ts';
import { redis } from './redis.ts';
import type { KnownSoftware } from './signs.ts';
import { traefik } from './traefik.ts';
import { valkey } from './valkey.ts';

/**
 * All software that is known. Where signs of several are there that tell as much, the first of the first layer counts:
 * what serves PHP is an application, whatever stands before it or is kept beside it in the same container.
 */
export const SOFTWARE: readonly KnownSoftware[] = [
    ...[octane, frankenphp, nginxPhpFpm, httpdPhpFpm, phpFpm, apache],
    ...[nginx, haproxy, traefik, caddy, envoy, httpd, proxy],
    ...[memcached, valkey, keydb, redis],
];

/** What a layer is made of in managed environments. */
export const OWN_SOFTWARE: Readonly<Record<Layer, KnownSoftware>> = {
    balancer: nginx,
    application: apache,
    store: memcached,
};

/** What counts where a label names the layer, and nothing tells the software. */
export const UNTOLD_SOFTWARE: typeof OWN_SOFTWARE = { ...OWN_SOFTWARE, balancer: proxy };

/** What a person calls what runs on these nodes, where only the part that serves PHP is meant: `Apache`, `PHP-FPM`. */
export function serverTitle(nodes: readonly Pick<ClusterNode, 'software'>[]): string {
    return [...new Set(nodes.map(({ software }) => software.php?.title ?? software.title))].join(', ');
}

/** The same of all nodes of a layer; where it has none, of those that are made here. */
export function serverTitleOf(environment: Environment, layer: Layer): string {
    const nodes = nodesOf(environment, layer);
    return serverTitle(nodes.length > 0 ? nodes : [{ software: OWN_SOFTWARE[layer] }]);
}
