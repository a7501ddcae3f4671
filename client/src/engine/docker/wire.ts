/**
 * The engine's answers, as far as they are read here. dockerode's types promise fields that engines leave out or set to null
 * (labels, ports, networks, logs of health checks), so the mapping reads these instead. https://docs.docker.com/reference/api/engine/
 */
export interface WireEndpoint {
    NetworkID?: string;
    IPAddress?: string;
    Aliases?: string[] | null;
    IPAMConfig?: { IPv4Address?: string } | null;
}

export interface WireContainer {
    Id: string;
    Names?: string[] | null;
    Image?: string;
    ImageID?: string;
    Command?: string;
    Created?: number;
    State?: string;
    Status?: string;
    Labels?: Record<string, string> | null;
    Ports?: { IP?: string; PrivatePort: number; PublicPort?: number; Type?: string }[] | null;
    NetworkSettings?: { Networks?: Record<string, WireEndpoint | null> | null } | null;
}

export type WirePorts = Record<string, { HostIp?: string; HostPort?: string }[] | null>;

export interface WireContainerDetails {
    Id: string;
    Name?: string;
    RestartCount?: number;
    State?: {
        Status?: string;
        ExitCode?: number;
        StartedAt?: string;
        Health?: { Status?: string; Log?: { Output?: string }[] | null } | null;
    };
    Mounts?: { Type?: string; Name?: string; Source?: string; Destination?: string; RW?: boolean }[] | null;
    Config?: {
        Image?: string;
        Tty?: boolean;
        Env?: string[] | null;
        Cmd?: string[] | string | null;
        Entrypoint?: string[] | string | null;
        WorkingDir?: string;
        Labels?: Record<string, string> | null;
        ExposedPorts?: Record<string, object> | null;
    };
    HostConfig?: { PortBindings?: WirePorts | null };
    NetworkSettings?: { Ports?: WirePorts | null; Networks?: Record<string, WireEndpoint | null> | null };
}

export interface WireImage {
    Id: string;
    RepoTags?: string[] | null;
    Size?: number;
    Labels?: Record<string, string> | null;
    /** Where `inspect` has the labels. */
    Config?: { Labels?: Record<string, string> | null } | null;
}

export interface WireNetwork {
    Id: string;
    Name: string;
    Labels?: Record<string, string> | null;
    IPAM?: { Config?: { Subnet?: string }[] | null } | null;
    Containers?: Record<string, unknown> | null;
}

export interface WireEvent {
    Type?: string;
    Action?: string;
    Actor?: { ID?: string; Attributes?: Record<string, string> | null };
    time?: number;
    timeNano?: number;
}

/** One line of what a build or a pull tells. */
export interface WireProgress {
    stream?: string;
    status?: string;
    id?: string;
    error?: string;
}
