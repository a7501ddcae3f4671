/** An element with its attributes and children. Texts become text, never markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
    tag: K,
    attributes: Readonly<Record<string, string>> = {},
    ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
        made.setAttribute(name, value);
    }
    made.append(...children);
    return made;
}

export function button(text: string, onClick: () => void): HTMLButtonElement {
    const made = element('button', { type: 'button' }, text);
    made.addEventListener('click', onClick);
    return made;
}

/** Replaces `{0}`, `{1}`, … */
export function filled(template: string, ...values: readonly string[]): string {
    return template.replace(/\{(\d+)\}/g, (place, index: string) => values[Number(index)] ?? place);
}

/** Has a screen reader say it. */
export function announce(text: string): void {
    const announcer = document.getElementById('announcer');
    if (announcer !== null) {
        announcer.textContent = text;
    }
}
