import { integerOf, readQuantity } from '../../phpIni/syntax/quantity.ts';
import { isTrue } from '../../phpIni/syntax/switch.ts';

/** What there may be against a value. */
export type Judgement = (value: string) => boolean;

export const isOn: Judgement = isTrue;
export const isOff: Judgement = value => !isTrue(value);
export const isEmpty: Judgement = value => value.trim() === '';
export const isSet: Judgement = value => value.trim() !== '';

/** More than so many, or as many as there may be. */
export function isOver(most: number, ...unlimited: readonly number[]): Judgement {
    return value => {
        const number = integerOf(value);
        return number !== undefined && (number > most || unlimited.includes(number));
    };
}

/** Of bytes; -1 and 0 have no limit. */
export function isAtLeastBytes(least: number): Judgement {
    return value => {
        const { value: bytes, junk } = readQuantity(value);
        return !junk && (bytes <= 0 || bytes >= least);
    };
}
