/** What NGINX needs to know of one application node. */
export interface Upstream {
    readonly name: string;
    readonly address: string;
    readonly port: number;
}

export const BALANCER_CONFIG_PATH = '/etc/nginx/nginx.conf';

/**
 * The whole nginx.conf of a balancer. A session stays with its node while that node lives, by hash of the session cookie; a node that
 * refuses or times out is left out for 2 s, and its requests go elsewhere at once. Only requests that are safe to repeat are repeated.
 */
export function renderBalancerConfig(upstreams: readonly Upstream[]): string {
    const servers = upstreams.map(
        ({ name, address, port }) => `        server ${address}:${port} max_fails=1 fail_timeout=2s; # ${name}`,
    );
    return `worker_processes auto;
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

    # A new visitor has no cookie yet: any node will do.
    map $cookie_PHPSESSID $session_key {
        ""      $request_id;
        default $cookie_PHPSESSID;
    }
    map $http_upgrade $connection_header {
        ""      close;
        default upgrade;
    }

    upstream application {
        # One memory of what has failed for all workers: each with its own would send requests to a dead node again.
        zone application 128k;
        hash $session_key consistent;
${servers.join('\n')}
    }

    server {
        listen 80 default_server;

        location = /.session-cluster/balancer {
            default_type text/plain;
            return 200 "ok\\n";
        }

        location / {
            proxy_pass http://application;
            # No connection is kept to a node: one that a graceful restart closes at the wrong moment would cost a POST.
            proxy_http_version 1.1;
            proxy_set_header Connection $connection_header;
            proxy_set_header Upgrade $http_upgrade;
            proxy_set_header Host $http_host;
            proxy_set_header X-Real-IP $remote_addr;
            proxy_set_header X-Forwarded-For $remote_addr;
            proxy_set_header X-Forwarded-Proto $scheme;
            proxy_set_header X-Forwarded-Host $http_host;
            proxy_connect_timeout 1s;
            proxy_next_upstream error timeout;
        }
    }
}
`;
}
