/**
 * The Content-Security-Policy of our pages: a browser runs no script and loads nothing from elsewhere,
 * whatever came into a page by a document, a session or an artifact.
 *
 * @param styles which styles apply, as the policy's language has it: "'unsafe-inline'", or a hash
 * @param fonts where fonts may come from
 */
export function contentPolicy(styles: string, fonts = "'none'"): string {
  return [
    "default-src 'none'",
    `style-src ${styles}`,
    "img-src 'self' data:",
    `font-src ${fonts}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
