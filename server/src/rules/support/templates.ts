/** Whether the file says by its name that something fills it in before PHP reads it. */
export function isTemplate(uri: string): boolean {
    return /\.(?:dist|ejs|erb|example|in|j2|jinja2?|mustache|sample|tm?pl|tmp|template|twig)$|\.(?:tm?pl|template)\./i.test(
        uri,
    );
}
