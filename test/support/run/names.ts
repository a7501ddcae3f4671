import { randomBytes } from 'node:crypto';

const variable = 'PHP_SESSION_CLUSTER_OWNER';
const digits = (bytes: number): string => randomBytes(bytes).toString('hex');

/**
 * Tells what one suite of one run makes on the engine from what all others make: part of every name that its tests
 * give.
 */
export function newOwner(): string {
    return digits(2);
}

/** The environment that makes a suite's process give names of this owner. */
export function ownerEnvironment(owner: string): Record<string, string> {
    return { [variable]: owner };
}

const own = process.env[variable] ?? newOwner();

/**
 * A name that nobody else has, for whatever a test makes on the engine; valid for an environment where the prefix is.
 */
export function uniqueName(prefix: string): string {
    return `${prefix}-${own}${digits(3)}`;
}

/** True where `uniqueName` of this owner's process gave the name, or the first part of it. */
export function isOwnedBy(owner: string, name: string): boolean {
    return new RegExp(`-${owner}[0-9a-f]{6}(?![0-9a-f])`).test(name);
}
