/** Whether PHP takes the text of a directive for On. */
export function isTrue(value: string): boolean {
    return /^(?:true|yes|on)$/i.test(value) || /^\s*[+-]?0*[1-9]/.test(value);
}
