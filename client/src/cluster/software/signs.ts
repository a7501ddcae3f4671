import type { Software } from '../model/model.ts';

/** By what software is known from outside its container. `*` in a name stands for any characters. */
export interface Signs {
    /** Programs that are it: one of each group. */
    readonly programs: Groups;
    /** Where a command line has this, its programs are something else. */
    readonly otherwise?: RegExp;
    /** Images that have nothing else in them: their names without registry, publisher and tag. */
    readonly images?: readonly string[];
    /** Words of an image's name and tag: one of each group. */
    readonly words?: Groups;
    /** Whoever publishes under these names builds it into every image of a PHP application. */
    readonly publishers?: readonly string[];
    /** Variables of the environment that only its images set: one of each group. */
    readonly variables?: Groups;
    /** A port that its images expose, beside the variables. */
    readonly exposes?: number;
    /** Ports that its images expose though visitors do not come in there: a part of it asks another one. */
    readonly innerPorts?: readonly number[];
    /** Nothing else listens on these ports. */
    readonly ports?: readonly number[];
    /** What services of it are called; counts where a port for HTTP says so, too. */
    readonly services?: RegExp;
    /**
     * PHP is a part of the server, and cannot be seen among its programs. `shown`: these programs are it where the
     * image or the environment shows PHP. `assumed`: these are it unless something else in the project serves PHP.
     */
    readonly phpInside?: { readonly shown: readonly string[]; readonly assumed: readonly string[] };
    /** It is a front where the project has something to stand in front of, and else none of our business. */
    readonly onlyAsFront?: true;
    /** Container ports of statistics and dashboards, which lead to no application … */
    readonly statistics?: readonly number[];
    /** … unless the command line says that visitors come in there. */
    readonly entryPoint?: (port: number) => RegExp;
    /** Labels of containers that it stands in front of. */
    readonly leadsTo?: RegExp;
    /** The port that a command line tells it to listen on. */
    readonly port?: RegExp;
}

/** The more groups, the more is told: NGINX and PHP-FPM in one container are neither of them alone. */
export type Groups = readonly (readonly string[])[];

export interface KnownSoftware extends Software {
    /** Of its own service, where nothing tells another one. */
    readonly port: number;
    readonly signs: Signs;
}
