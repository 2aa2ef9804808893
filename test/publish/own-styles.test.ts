import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ownStyles } from '../../src/publish/own-styles.ts';
import { readStyles } from '../styles/tokens.ts';

describe('the style of a preview', () => {
  it('is every sheet of ours, once, in the order of the list', () => {
    const listed = [...readStyles('all.css').matchAll(/'\.\/([\w-]+\.css)'/g)].map(
      ([, name]) => name!,
    );
    expect([...listed, 'all.css'].sort()).toEqual(
      readdirSync('src/styles')
        .filter((name) => name.endsWith('.css'))
        .sort(),
    );
    const places = listed.map((name) => ownStyles().indexOf(readStyles(name).trim()));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(places).not.toContain(-1);
  });

  it('loads nothing and can’t end before its end', () => {
    expect(ownStyles()).not.toMatch(/@import|url\(|<\//);
  });

  it('demands each property of the banner, so that no rule of ours can take one back', () => {
    const [, rule = ''] = /body > div:first-child \{\n([^}]*)\}/.exec(ownStyles()) ?? [];
    const lines = rule.trim().split('\n');
    expect(lines.length).toBeGreaterThan(8);
    expect(lines.filter((line) => !line.endsWith(' !important;'))).toEqual([]);
  });
});
