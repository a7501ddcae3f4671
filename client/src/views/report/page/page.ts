// The script of a report's page: shows what the editor sends, and tells it what the person wants saved.
import { isShowMessage, readPageState, type ReportFormat, type ShowMessage } from '../messages.ts';
import type { PageContent } from '../content.ts';
import { announce, button, element } from './dom.ts';
import { FaultTable } from './faultTable.ts';
import { Timeline } from './timeline.ts';
import { vscodeApi } from './vscodeApi.ts';

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (isShowMessage(data)) {
        show(data);
    }
});
vscodeApi.postMessage({ type: 'ready' });

function show({ page, report }: ShowMessage): void {
    const selectedBefore = savedSelection();
    const timeline = new Timeline(page);
    const faults = new FaultTable(page, index => {
        vscodeApi.setState({ report, ...(index === undefined ? {} : { selected: index }) });
        timeline.select(index === undefined ? undefined : index + 1);
        const fault = index === undefined ? undefined : page.faults[index];
        announce([fault?.announcement, fault?.reason, timeline.rangeText()].filter(Boolean).join(' '));
    });
    const main = document.getElementById('report');
    main?.replaceChildren(
        header(page),
        totals(page),
        // The charts stay in sight as far as the faults go.
        element('div', {}, timeline.element, section('faults-title', page.faultsTable.caption, faults.element)),
        section('weaknesses-title', page.texts.weaknesses, weaknesses(page)),
        section('meanings-title', page.texts.meanings, meanings(page)),
    );
    if (selectedBefore !== undefined && selectedBefore < page.faults.length) {
        faults.select(selectedBefore);
    } else {
        vscodeApi.setState({ report });
    }
}

/** What was selected when the page was hidden. */
function savedSelection(): number | undefined {
    return readPageState(vscodeApi.getState())?.selected;
}

function header({ title, passed, verdict, about, weaknesses, texts }: PageContent): HTMLElement {
    const save = (format: ReportFormat, text: string) =>
        button(text, () => {
            vscodeApi.postMessage({ type: 'save', format });
        });
    const [first = '', ...others] = verdict.sentences;
    return element(
        'header',
        {},
        element('h1', {}, title),
        element(
            'p',
            { class: `verdict ${passed ? 'pass' : 'fail'}` },
            element('span', { 'aria-hidden': 'true', class: 'sign' }, passed ? '✓' : '✕'),
            element('strong', {}, verdict.word),
            element('span', {}, first),
        ),
        element('p', {}, others.join(' ')),
        element('p', { class: 'hint' }, about),
        ...(weaknesses.length === 0
            ? []
            : [element('p', {}, element('a', { href: '#weaknesses-title' }, texts.weaknessesLink))]),
        element(
            'div',
            { class: 'buttons', role: 'group', 'aria-label': texts.save },
            save('markdown', texts.saveMarkdown),
            save('json', texts.saveJson),
            save('junit', texts.saveJunit),
        ),
    );
}

function totals({ totals: tiles, texts }: PageContent): HTMLElement {
    const list = element(
        'dl',
        { class: 'totals' },
        ...tiles.map(({ label, value, isHarm }) =>
            element('div', { class: isHarm ? 'harm' : '' }, element('dt', {}, label), element('dd', {}, value)),
        ),
    );
    return element('section', { 'aria-label': texts.totals }, list);
}

function weaknesses({ weaknesses: found, texts }: PageContent): HTMLElement {
    return found.length === 0
        ? element('p', {}, texts.noWeaknesses)
        : element(
              'ul',
              {},
              ...found.map(({ what, next }) => element('li', {}, element('strong', {}, what), ` ${next}`)),
          );
}

function meanings({ meanings: words }: PageContent): HTMLElement {
    return element(
        'dl',
        { class: 'meanings' },
        ...words.flatMap(({ word, meaning }) => [element('dt', {}, word), element('dd', {}, meaning)]),
    );
}

function section(id: string, title: string, content: HTMLElement): HTMLElement {
    return element('section', { 'aria-labelledby': id }, element('h2', { id }, title), content);
}
