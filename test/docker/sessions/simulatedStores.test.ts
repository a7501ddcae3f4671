import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { after, before, describe, it } from 'mocha';
import type { Environment } from '../../../client/src/cluster/model/model.ts';
import { withNodes } from '../../../client/src/cluster/model/topologyFile.ts';
import { createEnvironment } from '../../../client/src/cluster/provision/provision.ts';
import { deleteEnvironment } from '../../../client/src/cluster/provision/remove.ts';
import type { Engine } from '../../../client/src/engine/engine.ts';
import { openEngine, store, testTopology } from '../../support/engine/environments.ts';
import { quietContext } from '../../support/engine/quietContext.ts';
import { root } from '../../support/run/paths.ts';
import { randomOf } from '../../support/run/random.ts';
import { seed } from '../../support/run/runs.ts';

const COMMANDS = 6000;
const SIMULATED = join(root, 'test/simulation/talk.lua');

/** Sends the commands, and resolves to all that is answered, until `end` answers to `mn`. */
const ASK = 'exec 3<>/dev/tcp/127.0.0.1/11211; cat >&3 & while IFS= read -r line <&3; do
    [ "$line" = $\'MN\\r\' ] && exit 0; printf "%s\\n" "$line"; done';
