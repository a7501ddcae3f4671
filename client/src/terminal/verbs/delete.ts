import { deleteEnvironment } from '../../cluster/provision/remove.ts';
import type { GlobalOptions, Program } from '../program.ts';

interface DeleteOptions extends GlobalOptions {
    readonly images?: boolean;
}

export function declareDelete(program: Program): void {
    program
        .verb('delete', 'Delete an environment that was created here, with its containers, network and volumes.')
        .argument('<environment>')
        .requiredOption('--yes', 'really')
        .option('--images', 'the images that nothing uses any more too')
        .action(async (name: string, options: DeleteOptions) => {
            await program.workOn(name, options, async (environment, { engine, context }) => {
                await deleteEnvironment(engine, environment, { removeImages: options.images === true }, context);
                return { document: { deleted: name }, text: `Deleted ${name}` };
            });
        });
}
