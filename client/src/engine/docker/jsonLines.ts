/**
 * Decodes newline-delimited JSON; chunks may be cut anywhere, within a character too. A last line without its newline counts.
 * Throws SyntaxError where a line is not JSON.
 */
export async function* jsonLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<unknown, void, undefined> {
    for await (const line of textLines(chunks)) {
        if (line.trim() !== '') {
            yield JSON.parse(line) as unknown;
        }
    }
}

/** Lines of UTF-8 text without their ends (`\n` or `\r\n`). */
export async function* textLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string, void, undefined> {
    const decoder = new TextDecoder();
    let rest = '';
    for await (const chunk of chunks) {
        const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) {
            yield line.replace(/\r$/, '');
        }
    }
    rest += decoder.decode();
    if (rest !== '') {
        yield rest.replace(/\r$/, '');
    }
}
