import { randomBytes } from 'node:crypto';
import * as l10n from '@vscode/l10n';
import type { Engine } from '../../engine/engine.ts';
import { isEngineError } from '../../engine/errors.ts';
import { OperationError } from '../model/errors.ts';
import type { Layer } from '../model/model.ts';

/**
 * Where the nodes of each layer begin within the environment's network. Nodes have fixed addresses: NGINX keeps the
 * addresses it read at its start, and the name of a stopped container takes seconds not to resolve (measured).
 */
const OFFSETS: Readonly<Record<Layer, number>> = { balancer: 2, store: 16, application: 32 };

/** The lower half holds the fixed addresses up to OFFSETS.application + 32 nodes. */
const LARGEST_PREFIX = 25;
const ATTEMPTS = 5;

export interface AddressPlan {
    readonly subnet: string;
    /** The upper half: what the engine gives to containers that others join to the network. */
    readonly dynamicRange: string;
    addressOf(layer: Layer, number: number): string;
}

/** Plans the addresses of one IPv4 subnet, `172.18.0.0/16`. */
export function planAddresses(subnet: string): AddressPlan {
    const [network = '', prefixText = ''] = subnet.split('/');
    const prefix = Number(prefixText);
    const bytes = network.split('.').map(Number);
    if (
        bytes.length !== 4 ||
        bytes.some(byte => !(byte >= 0 && byte <= 255)) ||
        !(prefix > 0 && prefix <= LARGEST_PREFIX)
    ) {
        throw new OperationError('unsupported', {
            what: l10n.t(
                'The engine gave the network the address range {0}, which is not an IPv4 range of 128 addresses or more',
                subnet,
            ),
            kept: l10n.t('Nothing was created'),
            next: l10n.t('Give the engine larger ranges: default-address-pools in its daemon.json'),
        });
    }
    const base = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
    const half = 2 ** (31 - prefix);
    return {
        subnet,
        dynamicRange: `${dotted(base + half)}/${prefix + 1}`,
        addressOf: (layer, number) => dotted(base + OFFSETS[layer] + number - 1),
    };
}

function dotted(address: number): string {
    return [24, 16, 8, 0].map(shift => Math.floor(address / 2 ** shift) % 256).join('.');
}

/**
 * Makes the environment's network. Fixed addresses need a subnet that is named, and only the engine knows which are
 * free: it is asked for one by way of a network that lives for a moment.
 */
export async function createEnvironmentNetwork(
    engine: Engine,
    name: string,
    labels: Readonly<Record<string, string>>,
    signal: AbortSignal,
): Promise<{ id: string; addresses: AddressPlan }> {
    for (let attempt = 1; ; attempt++) {
        const subnet = await freeSubnet(engine, name, labels, signal);
        const addresses = planAddresses(subnet);
        try {
            const id = await engine.createNetwork(
                { name, labels, subnet, addressRange: addresses.dynamicRange },
                signal,
            );
            return { id, addresses };
        } catch (error) {
            // Somebody else took the range in between.
            if (attempt === ATTEMPTS || !isEngineError(error, 'addressInUse')) {
                throw error;
            }
        }
    }
}

async function freeSubnet(
    engine: Engine,
    name: string,
    labels: Readonly<Record<string, string>>,
    signal: AbortSignal,
): Promise<string> {
    // An internal one, as it needs fewer rules of the firewall: made and removed in two thirds of the time (measured).
    const scout = await engine.createNetwork(
        { name: `${name}-range-${randomBytes(4).toString('hex')}`, labels, internal: true },
        signal,
    );
    try {
        const { subnets } = await engine.inspectNetwork(scout, signal);
        return subnets.find(subnet => !subnet.includes(':')) ?? '';
    } finally {
        await engine.removeNetwork(scout);
    }
}
