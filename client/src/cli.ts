#!/usr/bin/env node
import { cancelOnInterrupt, endOnUnexpected } from './terminal/processEnd.ts';
import { Output, wantsJson } from './terminal/output.ts';
import { Program } from './terminal/program.ts';
import { declareApply } from './terminal/verbs/apply.ts';
import { declareCreate } from './terminal/verbs/create.ts';
import { declareDelete } from './terminal/verbs/delete.ts';
import { declareDemo } from './terminal/verbs/demo.ts';
import { declareLint } from './terminal/verbs/lint.ts';
import { declareList } from './terminal/verbs/list.ts';
import { declareRestart } from './terminal/verbs/restart.ts';
import { declareScale } from './terminal/verbs/scale.ts';
import { declareVerify } from './terminal/verbs/verify.ts';

const args = process.argv.slice(2);
const output = new Output({ json: wantsJson(args) });
endOnUnexpected(output);
const program = new Program(output, cancelOnInterrupt(output));
for (const declare of [
    ...[declareDemo, declareCreate, declareList, declareApply],
    ...[declareRestart, declareScale, declareVerify, declareDelete, declareLint],
]) {
    declare(program);
}
void program.run(args).then(status => {
    process.exitCode = status;
});
