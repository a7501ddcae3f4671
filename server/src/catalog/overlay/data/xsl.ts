import { MANUAL } from '../../directive.ts';
import type { Overlay } from '../described.ts';

/** XSL transformations. */
export const xsl: Overlay = {
    extension: 'xsl',
    versions: 'php',
    page: `${MANUAL}migration70.incompatible.php`,
    directives: {
        'xsl.security_prefs': {
            type: 'integer',
            removed: '7.0',
            description:
                'What transformations may read and write; scripts call `XSLTProcessor::setSecurityPrefs()` now.',
        },
    },
};
