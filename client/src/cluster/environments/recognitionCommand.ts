import type { Role } from './recognitionImage.ts';

/** `httpd`: Apache under a name that says nothing about PHP. */
export type CommandRole = Role | 'httpd';

const PROGRAMS: Readonly<Record<CommandRole, ReadonlySet<string>>> = {
    balancer: new Set([
        ...['nginx', 'nginx-debug', 'openresty', 'tengine', 'angie', 'haproxy', 'haproxy-systemd-wrapper', 'traefik'],
        ...['caddy', 'envoy'],
    ]),
    store: new Set(['memcached']),
    // The official PHP images' own, and Debian's names, which no image for Apache alone uses.
    application: new Set(['apache2-foreground', 'apache2', 'apachectl', 'apache2ctl']),
    httpd: new Set(['httpd', 'httpd-foreground']),
    // Workers often run in the application's image with another command.
    other: new Set([
        ...[
            'php',
            'php-fpm',
            'frankenphp',
            'composer',
            'wp',
            'drush',
            'artisan',
            'cron',
            'crond',
            'cron.sh',
            'supercronic',
        ],
        ...[
            'mysqld',
            'mysqld_safe',
            'mariadbd',
            'postgres',
            'mongod',
            'redis-server',
            'valkey-server',
            'rabbitmq-server',
        ],
        ...['node', 'npm', 'npx', 'yarn', 'pnpm', 'python', 'python3', 'gunicorn', 'uvicorn', 'java', 'ruby', 'rails'],
        ...['mailhog', 'mailpit', 'maildev', 'varnishd', 'mcrouter'],
    ]),
};

/** What keeps a container alive after others were started in it. */
const IDLE = new Set(['tail', 'sleep']);

/** What starts something else and says nothing itself. */
const WRAPPER =
    /^(?:-.*|\[|exec|env|sh|bash|ash|dash|tini|dumb-init|catatonit|gosu|su-exec|setpriv|nice|sudo|service|s6-svscan|init|.*entrypoint.*|.*\.sh|\w+=.*)$/;

/**
 * The role that a command line tells, by the last program in it that is known: what comes before `&&`, `;` or `--`
 * makes things ready.
 */
export function roleOfCommand(command: string): CommandRole | undefined {
    if (/(?:^|[\s/"'])php[\d.]*-fpm/.test(command)) {
        // Beside NGINX or not: PHP runs outside Apache.
        return 'other';
    }
    const parts = command.split(/&&|\|\||[;&|\n]|\s--\s/);
    const roles = parts.map(roleOfProgram).filter(role => role !== undefined);
    return roles.findLast(role => role !== 'idle') ?? (roles.length > 0 ? 'other' : undefined);
}

function roleOfProgram(part: string): CommandRole | 'idle' | undefined {
    const words = part.split(/[\s"'()]+/).filter(word => word !== '');
    for (const word of words) {
        const program = word.split('/').at(-1) ?? '';
        const known = (Object.keys(PROGRAMS) as CommandRole[]).find(role => PROGRAMS[role].has(program));
        if (known !== undefined || IDLE.has(program)) {
            return known ?? 'idle';
        }
        if (!WRAPPER.test(program)) {
            return undefined;
        }
    }
    return undefined;
}
