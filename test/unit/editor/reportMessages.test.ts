import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import * as v from 'valibot';
import { LocalStyle } from '../../../client/src/cluster/report/localStyle.ts';
import { pageContent } from '../../../client/src/views/report/content.ts';
import { makeContent } from '../../../client/src/views/report/makeContent.ts';
import { FORMATS, isPageMessage, isShowMessage, readPageState } from '../../../client/src/views/report/messages.ts';
import { spoilt } from '../../support/hostile.ts';
import { reportFixture } from '../../support/sessions/reports.ts';

const report = reportFixture({
    applications: 2,
    stores: 1,
    verdictOf: fault => (fault === 'disconnect' ? 'fail' : fault === 'stop' ? 'notRun' : 'pass'),
    changes: { weaknesses: [{ code: 'x', what: 'What.', next: 'Next.' }] },
});
const show = { type: 'show', page: makeContent(report, new LocalStyle('en')), report };

describe('messages between the editor and the page of a report', () => {
    it('of the page are known by their form', () => {
        assert.equal(isPageMessage({ type: 'ready' }), true);
        for (const format of FORMATS) {
            assert.equal(isPageMessage({ type: 'save', format }), true, format);
        }
        for (const other of [undefined, null, 'ready', {}, { type: 'save' }, { type: 'save', format: 'exe' }, []]) {
            assert.equal(isPageMessage(other), false, JSON.stringify(other));
        }
    });

    it('of the editor hold a whole report', () => {
        assert.equal(isShowMessage(show), true);
        // Nothing that the page does not read.
        assert.deepEqual(v.parse(pageContent, show.page), show.page);
        for (const other of [undefined, { ...show, report: {} }, { ...show, type: 'other' }, { ...show, page: null }]) {
            assert.equal(isShowMessage(other), false);
        }
        fc.assert(
            fc.property(spoilt(show.page), page => {
                assert.equal(isShowMessage({ ...show, page }), false);
            }),
        );
    });

    it('leave a state that has a report', () => {
        const state = { report: reportFixture(), selected: 3 };
        assert.deepEqual(readPageState(state), state);
        for (const other of [undefined, 'report', { report: {} }, { ...state, selected: -1 }]) {
            assert.equal(readPageState(other), undefined, JSON.stringify(other));
        }
    });
});
