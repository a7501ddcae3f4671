import type { DocumentContext } from '../../model/documentContext.ts';
import { isPlaceholder, valueOrName } from './assignments.ts';
import { replacing } from './fixes.ts';
import type { RuleDiagnostic } from '../rule.ts';

export interface Verdict {
    readonly message: string;
    /** As it is to be written. */
    readonly newValue?: string;
}

/** What there is to say of the value in force of one directive, where it is written in the file. */
export function settingDiagnostics(
    context: DocumentContext,
    name: string,
    judge: (value: string) => Verdict | undefined,
): RuleDiagnostic[] {
    const setting = context.effective(name);
    const verdict = setting && !isPlaceholder(setting.node.rawValue) ? judge(setting.value) : undefined;
    if (!setting || !verdict) {
        return [];
    }
    const range = valueOrName(setting.node);
    const { message, newValue } = verdict;
    return [
        {
            range,
            message,
            ...(newValue !== undefined && { fixes: () => [replacing(`Change to ${newValue}`, range, newValue)] }),
        },
    ];
}
