import type { GenericSchema, InferOutput } from 'valibot';
import { readJson } from '../../foreignData.ts';

/**
 * Decodes newline-delimited JSON; chunks may be cut anywhere, within a character too. A last line without its newline
 * counts.
 * @throws ForeignDataError where a line is not JSON, or not of its form
 */
export async function* jsonLines<const Schema extends GenericSchema>(
    schema: Schema,
    chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<InferOutput<Schema>, void, undefined> {
    for await (const line of textLines(chunks)) {
        if (line.trim() !== '') {
            yield readJson(schema, line);
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
