/** The editor's name for the kind of panel. */
export const REPORT_VIEW = 'phpSessionCluster.report';
