import type { Rule } from '../rule.ts';
import { syntaxError } from './syntaxError.ts';

/** Of any php.ini: its grammar, and what the catalogue knows of every directive. */
export const generalRules: readonly Rule[] = [syntaxError];
