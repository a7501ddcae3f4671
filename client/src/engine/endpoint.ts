/** Where an engine is, and how it was found: so that a person can be told which one is in use and why. */
export type Endpoint = EndpointAddress & {
    readonly source: 'setting' | 'DOCKER_HOST' | 'context' | 'socket';
    /** For people: `unix:///var/run/docker.sock`, `ssh://me@host`, with the context's name where there is one. */
    readonly label: string;
    /** True where containers run on another machine than this process: bind mounts and 127.0.0.1 do not lead there. */
    readonly remote: boolean;
};

export type EndpointAddress =
    | { readonly kind: 'socket'; readonly path: string }
    | { readonly kind: 'tcp'; readonly host: string; readonly port: number; readonly tls?: TlsFiles }
    | { readonly kind: 'ssh'; readonly host: string; readonly user?: string; readonly port?: number };

export interface TlsFiles {
    readonly ca?: string;
    readonly cert?: string;
    readonly key?: string;
    readonly verify: boolean;
}
