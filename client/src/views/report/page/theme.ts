/** Colours of the editor's theme, as they are now, in a form that a canvas takes. */
export interface Theme {
    readonly foreground: string;
    readonly grid: string;
    readonly median: string;
    readonly slowest: string;
    readonly harm: string;
    /** What happens, and does no harm: requests that were cut or ran twice. */
    readonly harmless: string;
    /** Of the nodes, in their order; the first follows the last. */
    readonly nodes: readonly string[];
    /** CSS font for labels, at the size of the editor's own words. */
    readonly font: string;
}

export function currentTheme(): Theme {
    const style = getComputedStyle(document.documentElement);
    const color = (name: string) => style.getPropertyValue(`--vscode-${name}`).trim() || style.color;
    return {
        foreground: color('foreground'),
        // Every theme has borders, but those of high contrast would outshine the lines of a chart.
        grid: `color-mix(in srgb, ${color('foreground')} 16%, transparent)`,
        median: color('charts-blue'),
        slowest: color('charts-yellow'),
        harm: color('charts-red'),
        harmless: color('charts-purple'),
        nodes: ['blue', 'green', 'purple', 'yellow', 'foreground', 'orange'].map(name => color(`charts-${name}`)),
        font: style.getPropertyValue('--vscode-font-family').trim() || 'sans-serif',
    };
}

/** The editor changes variables and classes when its theme changes; nothing else tells a page. */
export function onThemeChange(changed: () => void): void {
    const observer = new MutationObserver(changed);
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] });
    observer.observe(document.body, { attributes: true, attributeFilter: ['class', 'data-vscode-theme-id'] });
}
