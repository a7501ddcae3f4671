import type { PageTable } from '../content.ts';
import { element } from './dom.ts';

/** With its caption, and with headings of columns and rows. */
export function table({ caption, headings, rows, words }: PageTable): HTMLTableElement {
    return element(
        'table',
        {},
        element('caption', {}, caption),
        element(
            'thead',
            {},
            element(
                'tr',
                {},
                ...headings.map((heading, column) =>
                    element('th', { scope: 'col', class: column < words ? '' : 'figure' }, heading),
                ),
            ),
        ),
        element('tbody', {}, ...rows.map(tableRow)),
    );
}

function tableRow([heading = '', ...figures]: readonly string[]): HTMLTableRowElement {
    return element(
        'tr',
        {},
        element('th', { scope: 'row' }, heading),
        ...figures.map(figure => element('td', { class: 'figure' }, figure)),
    );
}
