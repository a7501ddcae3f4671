import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { applyPlan, planFile } from './cluster/apply/apply.ts';
import { mainIniPath, readApplicationFacts } from './cluster/node/applicationFacts.ts';
import { findEnvironment, readEnvironments } from './cluster/environments/discovery.ts';
import { OperationError } from './cluster/model/errors.ts';
import { FAULTS, type Fault } from './cluster/verify/faults.ts';
import { nodesOf, type Environment } from './cluster/model/model.ts';
import { createEnvironment } from './cluster/provision/provision.ts';
import { deleteEnvironment } from './cluster/provision/remove.ts';
import { renderReportMarkdown, renderReportText } from './cluster/report/text.ts';
import { restartApplication, restartNode } from './cluster/lifecycle/restart.ts';
import { scaleEnvironment } from './cluster/scale/scale.ts';
import { SCALABLE_LAYERS, type NodeCounts } from './cluster/scale/plan.ts';
import { planSessionSettings } from './cluster/apply/settings.ts';
import { defaultTopology, parseTopologyFile, withNodes } from './cluster/model/topologyFile.ts';
import type { Topology } from './cluster/model/topology.ts';
import { applyTopology } from './cluster/scale/topologyChange.ts';
import { MAX_DURATION_MS, MAX_SEED, MAX_SESSIONS } from './cluster/verify/plan.ts';
import { Failure, messageOf } from './failure.ts';
import { runDemo, type DemoOptions } from './terminal/demo.ts';
import { publicEnvironment, renderEnvironments, renderScaleResult } from './terminal/listing.ts';
import { runVerb, type GlobalOptions, type Session } from './terminal/session.ts';
import { runVerification, writeJunit, type VerifyVerbOptions } from './terminal/verification.ts';

const FAILED = 1;
const WRONG_USAGE = 2;

function integer(text: string): number {
    if (!/^\d+$/.test(text)) {
        throw new InvalidArgumentError('It is not a whole number.');
    }
    return Number(text);
}

function integerBetween(from: number, to: number): (text: string) => number {
    return text => {
        const value = integer(text);
        if (value < from || value > to) {
            throw new InvalidArgumentError(`It is not from ${from} to ${to}.`);
        }
        return value;
    };
}

function nameList(text: string): readonly string[] {
    const names = text.split(',').map(name => name.trim());
    if (names.includes('')) {
        throw new InvalidArgumentError('There is a name missing.');
    }
    return names;
}

function faultList(text: string): readonly Fault[] {
    return nameList(text).map(name => {
        const fault = FAULTS.find(candidate => candidate === name);
        if (!fault) {
            throw new InvalidArgumentError(`There is no fault ${name}.`);
        }
        return fault;
    });
}

const program = new Command('php-session-cluster')
    .description(
        'PHP sessions that survive the death of a server: create, configure, watch and prove a cluster on Docker.',
    )
    .exitOverride()
    .showHelpAfterError('Add --help for what there is.');

function verb(name: string, description: string): Command {
    return program
        .command(name)
        .description(description)
        .option('--json', 'print one JSON document and nothing else')
        .option('--engine <url>', 'the Docker engine: unix:///…, ssh://…, tcp://…, or context:NAME');
}

verb(
    'demo',
    'Create environment "demo", cluster its sessions, kill each Apache node and store under traffic, report, and remove it.',
)
    .option('--keep', 'leave the environment there')
    .option('--yes', 'install and start a Docker engine where none is, without asking')
    .option('--port <number>', 'the port of the balancer', integer)
    .action(async (options: GlobalOptions & DemoOptions) => {
        const report = await runVerb(options, session => runDemo(session, options), renderReportText);
        process.exitCode = report.verdict === 'pass' ? 0 : FAILED;
    });

interface CreateOptions extends GlobalOptions {
    readonly from?: string;
    readonly nodes?: number;
    readonly stores?: number;
    readonly port?: number;
    readonly image?: string;
    readonly documentRoot?: string;
}

verb('create', 'Create an environment, with defaults or from a topology file.')
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
    .option('--nodes <number>', 'how many Apache nodes', integer)
    .option('--stores <number>', 'how many memcached nodes; sessions are replicated from two on', integer)
    .option('--port <number>', 'the port of the balancer; 0 for any free one', integer)
    .option('--image <reference>', 'an image with Apache and PHP of your own')
    .option('--document-root <folder>', 'the folder to serve')
    .action(async (name: string | undefined, options: CreateOptions, command: Command) => {
        if ((name === undefined) === (options.from === undefined)) {
            command.error('error: give either a name or --from FILE');
        }
        const topology = await topologyFor(name ?? '', options);
        await runVerb(
            options,
            async ({ engine, context }) => publicEnvironment(await createEnvironment(engine, topology, context)),
            environment => renderEnvironments([environment]),
        );
    });

async function topologyFor(name: string, options: CreateOptions): Promise<Topology> {
    if (options.from !== undefined) {
        return topologyFrom(options.from);
    }
    const topology = withNodes(defaultTopology(name), options.stores === undefined ? {} : { store: options.stores });
    return {
        ...topology,
        balancer: { ...topology.balancer, port: options.port ?? topology.balancer.port },
        application: {
            ...topology.application,
            nodes: options.nodes ?? topology.application.nodes,
            ...(options.image !== undefined && { image: options.image }),
            ...(options.documentRoot !== undefined && { documentRoot: resolve(options.documentRoot) }),
        },
    };
}

async function topologyFrom(path: string): Promise<Topology> {
    return parseTopologyFile(await readText(path), { directory: dirname(resolve(path)) });
}

async function readText(path: string): Promise<string> {
    return (await readBytes(path)).toString('utf8');
}

async function readBytes(path: string): Promise<Buffer> {
    try {
        return await readFile(path);
    } catch (error) {
        throw new OperationError('invalid', {
            what: `The file ${path} cannot be read`,
            kept: 'Nothing was changed',
            next: 'Correct its name',
            cause: error,
        });
    }
}

verb('list', 'List the environments and their nodes.').action(async (options: GlobalOptions) => {
    await runVerb(
        options,
        async ({ engine, context }) => (await readEnvironments(engine, context.signal)).map(publicEnvironment),
        renderEnvironments,
    );
});

/** Runs a verb on one environment. */
async function withEnvironment<Result>(
    name: string,
    options: GlobalOptions,
    work: (environment: Environment, session: Session) => Promise<Result>,
    toText: (result: Result) => string,
): Promise<Result> {
    return runVerb(
        options,
        async session => work(await findEnvironment(session.engine, name, session.context.signal), session),
        toText,
    );
}

verb(
    'apply',
    'Bring the session settings, or a php.ini, to all Apache nodes: check, write, restart, read back, or put everything back.',
)
    .argument('<environment>')
    .option('--file <php.ini>', 'this file in place of the session settings')
    .option('--lock-expire <seconds>', 'after how long the lock of a killed server lets go', integer)
    .action(async (name: string, options: GlobalOptions & { file?: string; lockExpire?: number }) => {
        const bytes = options.file === undefined ? undefined : await readBytes(options.file);
        await withEnvironment(
            name,
            options,
            async (environment, { engine, context }) => {
                const plan =
                    bytes === undefined
                        ? await planSessionSettings(engine, environment, context, options)
                        : await planFile(
                              engine,
                              environment,
                              { path: await iniPath(environment, { engine, context }), bytes },
                              context,
                          );
                return applyPlan(engine, environment, plan, context);
            },
            ({ nodes }) =>
                nodes
                    .map(
                        ({ node, changedFiles }) =>
                            `${node}: ${changedFiles.join(', ') || 'nothing to change'}; restarted`,
                    )
                    .join('\n'),
        );
    });

/** Where the main php.ini is, by what the first Apache node says. */
async function iniPath(environment: Environment, { engine, context }: Session): Promise<string> {
    const node = nodesOf(environment, 'application').find(({ state }) => state === 'running');
    if (!node) {
        throw new OperationError('failed', {
            what: `No Apache node of ${environment.name} runs`,
            kept: 'Nothing was changed',
            next: 'Start one',
        });
    }
    return mainIniPath(await readApplicationFacts(engine, node, context.signal));
}

verb('restart', 'Restart nodes without losing a request: Apache and NGINX gracefully, a store as a container.')
    .argument('<environment>')
    .argument('[nodes...]', 'names of nodes')
    .option('--all', 'all Apache nodes, one after another')
    .option('--hard', 'the containers of Apache and NGINX too, in place of a graceful restart')
    .action(
        async (
            name: string,
            names: string[],
            options: GlobalOptions & { all?: boolean; hard?: boolean },
            command: Command,
        ) => {
            if ((names.length === 0) !== (options.all === true)) {
                command.error('error: name the nodes, or give --all');
            }
            await withEnvironment(
                name,
                options,
                async (environment, { engine, context }) => {
                    const hard = options.hard === true;
                    const nodes =
                        names.length > 0 ? findNodes(environment, names) : nodesOf(environment, 'application');
                    if (options.all) {
                        await restartApplication(engine, environment, { hard }, context);
                    } else {
                        for (const node of nodes) {
                            await restartNode(engine, node, { hard }, context);
                        }
                    }
                    return { restarted: nodes.map(node => node.name) };
                },
                ({ restarted }) => `Restarted ${restarted.join(', ')}`,
            );
        },
    );

function findNodes(environment: Environment, names: readonly string[]) {
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

verb('scale', 'Change how many Apache nodes and stores there are, while the environment serves.')
    .argument('[environment]')
    .addArgument(
        new Argument('[counts...]', 'how many nodes of which layer: application=3 store=2')
            .argParser(nodeCounts)
            .default({}, 'as many as there are'),
    )
    .option('--from <file>', 'as this topology file says: its numbers of nodes, retry_non_idempotent and read_timeout')
    .action(
        async (
            name: string | undefined,
            counts: NodeCounts,
            options: GlobalOptions & { from?: string },
            command: Command,
        ) => {
            if (options.from !== undefined) {
                if (name !== undefined) {
                    command.error('error: a topology file names the environment and its nodes: give nothing else');
                }
                const topology = await topologyFrom(options.from);
                await runVerb(
                    options,
                    ({ engine, context }) => applyTopology(engine, topology, context),
                    renderScaleResult,
                );
            } else if (name === undefined || Object.keys(counts).length === 0) {
                command.error('error: give the environment and how many nodes, such as application=3, or --from FILE');
            } else {
                await withEnvironment(
                    name,
                    options,
                    (environment, { engine, context }) => scaleEnvironment(engine, environment, counts, context),
                    renderScaleResult,
                );
            }
        },
    );

/** Adds one word to those before it, `application=3`. */
function nodeCounts(text: string, before: NodeCounts): NodeCounts {
    const [, word, count] = /^([a-z]+)=(\d+)$/.exec(text) ?? [];
    const layer = SCALABLE_LAYERS.find(candidate => candidate === word);
    if (layer === undefined) {
        throw new InvalidArgumentError(`It is not ${SCALABLE_LAYERS.join('=NUMBER or ')}=NUMBER.`);
    }
    if (layer in before) {
        throw new InvalidArgumentError(`${layer} is there twice.`);
    }
    return { ...before, [layer]: Number(count) };
}

verb(
    'verify',
    'Send traffic with sessions while one node after another fails in every way, and report what the sessions lived through.',
)
    .argument('<environment>')
    .option('--faults <faults>', `with commas between them: ${FAULTS.join(', ')} (all)`, faultList)
    .option('--nodes <nodes>', 'their names with commas between them (every Apache node and store)', nameList)
    .option('--sessions <number>', 'how many (50)', integerBetween(1, MAX_SESSIONS))
    .option('--duration <seconds>', 'begin no fault after that', integerBetween(1, MAX_DURATION_MS / 1000))
    .option('--random', 'faults of any node, one after another, for the duration (60)')
    .option('--seed <number>', 'the same one has the same random faults again', integerBetween(0, MAX_SEED))
    .option(
        '--document-root <path>',
        'where Apache serves files from, as its nodes see it: a page is put there meanwhile',
    )
    .option('--yes', 'put the page where the document root was found, also in an environment that was not created here')
    .option('--junit <file>', 'write the report as JUnit XML, too')
    .addOption(new Option('--markdown', 'print the report as Markdown').conflicts('json'))
    .action(async (name: string, options: GlobalOptions & VerifyVerbOptions, command: Command) => {
        if (options.seed !== undefined && !options.random) {
            command.error('error: --seed is of random faults: give --random, too');
        }
        const report = await withEnvironment(
            name,
            options,
            (environment, session) => runVerification(session, environment, options),
            options.markdown ? renderReportMarkdown : renderReportText,
        );
        if (options.junit !== undefined) {
            await writeJunit(options.junit, report);
        }
        process.exitCode = report.verdict === 'pass' ? 0 : FAILED;
    });

verb('delete', 'Delete an environment that was created here, with its containers, network and volumes.')
    .argument('<environment>')
    .requiredOption('--yes', 'really')
    .option('--images', 'the images that nothing uses any more too')
    .action(async (name: string, options: GlobalOptions & { images?: boolean }) => {
        await withEnvironment(
            name,
            options,
            async (environment, { engine, context }) => {
                await deleteEnvironment(engine, environment, { removeImages: options.images === true }, context);
                return { deleted: name };
            },
            () => `Deleted ${name}`,
        );
    });

async function main(): Promise<void> {
    try {
        await program.parseAsync();
    } catch (error) {
        if (error instanceof CommanderError) {
            process.exitCode = error.exitCode === 0 ? 0 : WRONG_USAGE;
            return;
        }
        const text =
            error instanceof Failure || !(error instanceof Error) ? messageOf(error) : (error.stack ?? error.message);
        process.stderr.write(`${text}\n`);
        process.exitCode = FAILED;
    }
}

void main();
