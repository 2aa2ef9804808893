import { describe, expect, it } from 'vitest';
import { headOf, headSettings } from '../../src/site/head.ts';

const site = new URL('https://example.org');
const page = { path: '/a/method/', picture: '/a/og.png' };

describe('the head of a page', () => {
  it('names its own address and its picture, whole, below the base path', () => {
    expect(headOf(page, headSettings(site, '/pr-12/', {}))).toEqual({
      canonical: 'https://example.org/pr-12/a/method/',
      picture: 'https://example.org/pr-12/a/og.png',
      isHidden: false,
    });
    expect(headOf({ path: '/' }, headSettings(site, '/', {}))).toEqual({
      canonical: 'https://example.org/',
      isHidden: false,
    });
  });

  it('names neither where the site has no address', () => {
    expect(headOf(page, headSettings(undefined, '/', {}))).toEqual({ isHidden: false });
  });

  it('hides previews from search engines, and a page that is served at any path', () => {
    const preview = { STEELYARD_PREVIEW: '1' };
    expect(headOf(page, headSettings(site, '/', preview)).isHidden).toBe(true);
    expect(headOf(page, headSettings(site, '/', { STEELYARD_PREVIEW: '' })).isHidden).toBe(false);
    expect(headOf({ path: '' }, headSettings(site, '/', {}))).toEqual({ isHidden: true });
  });
});
