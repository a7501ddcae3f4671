import type { ICruiseResult } from 'dependency-cruiser';

/** Who imports whom, between rooms: from each room to those whose files its files import. */
export type Rooms = ReadonlyMap<string, ReadonlySet<string>>;

/** The room that a file is in; undefined for one that is in none of them. */
export type RoomOf = (file: string) => string | undefined;

/** The folder of a file. */
export function folderOf(file: string): string {
    return file.slice(0, file.lastIndexOf('/'));
}

/** Rooms by name, with their arrows; those within a room are left out. */
export function roomsOf({ modules }: ICruiseResult, roomOf: RoomOf): Rooms {
    const rooms = new Map<string, Set<string>>();
    for (const { source, dependencies } of modules) {
        const room = roomOf(source);
        if (room === undefined) {
            continue;
        }
        const arrows = rooms.get(room) ?? new Set();
        rooms.set(room, arrows);
        for (const { resolved } of dependencies) {
            const other = roomOf(resolved);
            if (other !== undefined && other !== room) {
                arrows.add(other);
            }
        }
    }
    return new Map([...rooms].sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function countArrows(rooms: Rooms): number {
    return [...rooms.values()].reduce((sum, arrows) => sum + arrows.size, 0);
}

/** All rooms that can be reached from one. */
function reachable(rooms: Rooms, room: string, seen = new Set<string>()): ReadonlySet<string> {
    for (const next of rooms.get(room) ?? []) {
        if (!seen.has(next)) {
            seen.add(next);
            reachable(rooms, next, seen);
        }
    }
    return seen;
}

/**
 * Without the arrows that follow from others: where A leads to B and B to C, that from A to C. Throws where rooms lead
 * in a circle.
 */
export function withoutShortCuts(rooms: Rooms): Rooms {
    const circle = [...rooms.keys()].filter(room => reachable(rooms, room).has(room));
    if (circle.length > 0) {
        throw new Error(`These rooms import each other in a circle: ${circle.join(', ')}.`);
    }
    return new Map(
        [...rooms].map(([room, arrows]) => {
            const others = [...arrows];
            const kept = others.filter(to => !others.some(by => by !== to && reachable(rooms, by).has(to)));
            return [room, new Set(kept.sort())];
        }),
    );
}

/**
 * A Mermaid flow chart, from top to bottom: each room above those that it imports. Rooms without an arrow are left out.
 */
export function mermaid(rooms: Rooms): string {
    const id = (room: string): string => room.replace(/\W/g, '_');
    const imported = new Set([...rooms.values()].flatMap(to => [...to]));
    const shown = [...rooms].filter(([room, to]) => to.size > 0 || imported.has(room));
    const nodes = shown.map(([room]) => `    ${id(room)}["${room}"]`);
    const arrows = shown
        .filter(([, to]) => to.size > 0)
        .map(([from, to]) => `    ${id(from)} --> ${[...to].map(id).join(' & ')}`);
    return ['```mermaid', 'flowchart TD', ...nodes, ...arrows, '```'].join('\n');
}
