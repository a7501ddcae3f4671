import type { Overlay } from '../described.ts';

const source = 'https://www.php.net/manual/en/com.configuration.php';

/** Of Windows: COM and .NET. */
export const comDotnet: Overlay = {
    extension: 'com_dotnet',
    versions: 'php',
    page: source,
    directives: {
        'com.allow_dcom': {
            type: 'boolean',
            description: 'Lets scripts make objects on other machines.',
            unmeasured: { default: '0', scope: 'SYSTEM', source },
        },
        'com.autoregister_casesensitive': {
            type: 'boolean',
            description: 'Constants of type libraries tell capitals from small letters.',
            unmeasured: { default: '1', scope: 'ALL', source },
        },
        'com.autoregister_typelib': {
            type: 'boolean',
            description: 'Defines the constants of the type library of each object.',
            unmeasured: { default: '0', scope: 'ALL', source },
        },
        'com.autoregister_verbose': {
            type: 'boolean',
            description: 'Reports type libraries that could not be loaded.',
            unmeasured: { default: '0', scope: 'ALL', source },
        },
        'com.code_page': {
            type: 'integer',
            description: 'Code page of texts that go to objects and come from them; not set, the system\u2019s.',
            unmeasured: { default: '', scope: 'ALL', source },
        },
        'com.dotnet_version': {
            type: 'string',
            since: '8.0',
            description: 'Version of the .NET framework: `v4.0.30319`.',
            unmeasured: { default: '', scope: 'SYSTEM', source },
        },
        'com.typelib_file': {
            type: 'path',
            description: 'A file with the names of type libraries to load when PHP starts, one a line.',
            unmeasured: { default: '', scope: 'SYSTEM', source },
        },
    },
};
