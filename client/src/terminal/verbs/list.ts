import { readProjects } from '../../cluster/environments/discovery.ts';
import { publicEnvironment, publicProject, renderEnvironments, renderProjects } from '../listing.ts';
import type { GlobalOptions, Program } from '../program.ts';

interface ListOptions extends GlobalOptions {
    readonly all?: boolean;
}

export function declareList(program: Program): void {
    program
        .verb('list', 'List the environments and their nodes.')
        .option('--all', 'also what of Compose projects was seen and is no node, and why')
        .action((options: ListOptions) =>
            program.work(options, async ({ engine, context }) => {
                const { environments, others } = await readProjects(engine, context.signal);
                const listed = environments.map(environment => publicEnvironment(environment, options));
                const projects = options.all ? others.map(publicProject) : [];
                return {
                    document: [...listed, ...projects],
                    text: [renderEnvironments(listed), ...(projects.length > 0 ? [renderProjects(projects)] : [])].join(
                        '\n\n',
                    ),
                };
            }),
        );
}
