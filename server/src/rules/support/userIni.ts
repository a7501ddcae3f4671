/** Whether it is a file that PHP reads for a directory, beside the scripts: CGI and FPM do. */
export function isUserIni(uri: string): boolean {
    return uri.endsWith('.user.ini');
}
