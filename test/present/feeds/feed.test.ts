import { describe, expect, it } from 'vitest';
import { atomFeed } from '../../../src/present/feeds/feed.ts';
import { sitemap } from '../../../src/present/feeds/sitemap.ts';

const feed = { title: 'A <b> & "c"', site: 'https://a.org/?x=1&y', self: 'https://a.org/feed.xml' };
const entry = (date: string, title: string) => ({
  id: `tag:a.org,${date.slice(0, 10)}:/${title}`,
  title,
  link: `https://a.org/${title}/`,
  date,
  summary: 'Less\u0008 is < more & "more"',
});

describe('a feed', () => {
  it('has its newest entry first and no time of its own', () => {
    const entries = [
      entry('2026-01-02T00:00:00.000Z', 'old'),
      entry('2026-02-03T00:00:00.000Z', 'new'),
    ];
    expect(atomFeed({ ...feed, entries })).toBe(`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>https://a.org/feed.xml</id>
  <title>A &lt;b&gt; &amp; &quot;c&quot;</title>
  <updated>2026-02-03T00:00:00.000Z</updated>
  <author><name>Steelyard</name></author>
  <link rel="self" type="application/atom+xml" href="https://a.org/feed.xml"/>
  <link href="https://a.org/?x=1&amp;y"/>
  <entry>
    <id>tag:a.org,2026-02-03:/new</id>
    <title>new</title>
    <published>2026-02-03T00:00:00.000Z</published>
    <updated>2026-02-03T00:00:00.000Z</updated>
    <link href="https://a.org/new/"/>
    <summary>Less is &lt; more &amp; &quot;more&quot;</summary>
  </entry>
  <entry>
    <id>tag:a.org,2026-01-02:/old</id>
    <title>old</title>
    <published>2026-01-02T00:00:00.000Z</published>
    <updated>2026-01-02T00:00:00.000Z</updated>
    <link href="https://a.org/old/"/>
    <summary>Less is &lt; more &amp; &quot;more&quot;</summary>
  </entry>
</feed>
`);
  });

  it('is one without entries too', () => {
    expect(atomFeed({ ...feed, entries: [] })).toContain(
      '<updated>1970-01-01T00:00:00.000Z</updated>',
    );
  });
});

describe('a sitemap', () => {
  it('lists whole addresses', () => {
    expect(sitemap(['https://a.org/', 'https://a.org/b&c/']))
      .toBe(`<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
  <url><loc>https://a.org/</loc></url>
  <url><loc>https://a.org/b&amp;c/</loc></url>
</urlset>
`);
  });
});
