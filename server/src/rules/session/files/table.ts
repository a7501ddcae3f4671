import type { Rule } from '../../rule.ts';
import { filesPathCut } from './filesPathCut.ts';
import { filesPathDepth } from './filesPathDepth.ts';
import { filesPathParameter } from './filesPathParameter.ts';
import { filesPathRelative } from './filesPathRelative.ts';
import { filesPathTmp } from './filesPathTmp.ts';
import { gcEveryRequest } from './gcEveryRequest.ts';
import { gcIrrelevant } from './gcIrrelevant.ts';
import { gcMaxlifetimeRange } from './gcMaxlifetimeRange.ts';
import { gcMaxlifetimeForever } from './gcMaxlifetimeForever.ts';
import { uploadProgressFreq } from './uploadProgressFreq.ts';

/** Of sessions in files, and of what clears them away. */
export const fileRules: readonly Rule[] = [
    filesPathCut,
    filesPathDepth,
    filesPathParameter,
    filesPathRelative,
    filesPathTmp,
    gcEveryRequest,
    gcIrrelevant,
    gcMaxlifetimeForever,
    gcMaxlifetimeRange,
    uploadProgressFreq,
];
