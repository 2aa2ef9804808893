/** A feed as Atom: RFC 4287. It holds no time of its making, so that the same data give the same bytes. */
import { xmlText } from './xml.ts';

export interface FeedEntry {
  /** Never changes, wherever the session's document stands. */
  readonly id: string;
  readonly title: string;
  /** Where it can be read, whole. */
  readonly link: string;
  /** UTC. */
  readonly date: string;
  readonly summary: string;
}

export interface Feed {
  readonly title: string;
  /** Address of the site's front page. */
  readonly site: string;
  /** Address of the feed. */
  readonly self: string;
  readonly entries: readonly FeedEntry[];
}

/** Before the first entry there is no date to tell, and Atom wants one. */
const NEVER = '1970-01-01T00:00:00.000Z';

/** The feed's text, newest entry first. */
export function atomFeed({ title, site, self, entries }: Feed): string {
  const sorted = entries.toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `  <id>${xmlText(self)}</id>`,
    `  <title>${xmlText(title)}</title>`,
    `  <updated>${sorted[0]?.date ?? NEVER}</updated>`,
    '  <author><name>Steelyard</name></author>',
    `  <link rel="self" type="application/atom+xml" href="${xmlText(self)}"/>`,
    `  <link href="${xmlText(site)}"/>`,
    ...sorted.map(entryXml),
    '</feed>',
    '',
  ].join('\n');
}

function entryXml({ id, title, link, date, summary }: FeedEntry): string {
  return [
    '  <entry>',
    `    <id>${xmlText(id)}</id>`,
    `    <title>${xmlText(title)}</title>`,
    `    <published>${date}</published>`,
    `    <updated>${date}</updated>`,
    `    <link href="${xmlText(link)}"/>`,
    `    <summary>${xmlText(summary)}</summary>`,
    '  </entry>',
  ].join('\n');
}
