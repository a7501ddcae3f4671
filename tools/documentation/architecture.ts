import type { ICruiseResult } from 'dependency-cruiser';
import { cruiseImports } from './imports.ts';
import { root, type Page } from './page.ts';
import { countArrows, folderOf, mermaid, roomsOf, withoutShortCuts, type RoomOf, type Rooms } from './rooms.ts';

/** What each picture shows: a whole folder is one room, a file that lies beside the rooms is one of its own. */
const pictures: Readonly<Record<string, RoomOf>> = {
    client: file => (file.startsWith('server/src/phpIni/') ? 'server/src/phpIni' : below('client/src', file)[0]),
    cluster: file => below('client/src/cluster', file)[0],
    // The rules are most of the server: their families are shown as well.
    server: file => {
        const [room, family] = below('server/src', file);
        return room === 'rules' && family !== undefined ? `rules/${family}` : room;
    },
};

/** The path of the file below a folder, in its parts; none for a file elsewhere. */
function below(folder: string, file: string): string[] {
    return file.startsWith(`${folder}/`) ? file.slice(folder.length + 1).split('/') : [];
}

/** Puts each picture where the text has `<!-- picture: NAME -->` and `<!-- end of the picture -->`. */
export function withPictures(text: string, drawn: (name: string) => string): string {
    return text.replace(
        /(<!-- picture: (\w+) -->\n).*?(<!-- end of the picture -->)/gs,
        (_whole, begin: string, name: string, end: string) => `${begin}\n${drawn(name)}\n\n${end}`,
    );
}

function picture(imports: ICruiseResult, name: string): string {
    const roomOf = pictures[name];
    if (roomOf === undefined) {
        throw new Error(
            `docs/architecture.md wants the picture ${name}. There are ${Object.keys(pictures).join(', ')}.`,
        );
    }
    return mermaid(withoutShortCuts(roomsOf(imports, roomOf)));
}

/** How many folders there are below one, and how many pairs of them import each other. */
function printCounts(imports: ICruiseResult, folder: string): void {
    const rooms: Rooms = roomsOf(imports, file => (file.startsWith(`${folder}/`) ? folderOf(file) : undefined));
    console.log(`${folder}: ${rooms.size} rooms, ${countArrows(rooms)} arrows`);
}

/** The rooms and who imports whom, as the imports are now. */
export const architecturePage: Page = {
    file: 'docs/architecture.md',
    generate: async text => {
        const imports = await cruiseImports(root, ['client', 'server']);
        for (const folder of ['client/src/cluster', 'client/src/commands', 'client/src', 'server/src']) {
            printCounts(imports, folder);
        }
        return withPictures(text, name => picture(imports, name));
    },
};
