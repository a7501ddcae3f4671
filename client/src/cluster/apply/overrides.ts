import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import type { Engine } from '../../engine/engine.ts';
import { fields, figure, longText, name, path, readJson } from '../../foreignData.ts';
import { OperationError } from '../model/errors.ts';
import type { ClusterNode } from '../model/model.ts';
import type { ApplicationFacts } from '../node/applicationFacts.ts';
import { phpOf } from '../node/php.ts';
import { callCommand } from '../node/resources.ts';

const OVERRIDES = v.array(fields({ directive: name, name: longText, file: path, line: figure }));

/**
 * What in the server's own files would go on beating a php.ini, whatever is written into that.
 * @param wanted values, by directive
 * @throws OperationError `preflight` that names the file and the line of the first
 */
export async function refuseOverridden(
    engine: Engine,
    node: ClusterNode,
    facts: Pick<ApplicationFacts, 'settings'>,
    wanted: Readonly<Record<string, string>>,
    signal: AbortSignal,
): Promise<void> {
    const { overrides } = phpOf(node);
    // In force is what beats php.ini: where that is as wanted, it may stand there.
    const differing = Object.entries(wanted).filter(([setting, value]) => (facts.settings[setting] ?? value) !== value);
    if (!overrides || differing.length === 0) {
        return;
    }
    const { stdout, exitCode } = await engine.exec(node.containerId, await callCommand(overrides), {}, signal);
    const found = exitCode === 0 ? readJson(OVERRIDES, stdout.toString()) : [];
    for (const [setting, value] of differing) {
        const override = found.findLast(candidate => candidate.name === setting);
        if (override) {
            throw new OperationError('preflight', {
                node: node.name,
                what: l10n.t(
                    '{0} would stay "{1}" on {2}, not "{3}": {4} in {5}, line {6}, beats php.ini',
                    setting,
                    facts.settings[setting] ?? '',
                    node.name,
                    value,
                    `${override.directive}[${setting}]`,
                    override.file,
                    override.line,
                ),
                kept: l10n.t('No file was changed and nothing was restarted'),
                next: l10n.t('Take that line away, or give it the value that is wanted'),
            });
        }
    }
}
