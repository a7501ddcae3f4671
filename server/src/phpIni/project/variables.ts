/**
 * `$NAME`, `${NAME}`, `${NAME:-default}`, `${NAME-default}`, `${NAME:+instead}`; a default may hold variables itself.
 */
const variable = /\$(?:(\w+)|\{(\w+)(?:(:?[-+?])((?:\$\{[^{}]*\}|[^{}])*))?\})/g;

/** Characters that variables may bring into one text: each of many lines may hold the one above twice. */
const MOST_BROUGHT_IN = 4_096;

/** As the shell does it; what is not known is empty. */
export function expandVariables(text: string, variables: ReadonlyMap<string, string>): string {
    let room = MOST_BROUGHT_IN;
    return text.replaceAll(
        variable,
        (_, plain: string | undefined, braced: string | undefined, operator: string | undefined, word: unknown) => {
            const value = valueOf(variables.get(plain ?? braced ?? ''), operator, () =>
                expandVariables(typeof word === 'string' ? word : '', variables),
            );
            room -= value.length;
            return room < 0 ? '' : value;
        },
    );
}

function valueOf(value: string | undefined, operator: string | undefined, word: () => string): string {
    const isSet = operator?.startsWith(':') === true ? value !== undefined && value !== '' : value !== undefined;
    switch (operator?.at(-1)) {
        case '-':
            return isSet ? (value ?? '') : word();
        case '+':
            return isSet ? word() : '';
        default:
            return value ?? '';
    }
}
