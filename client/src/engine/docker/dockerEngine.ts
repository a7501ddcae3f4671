import * as l10n from '@vscode/l10n';
import type { GenericSchema, InferOutput } from 'valibot';
import { readData } from '../../foreignData.ts';
import type { Endpoint } from '../endpoint.ts';
import type { ContainerSpec, Engine, EngineInfo, ExecOptions, FileToPut, ImageBuild, NetworkSpec } from '../engine.ts';
import { callEngine, dial, type Connection } from './connection.ts';
import * as containers from './containers.ts';
import * as followed from './events.ts';
import { exec } from './exec.ts';
import * as files from './files.ts';
import * as images from './images.ts';
import { openConnection, type ConnectOptions } from './modem.ts';
import * as networks from './networks.ts';
import { wireInfo, wireVersion } from './wire.ts';

/** The port's adapter for engines that speak the Docker Engine API 1.41 or later (Docker, and Podman's service). */
export class DockerEngine implements Engine {
    readonly endpoint: Endpoint;
    readonly #connection: Connection;
    #logsAreJsonFiles: boolean | undefined;

    constructor(endpoint: Endpoint, options: ConnectOptions = {}) {
        this.endpoint = endpoint;
        this.#connection = openConnection(endpoint, options);
    }

    dispose(): void {
        this.#connection.dispose();
    }

    async info(signal?: AbortSignal): Promise<EngineInfo> {
        const info = await this.#info(signal);
        const version = await this.#get('/version', wireVersion, signal);
        return {
            name: info.Name ?? '',
            version: info.ServerVersion ?? '',
            apiVersion: version.ApiVersion ?? '',
            operatingSystem: info.OperatingSystem ?? '',
        };
    }

    #info(signal?: AbortSignal) {
        return this.#get('/info', wireInfo, signal);
    }

    #get<const Schema extends GenericSchema>(
        path: string,
        schema: Schema,
        signal?: AbortSignal,
    ): Promise<InferOutput<Schema>> {
        const call = { what: l10n.t('The engine could not be asked for its version') };
        return callEngine(this.#connection, call, signal, async inner =>
            readData(schema, await dial(this.#connection.docker, { path, method: 'GET' }, inner)),
        );
    }

    listContainers(filter: { labels?: readonly string[] }, signal?: AbortSignal) {
        return containers.listContainers(this.#connection, filter, signal);
    }

    inspectContainer(id: string, signal?: AbortSignal) {
        return containers.inspectContainer(this.#connection, id, signal);
    }

    async createContainer(spec: ContainerSpec, signal?: AbortSignal): Promise<string> {
        // Limits of json-file mean nothing to another log driver, which a person has chosen for this engine.
        this.#logsAreJsonFiles ??= (await this.#info(signal)).LoggingDriver === 'json-file';
        return await containers.createContainer(this.#connection, spec, this.#logsAreJsonFiles, signal);
    }

    startContainer(id: string, signal?: AbortSignal) {
        return containers.startContainer(this.#connection, id, signal);
    }

    stopContainer(id: string, options: { graceSeconds?: number } = {}, signal?: AbortSignal) {
        return containers.stopContainer(this.#connection, id, options, signal);
    }

    killContainer(id: string, unixSignal: string, signal?: AbortSignal) {
        return containers.killContainer(this.#connection, id, unixSignal, signal);
    }

    pauseContainer(id: string, signal?: AbortSignal) {
        return containers.pauseContainer(this.#connection, id, signal);
    }

    unpauseContainer(id: string, signal?: AbortSignal) {
        return containers.unpauseContainer(this.#connection, id, signal);
    }

    removeContainer(id: string, signal?: AbortSignal) {
        return containers.removeContainer(this.#connection, id, signal);
    }

    exec(id: string, argv: readonly string[], options: ExecOptions = {}, signal?: AbortSignal) {
        return exec(this.#connection, id, argv, options, signal);
    }

    listProcesses(id: string, signal?: AbortSignal) {
        return containers.listProcesses(this.#connection, id, signal);
    }

    logs(id: string, options: { tail: number }, signal?: AbortSignal) {
        return followed.logs(this.#connection, id, options, signal);
    }

    followLogs(id: string, options: { tail: number }, signal: AbortSignal) {
        return followed.followLogs(this.#connection, id, options, signal);
    }

    readFile(id: string, path: string, signal?: AbortSignal) {
        return files.readFile(this.#connection, id, path, signal);
    }

    stat(id: string, path: string, signal?: AbortSignal) {
        return files.stat(this.#connection, id, path, signal);
    }

    listDirectory(id: string, path: string, signal?: AbortSignal) {
        return files.listDirectory(this.#connection, id, path, signal);
    }

    putFiles(id: string, filesToPut: readonly FileToPut[], signal?: AbortSignal) {
        return files.putFiles(this.#connection, id, filesToPut, signal);
    }

    buildImage(build: ImageBuild, signal?: AbortSignal) {
        return images.buildImage(this.#connection, build, signal);
    }

    findImage(reference: string, signal?: AbortSignal) {
        return images.findImage(this.#connection, reference, signal);
    }

    listImages(filter: { labels?: readonly string[] }, signal?: AbortSignal) {
        return images.listImages(this.#connection, filter, signal);
    }

    pullImage(reference: string, onProgress: (line: string) => void, signal?: AbortSignal) {
        return images.pullImage(this.#connection, reference, onProgress, signal);
    }

    removeImage(reference: string, signal?: AbortSignal) {
        return images.removeImage(this.#connection, reference, signal);
    }

    createNetwork(spec: NetworkSpec, signal?: AbortSignal) {
        return networks.createNetwork(this.#connection, spec, signal);
    }

    inspectNetwork(id: string, signal?: AbortSignal) {
        return networks.inspectNetwork(this.#connection, id, signal);
    }

    listNetworks(filter: { labels?: readonly string[] }, signal?: AbortSignal) {
        return networks.listNetworks(this.#connection, filter, signal);
    }

    removeNetwork(id: string, signal?: AbortSignal) {
        return networks.removeNetwork(this.#connection, id, signal);
    }

    connectNetwork(...[network, container, options, signal]: Parameters<Engine['connectNetwork']>) {
        return networks.connectNetwork(this.#connection, network, container, options, signal);
    }

    disconnectNetwork(network: string, container: string, signal?: AbortSignal) {
        return networks.disconnectNetwork(this.#connection, network, container, signal);
    }

    listVolumes(filter: { labels?: readonly string[] }, signal?: AbortSignal) {
        return networks.listVolumes(this.#connection, filter, signal);
    }

    removeVolume(name: string, signal?: AbortSignal) {
        return networks.removeVolume(this.#connection, name, signal);
    }

    events(signal: AbortSignal) {
        return followed.events(this.#connection, signal);
    }
}
