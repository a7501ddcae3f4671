import { readEnvironments } from '../../cluster/environments/discovery.ts';
import { publicEnvironment, renderEnvironments } from '../listing.ts';
import type { GlobalOptions, Program } from '../program.ts';

export function declareList(program: Program): void {
    program.verb('list', 'List the environments and their nodes.').action((options: GlobalOptions) =>
        program.work(options, async ({ engine, context }) => {
            const environments = (await readEnvironments(engine, context.signal)).map(publicEnvironment);
            return { document: environments, text: renderEnvironments(environments) };
        }),
    );
}
