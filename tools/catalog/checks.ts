import type { GeneratedDirective } from '../../server/src/catalog/directive.ts';
import type { Described } from '../../server/src/catalog/overlay/described.ts';
import type { History } from './history.ts';

const integer = /^[+-]?(?:\d+|0x[\da-f]+)[kmg]?$/i;
const decimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const switches = /^(?:|0|1|on|off|yes|no|true|false)$/i;

/** What is wrong with the description of one directive, or with how it fits what was measured. */
export function describedProblems(
    name: string,
    described: Described,
    generated: GeneratedDirective,
    history: History | undefined,
): string[] {
    return [
        ...provenance(described, history),
        ...texts(described),
        ...values(name, generated),
        ...[generated.default, ...(generated.laterDefaults ?? []).map(later => later.default)]
            .filter(value => !fits(generated, value))
            .map(value => `its default ${JSON.stringify(value)} is no ${generated.type} that is allowed.`),
    ];
}

function provenance({ unmeasured, removed, since, buildDefault }: Described, history: History | undefined): string[] {
    if (!history) {
        return unmeasured || removed !== undefined
            ? []
            : ['no measurement has it, and nothing says where it was read.'];
    }
    return [
        ...(unmeasured && removed === undefined ? ['it is measured: `unmeasured` has to go.'] : []),
        ...(buildDefault !== undefined && !history.dependsOnBuild ? ['its default does not depend on the build.'] : []),
        ...(history.contradiction === undefined ? [] : [history.contradiction]),
        ...(since !== undefined && history.since !== undefined && since !== history.since
            ? [`it came with ${history.since}, as measured, not with ${since}.`]
            : []),
        ...(removed !== undefined && history.removed !== undefined && removed !== history.removed
            ? [`it went with ${history.removed}, as measured, not with ${removed}.`]
            : []),
    ];
}

function texts({ description, notes = [], values: allowed = [] }: Described): string[] {
    const sentences = [description, ...notes.map(({ text }) => text)];
    return [
        ...sentences.filter(text => !/[.)]$/.test(text.trim())).map(text => `no full stop: ${text}`),
        ...[...sentences, ...allowed.map(value => value.description ?? '')]
            .filter(text => text !== text.trim() || text.includes('\n') || (text.match(/`/g)?.length ?? 0) % 2 === 1)
            .map(text => `a line break, stray white space or an unpaired backtick: ${text}`),
    ];
}

function values(name: string, { type, values: allowed, minimum, maximum }: GeneratedDirective): string[] {
    const spelt = allowed?.map(({ value }) => value) ?? [];
    const isNumber = type === 'integer' || type === 'float';
    return [
        ...(type === 'enum' && spelt.length === 0 ? ['an enum without values.'] : []),
        ...(new Set(spelt).size < spelt.length ? ['a value is listed twice.'] : []),
        ...(!isNumber && (minimum ?? maximum) !== undefined ? ['a range is for numbers only.'] : []),
        ...(minimum !== undefined && maximum !== undefined && minimum > maximum ? ['an empty range.'] : []),
        ...(/^[\w.]+$/.test(name) ? [] : ['a strange name.']),
    ];
}

/** Whether the value is one that the description allows. Empty stands for "not set" everywhere. */
function fits(
    { type, values: allowed = [], openValues, alsoBoolean, minimum, maximum }: GeneratedDirective,
    value: string,
): boolean {
    if (value === '' || (alsoBoolean && switches.test(value))) {
        return true;
    }
    switch (type) {
        case 'boolean':
            return switches.test(value);
        case 'integer':
        case 'float': {
            const listed = allowed.some(one => unquoted(one.value) === value);
            const inRange = Number(value) >= (minimum ?? -Infinity) && Number(value) <= (maximum ?? Infinity);
            const isNumber = type === 'integer' ? integer.test(value) : decimal.test(value);
            return listed || (isNumber && (inRange || !decimal.test(value)));
        }
        case 'enum':
            return openValues === true || allowed.some(one => unquoted(one.value) === value);
        default:
            return true;
    }
}

function unquoted(value: string): string {
    return value.replace(/^"(.*)"$/, '$1');
}
