import type { Endpoint } from './endpoint.ts';

/**
 * The port to a container engine, in plain data. Every method takes an AbortSignal, ends within the adapter's time-out,
 * and rejects with an EngineError. Ids are what the engine calls them; names of containers are without the leading
 * slash.
 */
export interface Engine {
    readonly endpoint: Endpoint;
    info(signal?: AbortSignal): Promise<EngineInfo>;
    dispose(): void;

    listContainers(filter: { labels?: readonly string[] }, signal?: AbortSignal): Promise<ContainerSummary[]>;
    inspectContainer(id: string, signal?: AbortSignal): Promise<ContainerDetails>;
    createContainer(spec: ContainerSpec, signal?: AbortSignal): Promise<string>;
    startContainer(id: string, signal?: AbortSignal): Promise<void>;
    /**
     * Sends the container's stop signal; SIGKILL after `graceSeconds` (10 unless told). Nothing happens to a stopped
     * one.
     */
    stopContainer(id: string, options?: { graceSeconds?: number }, signal?: AbortSignal): Promise<void>;
    killContainer(id: string, unixSignal: string, signal?: AbortSignal): Promise<void>;
    pauseContainer(id: string, signal?: AbortSignal): Promise<void>;
    unpauseContainer(id: string, signal?: AbortSignal): Promise<void>;
    /** With its anonymous volumes, running or not. Nothing happens where it is gone already. */
    removeContainer(id: string, signal?: AbortSignal): Promise<void>;
    /** Runs a program inside a running container; no shell in between. */
    exec(id: string, argv: readonly string[], options?: ExecOptions, signal?: AbortSignal): Promise<ExecResult>;
    /**
     * The command lines of what runs in a running container, as the engine's machine sees them. Rejects where it does
     * not run.
     */
    listProcesses(id: string, signal?: AbortSignal): Promise<string[]>;
    /** The last lines of what the container printed, both streams in order. */
    logs(id: string, options: { tail: number }, signal?: AbortSignal): Promise<string>;
    /** Lines as they come, until aborted or the container ends. */
    followLogs(id: string, options: { tail: number }, signal: AbortSignal): AsyncIterable<string>;

    /**
     * Works on stopped containers too. Follows symbolic links; the result's `path` is where they led. 64 MiB at most.
     */
    readFile(id: string, path: string, signal?: AbortSignal): Promise<ContainerFile>;
    /** Of the path itself, running or not: of a symbolic link, it says where that leads in the end. */
    stat(id: string, path: string, signal?: AbortSignal): Promise<ContainerFileStat>;
    /** The entries of one directory, sorted by name; running or not. Rejects where more than 4 MiB lie below it. */
    listDirectory(id: string, path: string, signal?: AbortSignal): Promise<ContainerFileStat[]>;
    /**
     * Unpacks files below `/`, making directories (0755, root) on the way; running or not. A symbolic link at the path
     * is replaced by the file; what lies on a tmpfs cannot be reached. Not atomic: see cluster/nodeFiles.
     */
    putFiles(id: string, files: readonly FileToPut[], signal?: AbortSignal): Promise<void>;

    buildImage(build: ImageBuild, signal?: AbortSignal): Promise<void>;
    /** Undefined where there is no such image. */
    findImage(reference: string, signal?: AbortSignal): Promise<ImageSummary | undefined>;
    listImages(filter: { labels?: readonly string[] }, signal?: AbortSignal): Promise<ImageSummary[]>;
    pullImage(reference: string, onProgress: (line: string) => void, signal?: AbortSignal): Promise<void>;
    removeImage(reference: string, signal?: AbortSignal): Promise<void>;

    createNetwork(spec: NetworkSpec, signal?: AbortSignal): Promise<string>;
    inspectNetwork(id: string, signal?: AbortSignal): Promise<NetworkSummary>;
    listNetworks(filter: { labels?: readonly string[] }, signal?: AbortSignal): Promise<NetworkSummary[]>;
    removeNetwork(id: string, signal?: AbortSignal): Promise<void>;
    /** `aliases`: names in that network beside the container's own. Without an address the engine chooses one. */
    connectNetwork(
        network: string,
        container: string,
        options: { address?: string; aliases?: readonly string[] },
        signal?: AbortSignal,
    ): Promise<void>;
    disconnectNetwork(network: string, container: string, signal?: AbortSignal): Promise<void>;

    listVolumes(filter: { labels?: readonly string[] }, signal?: AbortSignal): Promise<string[]>;
    removeVolume(name: string, signal?: AbortSignal): Promise<void>;

    /**
     * Container and network events as they happen, but for those of `exec`. Connects with the first `next()`; ends by
     * throwing when the connection breaks, quietly when aborted.
     */
    events(signal: AbortSignal): AsyncIterable<EngineEvent>;
}

export interface EngineInfo {
    readonly name: string;
    readonly version: string;
    readonly apiVersion: string;
    readonly operatingSystem: string;
}

export type ContainerState = 'created' | 'running' | 'paused' | 'restarting' | 'removing' | 'exited' | 'dead';
export type ContainerHealth = 'none' | 'starting' | 'healthy' | 'unhealthy';

export interface PublishedPort {
    readonly containerPort: number;
    readonly protocol: string;
    /** Absent where the port is exposed, but not published. */
    readonly hostPort?: number;
    readonly hostAddress?: string;
}

export interface ContainerNetwork {
    readonly name: string;
    readonly networkId: string;
    /** Empty while the container does not run and no fixed address was asked for. */
    readonly address: string;
    /** The address was asked for; where it was not, the engine may choose another one with each start. */
    readonly isFixed?: boolean;
    readonly aliases: readonly string[];
}

export interface ContainerSummary {
    readonly id: string;
    readonly name: string;
    readonly image: string;
    readonly imageId: string;
    readonly command: string;
    readonly state: ContainerState;
    readonly health: ContainerHealth;
    /** As the engine words it: `Up 3 minutes (healthy)`, `Exited (137) 2 seconds ago`. */
    readonly statusText: string;
    readonly labels: Readonly<Record<string, string>>;
    readonly ports: readonly PublishedPort[];
    readonly networks: readonly ContainerNetwork[];
    /** Seconds since 1970. */
    readonly created: number;
}

export interface ContainerDetails {
    readonly id: string;
    readonly name: string;
    readonly image: string;
    readonly state: ContainerState;
    readonly health: ContainerHealth;
    /** What the last health check printed. */
    readonly healthOutput: string;
    readonly exitCode: number;
    readonly restartCount: number;
    readonly entrypoint: readonly string[];
    readonly command: readonly string[];
    readonly environment: Readonly<Record<string, string>>;
    readonly workingDirectory: string;
    readonly labels: Readonly<Record<string, string>>;
    readonly mounts: readonly ContainerMount[];
    readonly networks: readonly ContainerNetwork[];
    readonly ports: readonly PublishedPort[];
    /** ISO 8601; empty where it never started. */
    readonly startedAt: string;
}

export interface ContainerMount {
    readonly type: string;
    readonly source: string;
    readonly target: string;
    readonly writable: boolean;
}

export interface ContainerSpec {
    readonly name: string;
    readonly image: string;
    /** The engine's choice unless told. */
    readonly hostname?: string;
    readonly labels: Readonly<Record<string, string>>;
    readonly environment?: Readonly<Record<string, string>>;
    /** Replaces the image's command. */
    readonly command?: readonly string[];
    readonly entrypoint?: readonly string[];
    readonly user?: string;
    readonly network?: { readonly name: string; readonly address?: string; readonly aliases?: readonly string[] };
    /** Shares the network namespace of this container, its host name included; in place of `network`. */
    readonly networkOf?: string;
    readonly publish?: readonly {
        readonly containerPort: number;
        readonly hostPort: number;
        readonly hostAddress: string;
    }[];
    readonly binds?: readonly { readonly source: string; readonly target: string; readonly readOnly: boolean }[];
    /** Paths of in-memory file systems, with their mount options. */
    readonly tmpfs?: Readonly<Record<string, string>>;
    readonly readOnlyRoot?: boolean;
    /** Bytes. */
    readonly memory?: number;
    readonly pidsLimit?: number;
    /** Once it has ended, the engine removes it. */
    readonly removedAtEnd?: boolean;
    readonly restart?: 'no' | 'unless-stopped' | 'on-failure';
    /** Capabilities kept; all others are dropped. `no-new-privileges` is always set. */
    readonly capabilities: readonly string[];
    readonly sysctls?: Readonly<Record<string, string>>;
    readonly stopSignal?: string;
    readonly stopTimeoutSeconds?: number;
    readonly health?: HealthCheck;
}

export interface HealthCheck {
    /** Run without a shell. */
    readonly argv: readonly string[];
    readonly intervalMs: number;
    readonly timeoutMs: number;
    readonly retries: number;
    readonly startPeriodMs: number;
    /** Between checks within the start period; engines before API 1.44 ignore it. */
    readonly startIntervalMs: number;
}

export interface ExecOptions {
    readonly user?: string;
    readonly environment?: Readonly<Record<string, string>>;
    readonly stdin?: Buffer;
    readonly workingDirectory?: string;
    readonly timeoutMs?: number;
}

export interface ExecResult {
    readonly exitCode: number;
    readonly stdout: Buffer;
    readonly stderr: Buffer;
}

export interface ContainerFileStat {
    /** Absolute, within the container. */
    readonly path: string;
    readonly type: 'file' | 'directory' | 'symlink' | 'other';
    readonly size: number;
    /** Permission bits only, for example 0o644. */
    readonly mode: number;
    readonly uid: number;
    readonly gid: number;
    /** Milliseconds since 1970. */
    readonly mtime: number;
    readonly linkTarget?: string;
}

export interface ContainerFile extends ContainerFileStat {
    readonly bytes: Buffer;
}

export interface FileToPut {
    readonly path: string;
    readonly bytes: Buffer;
    readonly mode: number;
    readonly uid: number;
    readonly gid: number;
}

export interface ImageBuild {
    readonly tag: string;
    readonly labels: Readonly<Record<string, string>>;
    readonly files: readonly { readonly path: string; readonly bytes: Buffer; readonly mode: number }[];
    readonly buildArguments?: Readonly<Record<string, string>>;
    readonly onProgress: (line: string) => void;
}

export interface ImageSummary {
    readonly id: string;
    readonly tags: readonly string[];
    readonly labels: Readonly<Record<string, string>>;
    /** Bytes. */
    readonly size: number;
}

export interface NetworkSpec {
    readonly name: string;
    readonly labels: Readonly<Record<string, string>>;
    /** CIDR; the engine chooses one where absent. */
    readonly subnet?: string;
    /** CIDR within the subnet, from which the engine gives addresses to containers that ask for none. */
    readonly addressRange?: string;
    /** Without a way out of the engine's machine. */
    readonly internal?: boolean;
}

export interface NetworkSummary {
    readonly id: string;
    readonly name: string;
    readonly labels: Readonly<Record<string, string>>;
    readonly subnets: readonly string[];
    readonly containerIds: readonly string[];
}

export interface EngineEvent {
    readonly type: 'container' | 'network';
    /** `start`, `die`, `health_status`, `destroy`, …: the part before a colon. */
    readonly action: string;
    /** The container's id; for network events the network's. */
    readonly id: string;
    readonly labels: Readonly<Record<string, string>>;
    /** Milliseconds since 1970. */
    readonly time: number;
}
