/** Whether the letters stand in the text in this order, as editors match what is typed. Both in small letters. */
export function isSubsequence(letters: string, text: string): boolean {
    let at = 0;
    for (const letter of letters) {
        at = text.indexOf(letter, at) + 1;
        if (at === 0) {
            return false;
        }
    }
    return true;
}
