import * as v from 'valibot';
import { byName, fields } from '../../foreignData.ts';

/*
 * The engine's answers, as far as they are read here. dockerode's types promise fields that engines leave out or set to
 * null (labels, ports, networks, logs of health checks), so the mapping reads these instead.
 * https://docs.docker.com/reference/api/engine/
 */

const text = v.nullish(v.string());
const number = v.nullish(v.number());
const texts = v.nullish(v.array(v.string()));
const labels = v.nullish(byName(v.string()));

const endpoint = fields({
    NetworkID: text,
    IPAddress: text,
    Aliases: texts,
    IPAMConfig: v.nullish(fields({ IPv4Address: text })),
});
export type WireEndpoint = v.InferOutput<typeof endpoint>;

const networks = v.nullish(byName(v.nullable(endpoint)));

export const wireContainer = fields({
    Id: v.string(),
    Names: texts,
    Image: text,
    ImageID: text,
    Command: text,
    Created: number,
    State: text,
    Status: text,
    Labels: labels,
    Ports: v.nullish(v.array(fields({ IP: text, PrivatePort: v.number(), PublicPort: number, Type: text }))),
    NetworkSettings: v.nullish(fields({ Networks: networks })),
});
export type WireContainer = v.InferOutput<typeof wireContainer>;

const ports = v.nullish(byName(v.nullable(v.array(fields({ HostIp: text, HostPort: text })))));
export type WirePorts = NonNullable<v.InferOutput<typeof ports>>;

const argv = v.nullish(v.union([v.array(v.string()), v.string()]));

export const wireContainerDetails = fields({
    Id: v.string(),
    Name: text,
    RestartCount: number,
    State: v.nullish(
        fields({
            Status: text,
            ExitCode: number,
            StartedAt: text,
            Health: v.nullish(fields({ Status: text, Log: v.nullish(v.array(fields({ Output: text }))) })),
        }),
    ),
    Mounts: v.nullish(
        v.array(fields({ Type: text, Name: text, Source: text, Destination: text, RW: v.nullish(v.boolean()) })),
    ),
    Config: v.nullish(
        fields({
            Image: text,
            Tty: v.nullish(v.boolean()),
            Env: texts,
            Cmd: argv,
            Entrypoint: argv,
            WorkingDir: text,
            Labels: labels,
            ExposedPorts: v.nullish(byName(v.unknown())),
        }),
    ),
    HostConfig: v.nullish(fields({ PortBindings: ports })),
    NetworkSettings: v.nullish(fields({ Ports: ports, Networks: networks })),
});
export type WireContainerDetails = v.InferOutput<typeof wireContainerDetails>;

/** The columns are those of `ps` on the engine's machine. */
export const wireTop = fields({ Titles: texts, Processes: v.nullish(v.array(v.array(v.string()))) });
export type WireTop = v.InferOutput<typeof wireTop>;

export const wireImage = fields({
    Id: v.string(),
    RepoTags: texts,
    Size: number,
    Labels: labels,
    /** Where `inspect` has the labels. */
    Config: v.nullish(fields({ Labels: labels })),
});
export type WireImage = v.InferOutput<typeof wireImage>;

export const wireNetwork = fields({
    Id: v.string(),
    Name: v.string(),
    Labels: labels,
    IPAM: v.nullish(fields({ Config: v.nullish(v.array(fields({ Subnet: text }))) })),
    Containers: v.nullish(byName(v.unknown())),
});
export type WireNetwork = v.InferOutput<typeof wireNetwork>;

export const wireVolumes = fields({ Volumes: v.nullish(v.array(fields({ Name: v.string() }))) });

export const wireEvent = fields({
    Type: text,
    Action: text,
    Actor: v.nullish(fields({ ID: text, Attributes: labels })),
    time: number,
    timeNano: number,
});
export type WireEvent = v.InferOutput<typeof wireEvent>;

/** One line of what a build or a pull tells. */
export const wireProgress = fields({ stream: text, status: text, id: text, error: text });
export type WireProgress = v.InferOutput<typeof wireProgress>;

/** Of `/info`. */
export const wireInfo = fields({ Name: text, ServerVersion: text, OperatingSystem: text, LoggingDriver: text });
export const wireVersion = fields({ ApiVersion: text });
