import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, sha256Of } from '../../src/store/canonical.ts';

describe('canonical JSON', () => {
  it('sorts the keys at every depth and leaves lists as they are', () => {
    expect(canonicalJson({ b: [{ d: 1, c: 2 }, 3], a: 'x' })).toBe(
      '{"a":"x","b":[{"c":2,"d":1},3]}',
    );
  });

  it('leaves out what is undefined, so that an absent field and an undefined one are the same', () => {
    expect(canonicalJson({ a: undefined, b: null })).toBe(canonicalJson({ b: null }));
  });

  it('is the same text for the same content, whatever the order of the keys', () => {
    const reversed = (value: Record<string, unknown>): unknown =>
      Object.fromEntries(Object.entries(value).reverse());
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        expect(canonicalJson(reversed(value))).toBe(canonicalJson(value));
      }),
    );
  });

  it('keeps the content', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
        // Through JSON once: it has no -0.
        const plain: unknown = JSON.parse(JSON.stringify(value));
        expect(JSON.parse(canonicalJson(plain))).toEqual(plain);
      }),
      { numRuns: 30 },
    );
  });
});

describe('sha256', () => {
  it('is that of the bytes: the known one of "abc" and of nothing', () => {
    expect(sha256Of('abc')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
    expect(sha256Of(new Uint8Array())).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
  });
});
