import { format } from '../../service/formatting/formatting.ts';
import { aboutDocument, type FeatureHost } from './host.ts';

export function registerFormatting(host: FeatureHost): void {
    const { connection, session } = host;
    connection.onDocumentFormatting(
        aboutDocument(host, 'Formatting', [], (context, { options }) =>
            format(context, { ...session.settings.format, ...options }),
        ),
    );
    connection.onDocumentRangeFormatting(
        aboutDocument(host, 'Formatting', [], (context, { options, range }) =>
            format(context, { ...session.settings.format, ...options }, range),
        ),
    );
}
