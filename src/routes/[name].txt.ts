/** robots.txt, where the site's address is known: it says where the sitemap is. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { textFile } from '../site/downloads.ts';
import { robotsText } from '../site/for-visitors.ts';
import { headSettings, whereFound } from '../site/head.ts';

const found = whereFound(headSettings(import.meta.env.SITE, import.meta.env.BASE_URL));

export const getStaticPaths = (() =>
  found ? [{ params: { name: 'robots' } }] : []) satisfies GetStaticPaths;

export const GET: APIRoute = () => textFile(robotsText(found!), 'text/plain');
