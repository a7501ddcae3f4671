import { isPhpIniText } from './content.ts';

export interface Claimed {
    /** Within the workspace, as far as the file has one. */
    readonly path: string;
    readonly text: string;
    /** Where the file lies on this machine's disk, and the folders of the workspace; absolute paths. */
    readonly onDisk?: { readonly file: string; readonly folders: readonly string[] };
}

/**
 * Whether an ini file is PHP's: by what stands in it, or because a Dockerfile or Compose file beside or above it puts
 * it where PHP reads it.
 */
export async function isPhpIni({ path, text, onDisk }: Claimed): Promise<boolean> {
    if (isPhpIniText(path, text)) {
        return true;
    }
    if (onDisk === undefined || onDisk.folders.length === 0) {
        return false;
    }
    const { isUsedByPhp } = await import('../project/project.ts');
    return isUsedByPhp(onDisk.file, onDisk.folders);
}
