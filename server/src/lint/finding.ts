import type { Severity } from '../rules/rule.ts';

/** What a rule has to say of a file. */
export interface Finding {
    /** As the file was named, or lies below a folder that was. */
    readonly path: string;
    /** From 1, in characters as editors count them. */
    readonly line: number;
    readonly column: number;
    readonly endLine: number;
    /** Of the first character behind. */
    readonly endColumn: number;
    readonly severity: Severity;
    readonly code: string;
    readonly message: string;
}

/** A directive as PHP holds it after it has read some files one after another. */
export interface HeldSetting {
    readonly name: string;
    /** Passwords are masked. */
    readonly value: string;
    readonly path: string;
    readonly line: number;
    /** The `HOST=…` or `PATH=…` that it is for; for all without. */
    readonly section?: string;
}

/** A file that was read, by which PHP, and what says so. */
export interface CheckedFile {
    readonly path: string;
    /** `8.2` */
    readonly php: string;
    /** `Dockerfile: FROM php:8.2-fpm`; missing where nothing says it, and a version is assumed. */
    readonly from?: string;
}

/** Files that PHP reads as one: a main php.ini and the folder that it scans, or one of them. */
export interface Configuration {
    /** In the order in which PHP reads them. */
    readonly files: readonly string[];
    readonly settings: readonly HeldSetting[];
}

export interface LintResult {
    readonly files: readonly CheckedFile[];
    readonly findings: readonly Finding[];
    readonly configurations: readonly Configuration[];
}

/** From the one that weighs most. */
export const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

export function isAtLeast(severity: Severity, level: Severity): boolean {
    return severities.indexOf(severity) <= severities.indexOf(level);
}
