import type { ContainerDetails, ContainerSummary } from '../../engine/engine.ts';
import { roleOfCommand, type CommandRole } from './recognitionCommand.ts';
import { roleOfImage, type Role } from './recognitionImage.ts';
import { STORE_PORT } from '../model/model.ts';

/** What is known of one container of a Compose project. */
export interface Evidence {
    readonly image: string;
    /** Entry point and arguments. */
    readonly command: string;
    /** Of the container, TCP. */
    readonly ports: readonly number[];
    readonly project: string;
    readonly service: string;
    /** Only where it was inspected. */
    readonly environment?: Readonly<Record<string, string>>;
}

export function evidenceOf(
    container: ContainerSummary,
    compose: { readonly project: string; readonly service: string },
    details: ContainerDetails | undefined,
): Evidence {
    // A list has no ports of a stopped container; the details have those that it will have.
    const ports = [...container.ports, ...(details?.ports ?? [])]
        .filter(({ protocol }) => protocol === 'tcp')
        .map(({ containerPort }) => containerPort);
    return {
        // A list names the image's id where its tag has gone to a newer one.
        image: details?.image ?? container.image,
        command: details ? [...details.entrypoint, ...details.command].join(' ') : container.command,
        ports,
        ...compose,
        ...(details && { environment: details.environment }),
    };
}

/** The role as far as a list of containers tells it; undefined where only an inspection can. */
export function roleByList(evidence: Evidence): Role | undefined {
    const ofImage = isBuiltByCompose(evidence) ? undefined : roleOfImage(evidence.image);
    if (ofImage === 'other') {
        return 'other';
    }
    const ofCommand = roleOfApache(roleOfCommand(evidence.command), evidence, ofImage);
    const role = ofCommand ?? ofImage ?? (evidence.ports.includes(STORE_PORT) ? 'store' : undefined);
    return role === 'application' && isAdministration(evidence.service) ? 'other' : role;
}

/** The role by all that is known. The service's name counts least, and never without a port that fits it. */
export function recognise(evidence: Evidence): Role {
    return roleByList(evidence) ?? roleByEnvironment(evidence.environment ?? {}) ?? roleByService(evidence) ?? 'other';
}

/**
 * `project_service` or `project-service`: the name that Compose gives to what it builds tells no more than the
 * service's name.
 */
function isBuiltByCompose({ image, project, service }: Evidence): boolean {
    const [name = ''] = image.split(/[:@]/);
    return project !== '' && (name === `${project}_${service}` || name === `${project}-${service}`);
}

/** Apache alone is no application node: PHP must show in the image or in the environment. */
function roleOfApache(role: CommandRole | undefined, evidence: Evidence, ofImage: Role | undefined): Role | undefined {
    if (role !== 'httpd') {
        return role;
    }
    if (ofImage === 'application') {
        return 'application';
    }
    if (!evidence.environment) {
        return undefined;
    }
    return hasPhp(evidence.environment) ? 'application' : 'other';
}

function isAdministration(service: string): boolean {
    return /^(?:phpmyadmin|pma|adminer|phppgadmin|postfixadmin)/.test(service.toLowerCase());
}

function hasPhp(environment: Readonly<Record<string, string>>): boolean {
    return 'PHP_VERSION' in environment || 'PHP_INI_DIR' in environment;
}

/** What the official images, and those built on them, say in their environment. */
function roleByEnvironment(environment: Readonly<Record<string, string>>): Role | undefined {
    const has = (...names: string[]) => names.some(name => name in environment);
    if (hasPhp(environment)) {
        return has('APACHE_CONFDIR', 'APACHE_ENVVARS', 'APACHE_RUN_USER') ? 'application' : 'other';
    }
    if (has('MEMCACHED_VERSION')) {
        return 'store';
    }
    return has('NGINX_VERSION', 'HAPROXY_VERSION', 'CADDY_VERSION') ? 'balancer' : undefined;
}

const WEB_PORTS = [80, 443, 8000, 8080, 8443];

function roleByService({ service, ports }: Evidence): Role | undefined {
    const name = service.toLowerCase();
    if (!ports.some(port => WEB_PORTS.includes(port)) || name.includes('fpm')) {
        return undefined;
    }
    if (/nginx|haproxy|traefik|balancer|proxy|^lb\d*$/.test(name)) {
        return 'balancer';
    }
    return /php|wordpress|drupal|joomla|nextcloud/.test(name) ? 'application' : undefined;
}
