import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { OperationError } from '../../cluster/model/errors.ts';
import type { Topology } from '../../cluster/model/topology.ts';
import { defaultTopology, LIMITS, validateTopology, withNodes } from '../../cluster/model/topologyFile.ts';
import { createEnvironment } from '../../cluster/provision/provision.ts';
import { readTopologyFile } from '../inputFile.ts';
import { publicEnvironment, renderEnvironments } from '../listing.ts';
import { integerBetween } from '../optionValues.ts';
import type { GlobalOptions, Program } from '../program.ts';

interface CreateOptions extends GlobalOptions {
    readonly from?: string;
    readonly nodes?: number;
    readonly stores?: number;
    readonly port?: number;
    readonly image?: string;
    readonly documentRoot?: string;
}

export function declareCreate(program: Program): void {
    program
        .verb('create', 'Create an environment, with defaults or from a topology file.')
        .argument('[name]', 'its name: small letters, digits and hyphens')
        .addOption(
            new Option('--from <file>', 'a topology file, session-cluster.ini').conflicts([
                'nodes',
                'stores',
                'port',
                'image',
                'documentRoot',
            ]),
        )
        .option('--nodes <number>', 'how many Apache nodes', integerBetween(LIMITS.applicationNodes))
        .option(
            '--stores <number>',
            'how many memcached nodes; sessions are replicated from two on',
            integerBetween(LIMITS.storeNodes),
        )
        .option('--port <number>', 'the port of the balancer; 0 for any free one', integerBetween(LIMITS.port))
        .option('--image <reference>', 'an image with Apache and PHP of your own')
        .option('--document-root <folder>', 'the folder to serve')
        .action(async (name: string | undefined, options: CreateOptions, command: Command) => {
            if ((name === undefined) === (options.from === undefined)) {
                command.error('error: give either a name or --from FILE');
            }
            const topology =
                options.from === undefined
                    ? topologyFromArguments(name ?? '', options, command)
                    : await readTopologyFile(options.from);
            await program.work(options, async ({ engine, context }) => {
                const environment = publicEnvironment(await createEnvironment(engine, topology, context));
                return { document: environment, text: renderEnvironments([environment]) };
            });
        });
}

function topologyFromArguments(name: string, options: CreateOptions, command: Command): Topology {
    const usual = withNodes(defaultTopology(name), options.stores === undefined ? {} : { store: options.stores });
    const topology = {
        ...usual,
        balancer: { ...usual.balancer, port: options.port ?? usual.balancer.port },
        application: {
            ...usual.application,
            nodes: options.nodes ?? usual.application.nodes,
            ...(options.image !== undefined && { image: options.image }),
            ...(options.documentRoot !== undefined && { documentRoot: resolve(options.documentRoot) }),
        },
    };
    try {
        validateTopology(topology);
    } catch (error) {
        if (error instanceof OperationError) {
            command.error(`error: ${error.parts.what}`);
        }
        throw error;
    }
    return topology;
}
