/** The kind of the action that mends all that is sure. */
export const FIX_ALL = 'source.fixAll.phpIni';
