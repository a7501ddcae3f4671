import type { KnownSoftware } from '../software/signs.ts';
import { isTool, WHY } from './notNodes.ts';
import type { Finding } from './recognition.ts';

/** A container of a project, and what it is by itself. */
export interface Candidate {
    readonly service: string;
    readonly isPublished: boolean;
    readonly finding: Finding;
}

/** A node of that software, or why not. */
export type Place = { readonly software: KnownSoftware; readonly why?: undefined } | { readonly why: string };

/** What each container of a project is beside the others; in their order. */
export function placesOf(candidates: readonly Candidate[]): Place[] {
    const fronts = withFronts(candidates);
    const isApplication = ({ software }: Pick<Partial<Placed>, 'software'>) => software?.layer === 'application';
    const hasApplication = fronts.some(place => isApplication(place) && !isTool(place.service));
    const sessions = fronts.find(place => isStore(place) && isNamedForSessions(place.service));
    return fronts.map((place): Place => {
        if (place.software === undefined) {
            return { why: place.why };
        }
        if (hasApplication && isApplication(place) && isTool(place.service)) {
            return { why: WHY.tool() };
        }
        if (sessions && isStore(place) && !isNamedForSessions(place.service)) {
            return { why: WHY.otherStore(sessions.service) };
        }
        return { software: place.software };
    });
}

type Placed = Pick<Candidate, 'service'> &
    ({ readonly software: KnownSoftware } | { readonly software?: undefined; readonly why: string });

/**
 * An Apache of which nothing says whether it has PHP inside is a front where PHP is served by what no browser can ask,
 * such as PHP-FPM; or where it alone is published of all that serves the application.
 */
function withFronts(candidates: readonly Candidate[]): Placed[] {
    const certain = candidates.filter(({ finding }) => finding.why === undefined && finding.front === undefined);
    const of = (layer: string) => certain.filter(({ finding }) => softwareOf(finding)?.layer === layer);
    const applications = of('application');
    const wantsFront = applications.some(({ finding }) => softwareOf(finding)?.isHttp === false);
    const isHidden =
        applications.length > 0 && ![...applications, ...of('balancer')].some(({ isPublished }) => isPublished);
    return candidates.map(({ service, isPublished, finding }): Placed => {
        if (finding.why !== undefined) {
            return { service, why: finding.why };
        }
        const { software, front } = finding;
        if (front && (wantsFront || (isHidden && isPublished))) {
            return { service, software: front };
        }
        return software ? { service, software } : { service, why: WHY.apacheAlone() };
    });
}

function softwareOf(finding: Finding): KnownSoftware | undefined {
    return finding.why === undefined ? finding.software : undefined;
}

function isStore({ software }: Pick<Partial<Placed>, 'software'>): boolean {
    return software?.layer === 'store';
}

function isNamedForSessions(service: string): boolean {
    return /sess/i.test(service);
}
