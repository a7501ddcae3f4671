// How much a test of many generated inputs does, and from which seed on: `npm test SUITE -- --runs N --seed N`, or
// `--seed random`.

/** The runs that are asked for; `usual` unless told. */
export function runsOr(usual: number): number {
    return number('TEST_RUNS') ?? usual;
}

/**
 * The same seed gives the same inputs: by default the same one for everybody, so that no run fails by chance; `random`
 * looks further.
 */
export const seed = process.env.TEST_SEED === 'random' ? Date.now() % 2 ** 31 : (number('TEST_SEED') ?? 1);

function number(name: string): number | undefined {
    const text = process.env[name];
    if (text === undefined) {
        return undefined;
    }
    if (!/^\d+$/.test(text)) {
        throw new RangeError(`${name} has to be a number, not ${JSON.stringify(text)}`);
    }
    return Number(text);
}
