import type { Overlay } from '../described.ts';

const sun = 'For `date_sun_info()`, and for the deprecated `date_sunrise()` and `date_sunset()`.';

/** Dates and times. */
export const date: Overlay = {
    extension: 'date',
    versions: 'php',
    page: 'https://www.php.net/manual/en/datetime.configuration.php',
    directives: {
        'date.timezone': {
            type: 'string',
            description:
                'Time zone of all functions for date and time, by its name: `UTC`, `Europe/Berlin`. Nodes of a cluster need the same. A name that PHP does not know is reported at the start, and `UTC` is used.',
            notes: [{ version: '8.2', text: 'An empty value is reported as well.' }],
        },
        'date.default_latitude': { type: 'float', unit: 'degrees', description: `Latitude, north is positive. ${sun}` },
        'date.default_longitude': {
            type: 'float',
            unit: 'degrees',
            description: `Longitude, east is positive. ${sun}`,
        },
        'date.sunrise_zenith': {
            type: 'float',
            unit: 'degrees',
            description: `Zenith of the sun when it rises. ${sun}`,
        },
        'date.sunset_zenith': { type: 'float', unit: 'degrees', description: `Zenith of the sun when it sets. ${sun}` },
    },
};
