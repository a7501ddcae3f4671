import assert from 'node:assert/strict';
import { withPictures } from '../../../tools/documentation/architecture.ts';
import { countArrows, mermaid, withoutShortCuts, type Rooms } from '../../../tools/documentation/rooms.ts';

function rooms(arrows: Readonly<Record<string, readonly string[]>>): Rooms {
    return new Map(Object.entries(arrows).map(([from, to]) => [from, new Set(to)]));
}

describe('the picture of the rooms', () => {
    it('leaves out what follows from other arrows', () => {
        const all = rooms({ cli: ['verify', 'model'], verify: ['model'], model: [], alone: [] });
        assert.equal(countArrows(all), 3);
        const text = mermaid(withoutShortCuts(all));
        assert.match(text, /^ {4}cli --> verify$/m);
        assert.match(text, /^ {4}verify --> model$/m);
        assert.doesNotMatch(text, /alone/);
    });

    it('is not drawn of rooms that need each other', () => {
        assert.throws(() => withoutShortCuts(rooms({ a: ['b'], b: ['c'], c: ['b'] })), /circle: b, c\./);
    });

    it('is put between its marks, whatever was there', () => {
        const text = 'one\n<!-- picture: client -->\nold\n<!-- end of the picture -->\ntwo\n';
        const once = withPictures(text, name => `picture of ${name}`);
        assert.match(
            once,
            /^one\n<!-- picture: client -->\n\npicture of client\n\n<!-- end of the picture -->\ntwo\n$/,
        );
        assert.equal(
            withPictures(once, name => `picture of ${name}`),
            once,
        );
    });
});
