import { Argument, InvalidArgumentError, type Command } from 'commander';
import { countProblem, SCALABLE_LAYERS, type NodeCounts } from '../../cluster/scale/plan.ts';
import { scaleEnvironment, type ScaleResult } from '../../cluster/scale/scale.ts';
import { applyTopology, type TopologyChangeResult } from '../../cluster/scale/topologyChange.ts';
import { readTopologyFile } from '../inputFile.ts';
import type { Outcome } from '../output.ts';
import type { GlobalOptions, Program } from '../program.ts';

interface ScaleOptions extends GlobalOptions {
    readonly from?: string;
}

export function declareScale(program: Program): void {
    program
        .verb('scale', 'Change how many Apache nodes and stores there are, while the environment serves.')
        .argument('[environment]')
        .addArgument(
            new Argument('[counts...]', 'how many nodes of which layer: application=3 store=2')
                .argParser(nodeCounts)
                .default({}, 'as many as there are'),
        )
        .option(
            '--from <file>',
            'as this topology file says: its numbers of nodes, retry_non_idempotent and read_timeout',
        )
        .action(async (name: string | undefined, counts: NodeCounts, options: ScaleOptions, command: Command) => {
            if (options.from !== undefined) {
                if (name !== undefined) {
                    command.error('error: a topology file names the environment and its nodes: give nothing else');
                }
                const topology = await readTopologyFile(options.from);
                await program.work(options, async ({ engine, context }) =>
                    outcomeOf(await applyTopology(engine, topology, context)),
                );
            } else if (name === undefined || Object.keys(counts).length === 0) {
                command.error('error: give the environment and how many nodes, such as application=3, or --from FILE');
            } else {
                await program.workOn(name, options, async (environment, { engine, context }) =>
                    outcomeOf(await scaleEnvironment(engine, environment, counts, context)),
                );
            }
        });
}

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
    const problem = countProblem(layer, Number(count));
    if (problem !== undefined) {
        throw new InvalidArgumentError(`${problem}.`);
    }
    return { ...before, [layer]: Number(count) };
}

function outcomeOf(result: ScaleResult | TopologyChangeResult): Outcome {
    return { document: result, text: renderScaleResult(result) };
}

/** What has come and gone, and how many nodes there are now. */
function renderScaleResult(result: ScaleResult | TopologyChangeResult): string {
    const { environment, application, store, added, removed } = result;
    const changed = 'changed' in result ? result.changed : [];
    const lines = [
        ...(added.length > 0 ? [`Added ${added.join(', ')}`] : []),
        ...(removed.length > 0 ? [`Removed ${removed.join(', ')}`] : []),
        ...(changed.length > 0 ? [`Changed ${changed.join(', ')}`] : []),
    ];
    const now = `${environment} has ${application} Apache ${application === 1 ? 'node' : 'nodes'} and ${store} ${store === 1 ? 'store' : 'stores'}`;
    return lines.length === 0 ? `${now} already: nothing to change` : [...lines, now].join('\n');
}
