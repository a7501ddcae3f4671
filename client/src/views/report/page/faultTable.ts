import type { FaultDetails, PageContent, PageTable } from '../content.ts';
import { element } from './dom.ts';
import { table } from './tables.ts';

/** The faults, one a row; the selected one with its details below it. Arrow keys go from row to row, Enter selects. */
export class FaultTable {
    readonly element: HTMLElement;
    private readonly page: PageContent;
    private readonly onSelect: (index: number | undefined) => void;
    private readonly rows: readonly HTMLTableRowElement[];
    private readonly buttons: readonly HTMLButtonElement[];
    private details: HTMLTableRowElement | undefined;
    private selected: number | undefined;

    /** `onSelect` gets the place of the fault in the report, or undefined where none is selected any more. */
    constructor(page: PageContent, onSelect: (index: number | undefined) => void) {
        this.page = page;
        this.onSelect = onSelect;
        this.buttons = page.faultsTable.rows.map((cells, index) => this.makeButton(cells, index));
        this.rows = page.faultsTable.rows.map((cells, index) => this.makeRow(cells, index));
        this.element = element(
            'div',
            { class: 'wide' },
            element(
                'table',
                { id: 'faults' },
                element('caption', {}, page.texts.faultsCaption),
                element('thead', {}, headingRow(page.faultsTable)),
                element('tbody', {}, ...this.rows),
            ),
        );
    }

    /** Undefined selects none. */
    select(index: number | undefined): void {
        this.details?.remove();
        this.details = undefined;
        this.mark(this.selected, false);
        this.selected = index;
        const fault = index === undefined ? undefined : this.page.faults[index];
        const row = index === undefined ? undefined : this.rows[index];
        if (index !== undefined && fault !== undefined && row !== undefined) {
            this.mark(index, true);
            this.details = detailsRow(fault, index, this.page.faultsTable.headings.length + 1);
            row.after(this.details);
            // As much of the details as fits, but the fault itself in any case.
            this.details.scrollIntoView({ block: 'nearest' });
            row.scrollIntoView({ block: 'nearest' });
        }
        this.onSelect(index);
    }

    private mark(index: number | undefined, selected: boolean): void {
        if (index !== undefined) {
            this.rows[index]?.classList.toggle('selected', selected);
            this.buttons[index]?.setAttribute('aria-expanded', String(selected));
        }
    }

    private toggle(index: number): void {
        this.select(this.selected === index ? undefined : index);
    }

    private makeButton(cells: readonly string[], index: number): HTMLButtonElement {
        const button = element(
            'button',
            {
                type: 'button',
                class: 'fault',
                tabindex: index === 0 ? '0' : '-1',
                'aria-expanded': 'false',
                'aria-controls': detailsId(index),
            },
            cells[0] ?? '',
        );
        button.addEventListener('keydown', event => {
            this.onKey(event, index);
        });
        button.addEventListener('focus', () => {
            this.buttons.forEach(other => {
                other.tabIndex = other === button ? 0 : -1;
            });
        });
        return button;
    }

    private makeRow(cells: readonly string[], index: number): HTMLTableRowElement {
        const [, ...others] = cells;
        const { faultsTable, faults } = this.page;
        const { verdict = '' } = faults[index] ?? {};
        const row = element(
            'tr',
            { class: `fault ${verdict}` },
            element('td', { class: 'figure' }, String(index + 1)),
            element('th', { scope: 'row' }, this.buttons[index] ?? ''),
            ...others.map((cell, column) =>
                element(
                    'td',
                    { class: column + 1 === 2 ? 'verdict' : column + 1 < faultsTable.words ? '' : 'figure' },
                    cell,
                ),
            ),
        );
        // The whole row for those who point; its button is part of it.
        row.addEventListener('click', () => {
            this.toggle(index);
        });
        return row;
    }

    private onKey(event: KeyboardEvent, index: number): void {
        const last = this.buttons.length - 1;
        const targets: Readonly<Record<string, number>> = {
            ArrowDown: Math.min(last, index + 1),
            ArrowUp: Math.max(0, index - 1),
            Home: 0,
            End: last,
        };
        const target = targets[event.key];
        if (target !== undefined) {
            event.preventDefault();
            this.buttons[target]?.focus();
        } else if (event.key === 'Escape' && this.selected !== undefined) {
            this.select(undefined);
        }
    }
}

function headingRow({ headings, words }: PageTable): HTMLTableRowElement {
    return element(
        'tr',
        {},
        element('th', { scope: 'col', class: 'figure' }, '#'),
        ...headings.map((heading, column) =>
            element('th', { scope: 'col', class: column < words ? '' : 'figure' }, heading),
        ),
    );
}

function detailsRow({ reason, tables }: FaultDetails, index: number, columns: number): HTMLTableRowElement {
    return element(
        'tr',
        { class: 'details', id: detailsId(index) },
        element(
            'td',
            { colspan: String(columns) },
            ...(reason === undefined ? [] : [element('p', {}, reason)]),
            element('div', { class: 'tables' }, ...tables.map(table)),
        ),
    );
}

function detailsId(index: number): string {
    return `fault-${index + 1}`;
}
