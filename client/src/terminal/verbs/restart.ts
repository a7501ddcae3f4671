import type { Command } from 'commander';
import { restartApplication, restartNode } from '../../cluster/lifecycle/restart.ts';
import { OperationError } from '../../cluster/model/errors.ts';
import { nodesOf, type ClusterNode, type Environment } from '../../cluster/model/model.ts';
import type { GlobalOptions, Program } from '../program.ts';

interface RestartOptions extends GlobalOptions {
    readonly all?: boolean;
    readonly hard?: boolean;
}

export function declareRestart(program: Program): void {
    program
        .verb(
            'restart',
            'Restart nodes without losing a request: what serves PHP and our NGINX gracefully, a store as a container.',
        )
        .argument('<environment>')
        .argument('[nodes...]', 'names of nodes')
        .option('--all', 'all application nodes, one after another')
        .option('--hard', 'the containers of those too, in place of a graceful restart')
        .action(async (name: string, names: string[], options: RestartOptions, command: Command) => {
            if ((names.length === 0) !== (options.all === true)) {
                command.error('error: name the nodes, or give --all');
            }
            await program.workOn(name, options, async (environment, { engine, context }) => {
                const hard = options.hard === true;
                const nodes = options.all ? nodesOf(environment, 'application') : findNodes(environment, names);
                if (options.all) {
                    await restartApplication(engine, environment, { hard }, context);
                } else {
                    for (const node of nodes) {
                        await restartNode(engine, environment, node, { hard }, context);
                    }
                }
                const restarted = nodes.map(node => node.name);
                return { document: { restarted }, text: `Restarted ${restarted.join(', ')}` };
            });
        });
}

function findNodes(environment: Environment, names: readonly string[]): ClusterNode[] {
    return names.map(name => {
        const node = environment.nodes.find(candidate => candidate.name === name);
        if (!node) {
            throw new OperationError('notFound', {
                what: `Environment ${environment.name} has no node ${name}`,
                kept: 'Nothing was restarted',
                next: `Its nodes are ${environment.nodes.map(candidate => candidate.name).join(', ')}`,
            });
        }
        return node;
    });
}
