/**
 * What search engines and feed readers ask a site for: sitemap.xml, robots.txt, feed.xml. All of
 * them name whole addresses, so they are drawn where STEELYARD_SITE says the site's; previews have none.
 */
import { chapterPath } from '../present/chapter.ts';
import { runsPath, type DocumentView } from '../present/document.ts';
import { atomFeed, type FeedEntry } from '../present/feeds/feed.ts';
import { dateWords } from '../present/head/provenance.ts';
import { answerSentence, answerText } from '../present/sentences/answer.ts';
import { sitemap } from '../present/feeds/sitemap.ts';
import { addressOf, type KnownSettings } from './head.ts';
import { runPages, type ReportPages } from './paths.ts';

/** Path of the feed below the base. */
export const FEED = '/feed.xml';
export const FEED_TITLE = 'Steelyard: accepted sessions';
const SITEMAP = '/sitemap.xml';

/** The text of sitemap.xml. */
export function sitemapText(reports: readonly ReportPages[], settings: KnownSettings): string {
  return sitemap(listedPaths(reports).map((path) => addressOf(path, settings)));
}

/** The text of feed.xml: an entry for each accepted session. */
export function feedText(reports: readonly ReportPages[], settings: KnownSettings): string {
  const address = (path: string): string => addressOf(path, settings);
  return atomFeed({
    title: FEED_TITLE,
    site: address('/'),
    self: address(FEED),
    entries: reports.flatMap((one) => entriesOf(one, address)),
  });
}

/** The text of robots.txt. */
export function robotsText(settings: KnownSettings): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${addressOf(SITEMAP, settings)}\n`;
}

/** What a search should find: the documents as they stand now, not those of earlier sessions or of this machine. */
function listedPaths(reports: readonly ReportPages[]): string[] {
  const own = reports.flatMap(({ report, main, chapters }) => [
    `/${report.id}/`,
    ...(main === undefined
      ? []
      : [
          ...chapters.map((name) => chapterPath(main, name)),
          ...runPages(main).map(({ aCase }) => runsPath(main, aCase.id)),
        ]),
  ]);
  return ['/', ...own, '/glossary/'];
}

function entriesOf({ main, earlier }: ReportPages, address: (path: string) => string): FeedEntry[] {
  const accepted = main?.place === 'reference' ? [main, ...earlier] : earlier;
  return accepted.flatMap((view) => {
    const [session] = view.sessions;
    if (session === undefined) return [];
    const date = session.finishedAt ?? session.startedAt;
    return [
      {
        id: tagOf(view, session.id, date, address('/')),
        title: `${view.report.title}: measured ${dateWords(date)}`,
        link: address(view.path),
        date,
        summary: summaryOf(view),
      },
    ];
  });
}

function summaryOf(view: DocumentView): string {
  return answerText(answerSentence(view)) || view.report.description;
}

/** RFC 4151. A session's document moves when the next one is accepted; what names it must not. */
function tagOf({ report }: DocumentView, session: string, date: string, site: string): string {
  const { hostname, pathname } = new URL(site);
  return `tag:${hostname},${date.slice(0, 10)}:${pathname}${report.id}/${session}`;
}
