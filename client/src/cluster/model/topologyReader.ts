import * as l10n from '@vscode/l10n';
import ini from 'ini';
import * as v from 'valibot';
import { byName, ifOfForm, readData, readJson } from '../../foreignData.ts';
import { OperationError } from './errors.ts';

/** The keys of each section; those before the first heading under ''. */
export type TopologyKeys = ReadonlyMap<string, readonly string[]>;

const HEADING = /^\[([^\]]*)\]\s*(?:[;#].*)?$/;
const ENTRY = /^([^=;#]*)(?:=\s*(.*))?/s;
const QUOTED = /^("(?:[^"\\]|\\.)*"|'[^']*')\s*(?:[;#].*)?$/;

/** What the `ini` package makes of a value: text, or one of three words that mean something in JSON. */
const VALUE = v.nullable(v.union([v.string(), v.boolean()]));
const VALUES = byName(v.union([VALUE, byName(VALUE)]));

/**
 * Reads the lines of a topology file; strict where the `ini` package, which reads the values, lets things pass: a
 * heading with a comment behind it is a key to it, and a quoted value with one is cut at a `;` between the quotes.
 */
export class TopologyReader {
    readonly #fileName: string;
    readonly #keys: TopologyKeys;
    readonly #values: v.InferOutput<typeof VALUES>;
    /** Of each key, `section.key`: the last one counts. */
    readonly #lines = new Map<string, number>();

    /** @throws OperationError `invalid` that names line and key */
    constructor(text: string, fileName: string, keys: TopologyKeys) {
        this.#fileName = fileName;
        this.#keys = keys;
        const plain: string[] = [];
        let section = '';
        for (const [index, raw] of text
            .replace(/^\uFEFF/, '')
            .split(/\r\n|\r|\n/)
            .entries()) {
            const line = raw.trim();
            if (line === '' || /^[;#]/.test(line)) {
                continue;
            }
            if (line.startsWith('[')) {
                section = this.#heading(line, index + 1);
                plain.push(`[${section}]`);
            } else {
                plain.push(this.#entry(line, section, index + 1));
            }
        }
        this.#values = readData(VALUES, ini.parse(plain.join('\n')));
    }

    text(section: string, key: string): string | undefined {
        const value = this.#value(section, key);
        if (value === undefined) {
            return undefined;
        }
        if (typeof value !== 'string' || value === '') {
            // The package turns three words into what they mean in JSON.
            throw this.invalid(
                section,
                key,
                value === '' ? l10n.t('has no value') : l10n.t('cannot be {0}', JSON.stringify(value)),
            );
        }
        return value;
    }

    number(section: string, key: string): number | undefined {
        const text = this.text(section, key);
        if (text !== undefined && !/^\d{1,9}$/.test(text)) {
            throw this.invalid(section, key, l10n.t('must be a whole number, not "{0}"', text));
        }
        return text === undefined ? undefined : Number(text);
    }

    boolean(section: string, key: string): boolean | undefined {
        const value = this.#value(section, key);
        if (value !== undefined && typeof value !== 'boolean') {
            throw this.invalid(section, key, l10n.t('must be true or false, not {0}', JSON.stringify(value)));
        }
        return value;
    }

    /** MiB. */
    memory(section: string, key: string): number | undefined {
        const text = this.text(section, key);
        const match = /^(\d{1,9})([MG])$/i.exec(text ?? '');
        if (text !== undefined && !match) {
            throw this.invalid(section, key, l10n.t('must be a size such as 64M or 1G, not "{0}"', text));
        }
        return match ? Number(match[1]) * (match[2]?.toUpperCase() === 'G' ? 1024 : 1) : undefined;
    }

    #value(section: string, key: string): v.InferOutput<typeof VALUE> | undefined {
        const value = section === '' ? this.#values[key] : this.#values[section];
        if (typeof value !== 'object' || value === null) {
            return value;
        }
        return section === '' ? undefined : value[key];
    }

    invalid(section: string, key: string, why: string): OperationError {
        const line = this.#lines.get(`${section}.${key}`);
        const name = section === '' ? key : l10n.t('{0} in [{1}]', key, section);
        return this.#error(line, `${name} ${why}`);
    }

    #heading(line: string, number: number): string {
        const section = HEADING.exec(line)?.[1]?.trim();
        if (section === undefined) {
            throw this.#error(
                number,
                l10n.t('{0} is no heading: it wants a name between brackets, and nothing else', line),
            );
        }
        if (section === '' || !this.#keys.has(section)) {
            const known = [...this.#keys.keys()].filter(name => name !== '');
            throw this.#error(
                number,
                l10n.t('there is no section [{0}]', section),
                l10n.t('The sections are {0}', known.join(', ')),
            );
        }
        return section;
    }

    /** The entry as `ini` reads it without surprises. */
    #entry(line: string, section: string, number: number): string {
        const [, name = '', value] = ENTRY.exec(line) ?? [];
        const key = name.trim();
        const known = this.#keys.get(section) ?? [];
        if (!known.includes(key)) {
            const place = section === '' ? l10n.t('before the first heading') : l10n.t('in [{0}]', section);
            throw this.#error(
                number,
                l10n.t('there is no key {0} {1}', key, place),
                known.length === 1
                    ? l10n.t('The only key is {0}', known.join())
                    : l10n.t('The keys are {0}', known.join(', ')),
            );
        }
        this.#lines.set(`${section}.${key}`, number);
        if (value === undefined) {
            throw this.invalid(section, key, l10n.t('has no value'));
        }
        return `${key} = ${/^["']/.test(value) ? this.#quoted(value, section, key) : value}`;
    }

    /**
     * As JSON, which is what `ini` takes for a quoted value; between single quotes everything is meant as it stands.
     */
    #quoted(value: string, section: string, key: string): string {
        const quoted = QUOTED.exec(value)?.[1];
        if (quoted === undefined) {
            throw this.invalid(section, key, l10n.t('has a quotation mark without its partner: {0}', value));
        }
        if (quoted.startsWith("'")) {
            return JSON.stringify(quoted.slice(1, -1));
        }
        if (ifOfForm(() => readJson(v.string(), quoted)) === undefined) {
            // Why is of no use to a person: it can only be a backslash, or a control character.
            throw this.invalid(
                section,
                key,
                l10n.t('must have \\\\ for each backslash between double quotes: {0}', quoted),
            );
        }
        return quoted;
    }

    #error(line: number | undefined, what: string, next = l10n.t('Correct it')): OperationError {
        const place = line === undefined ? this.#fileName : l10n.t('{0}, line {1}', this.#fileName, line);
        return new OperationError('invalid', { what: `${place}: ${what}`, kept: l10n.t('Nothing was changed'), next });
    }
}
