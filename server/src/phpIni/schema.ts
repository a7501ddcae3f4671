import * as v from 'valibot';

/** What somebody may say or not; what is not of its form counts as not said. */
export function optional<const Schema extends v.GenericSchema>(schema: Schema) {
    return v.fallback(v.optional(schema), undefined);
}
