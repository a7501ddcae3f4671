// How much a test of many generated inputs does, and from which seed on: `npm test SUITE -- --runs N --seed N`.

/** The runs that are asked for; `usual` unless told. */
export function runsOr(usual: number): number {
    return number('TEST_RUNS') ?? usual;
}

/** A new seed for each process unless told: the same seed gives the same inputs. */
export const seed = number('TEST_SEED') ?? Date.now() % 2 ** 31;

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
