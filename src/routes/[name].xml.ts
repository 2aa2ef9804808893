/** The sitemap and the feed, where the site's address is known. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { textFile } from '../site/downloads.ts';
import { feedText, sitemapText } from '../site/for-visitors.ts';
import { headSettings, whereFound } from '../site/head.ts';
import { allReports } from '../site/paths.ts';

const files = {
  sitemap: { text: sitemapText, type: 'application/xml' },
  feed: { text: feedText, type: 'application/atom+xml' },
};

const found = whereFound(headSettings(import.meta.env.SITE, import.meta.env.BASE_URL));

export const getStaticPaths = (() =>
  found ? Object.keys(files).map((name) => ({ params: { name } })) : []) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) => {
  const { text, type } = files[params['name'] as keyof typeof files];
  return textFile(text(allReports(), found!), type);
};
