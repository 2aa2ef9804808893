import { xmlText } from './xml.ts';

/** Addresses of pages, whole, as a sitemap for search engines: sitemaps.org, version 0.9. */
export function sitemap(addresses: readonly string[]): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...addresses.map((address) => `  <url><loc>${xmlText(address)}</loc></url>`),
    '</urlset>',
    '',
  ].join('\n');
}
