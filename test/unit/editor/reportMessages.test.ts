import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { FORMATS, isPageMessage, isShowMessage, readPageState } from '../../../client/src/views/report/messages.ts';
import { reportFixture } from '../../support/sessions/reports.ts';

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
        assert.equal(isShowMessage({ type: 'show', page: { report: reportFixture() } }), true);
        assert.equal(isShowMessage({ type: 'show', page: { report: {} } }), false);
        assert.equal(isShowMessage({ type: 'other', page: { report: reportFixture() } }), false);
        assert.equal(isShowMessage({ type: 'show', page: null }), false);
        assert.equal(isShowMessage(undefined), false);
    });

    it('leave a state that has a report', () => {
        const state = { report: reportFixture(), selected: 3 };
        assert.deepEqual(readPageState(state), state);
        for (const other of [undefined, 'report', { report: {} }, { ...state, selected: -1 }]) {
            assert.equal(readPageState(other), undefined, JSON.stringify(other));
        }
    });
});
