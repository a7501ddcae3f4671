import { MASKED_VALUE } from '../../../../server/src/phpIni/protocol.ts';
import { isSecret, withoutSecretPart } from '../../../../server/src/phpIni/secrets.ts';
import { parsePhpIni } from '../../../../server/src/phpIni/syntax/document.ts';

/** A line that assigns to such a directive, commented out or not. */
const secretLine = /^([ \t;]*([A-Za-z0-9_.-]{1,100})[ \t]*=[ \t]*)(\S.*)$/gm;

/** A php.ini, as that PHP reads it, without the passwords in it; all else stays in its line. */
export function withoutSecrets(text: string, phpVersion: string): string {
    const { nodes } = parsePhpIni(text, { phpVersion });
    let masked = '';
    let done = 0;
    for (const node of nodes) {
        const assigns = node.kind === 'assignment' || node.kind === 'disabledAssignment';
        if (assigns && isSecret(node.name) && node.valueRange.start < node.valueRange.end) {
            masked += text.slice(done, node.valueRange.start) + MASKED_VALUE;
            done = node.valueRange.end;
        }
    }
    // What PHP cannot read has no nodes, but lines all the same.
    return withoutSecretPart(masked + text.slice(done)).replace(
        secretLine,
        (line, start: string, name: string, value: string) =>
            isSecret(name) && !value.startsWith(MASKED_VALUE) ? start + MASKED_VALUE : line,
    );
}
