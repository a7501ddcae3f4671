import type { DocumentContext, Effective } from '../../model/documentContext.ts';
import type { RuleDiagnostic, Rule } from '../rule.ts';
import { isPlaceholder, valueOrName } from '../support/assignments.ts';
import { replacing } from '../support/fixes.ts';
import { readQuantity } from '../../phpIni/syntax/quantity.ts';

interface Size extends Effective {
    readonly bytes: number;
}

/** A size that limits something: neither 0 nor -1, and readable without doubt. */
function sizeOf(context: DocumentContext, name: string): Size | undefined {
    const effective = context.effective(name);
    if (!effective || isPlaceholder(effective.value)) {
        return undefined;
    }
    const { value: bytes, junk } = readQuantity(effective.value);
    return junk || bytes <= 0 ? undefined : { ...effective, bytes };
}

function tooSmall(context: DocumentContext, small: string, large: string, message: string): RuleDiagnostic[] {
    const limit = sizeOf(context, small);
    const need = sizeOf(context, large);
    if (!limit || !need || need.bytes <= limit.bytes) {
        return [];
    }
    const range = valueOrName(limit.node);
    return [
        {
            range,
            message,
            related: [{ range: need.node.range, message: `${large} is ${need.value}` }],
            fixes: () => [replacing(`Raise ${small} to ${need.value}`, range, need.value)],
        },
    ];
}

const link = 'https://www.php.net/manual/en/ini.core.php#ini.post-max-size';

/** Both in the same file: what other files say is not known. */
export const uploadAbovePost: Rule = {
    code: 'upload-above-post',
    severity: 'warning',
    title: 'Requests may be no larger than post_max_size',
    reason: 'A file comes within a request. Where `upload_max_filesize` is above `post_max_size`, files between the two do not arrive: PHP drops the whole request, and `$_POST` and `$_FILES` are empty.',
    link,
    failing: [
        {
            text: 'upload_max_filesize = 64M\npost_max_size = 8M\n',
            marks: ['8M'],
            fixed: 'upload_max_filesize = 64M\npost_max_size = 64M\n',
        },
    ],
    passing: [
        { text: 'upload_max_filesize = 64M\npost_max_size = 64M\n' },
        { text: 'upload_max_filesize = 64M\npost_max_size = 0\n' },
        { text: 'upload_max_filesize = 64M\n' },
    ],
    check: context =>
        tooSmall(
            context,
            'post_max_size',
            'upload_max_filesize',
            'Files larger than post_max_size do not arrive, though upload_max_filesize allows them.',
        ),
};

export const memoryBelowPost: Rule = {
    code: 'memory-below-post',
    severity: 'hint',
    title: 'A request may be larger than the memory',
    reason: 'Other than uploaded files, which go to disk, the fields of a request are kept in memory, and so is a raw body that a script reads. The manual advises a `memory_limit` above `post_max_size`.',
    link,
    failing: [
        {
            text: 'memory_limit = 64M\npost_max_size = 100M\n',
            marks: ['64M'],
            fixed: 'memory_limit = 100M\npost_max_size = 100M\n',
        },
    ],
    passing: [
        { text: 'memory_limit = -1\npost_max_size = 100M\n' },
        { text: 'memory_limit = 1G\npost_max_size = 1G\n' },
    ],
    check: context =>
        tooSmall(
            context,
            'memory_limit',
            'post_max_size',
            'Scripts may use less memory than one request may hold: PHP reads fields of a request into memory.',
        ),
};
