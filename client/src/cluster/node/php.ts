import * as l10n from '@vscode/l10n';
import { OperationError } from '../model/errors.ts';
import type { ClusterNode, PhpServer } from '../model/model.ts';

/**
 * What serves PHP on an application node.
 * @throws OperationError `unsupported` where it is not changed from here
 */
export function phpOf({ name, software }: Pick<ClusterNode, 'name' | 'software'>): PhpServer {
    if (!software.php) {
        throw new OperationError('unsupported', {
            node: name,
            what: software.refusal?.() ?? l10n.t('{0} on {1} serves no PHP', software.title, name),
            kept: l10n.t('Nothing was changed'),
            next: l10n.t('Change php.ini where the container of {0} is made, and make it anew', name),
        });
    }
    return software.php;
}
