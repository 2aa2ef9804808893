import { describe, expect, it } from 'vitest';
import { checkSupport, checkUses } from '../../src/claims/check.ts';
import { reasonWords } from '../../src/present/sentences/reason-words.ts';
import { loadClaims } from '../../src/claims/load.ts';
import { usesIn, usesTogether } from '../../src/claims/used.ts';
import { decided, FILE, race } from './build.ts';

const claims = loadClaims(
  'a: {in: io/100, of: first}\nb: {in: io/100, of: second}\nw: {in: io/100, winner: wall}',
  FILE,
);
const DOCUMENT = 'content/report/index.mdx';
const CHAPTER = 'content/report/method.mdx';
const check = (document: string, chapter = '') =>
  checkUses(claims, [usesIn(document, DOCUMENT), usesIn(chapter, CHAPTER)], FILE);

describe('what a document uses', () => {
  it('is found in its text: claims, use cases, citations and opinions', () => {
    const mdx = `First <Claim id="b" />, then <Claim as="short" id='a'/>, <Claim\n id="b"/>.\n\n<Strengths of="x" />\n<Cited href="x">y</Cited> <Opinion>z</Opinion>`;
    expect(usesIn(mdx, DOCUMENT)).toMatchObject({
      ids: ['b', 'a'],
      useCases: true,
      cited: 1,
      opinions: 1,
    });
  });

  it('is told with the line of the first use, and is none without an id', () => {
    const uses = usesIn('<Claim />\n\n<Claim id="a" />\n\n<Claim id="a" />\n', DOCUMENT);
    expect([...uses.lines]).toEqual([['a', 3]]);
    expect(uses).toMatchObject({ ids: ['a'], useCases: false, cited: 0, opinions: 0 });
  });

  it('is not what stands in code or comments', () => {
    const mdx = '{/* <Claim id="a" /> */} `<Claim id="b" />`\n\n```mdx\n<Claim id="c" />\n```\n';
    expect(usesIn(mdx, DOCUMENT).ids).toEqual([]);
  });

  it('is counted together over the document and its chapters, each id once', () => {
    const document = usesIn('<Claim id="a" /> <Cited href="x">y</Cited>', DOCUMENT);
    const chapter = usesIn(
      '<Claim id="b" /> <Claim id="a" /> <Cited href="x">y</Cited> <Strengths of="x" />',
      CHAPTER,
    );
    expect(usesTogether([document, chapter])).toEqual({
      ids: ['a', 'b'],
      useCases: true,
      cited: 2,
      opinions: 0,
    });
  });
});

describe('an unknown id and an unused claim', () => {
  it('are mistakes, told with the place and the way out', () => {
    const problems = check('<Claim id="a" /> <Claim id="lost" />');
    expect(problems.map(({ kind, id }) => [kind, id])).toEqual([
      ['usage', 'lost'],
      ['usage', 'b'],
      ['usage', 'w'],
    ]);
    expect(problems[0]?.message).toBe(
      `${DOCUMENT}:1: the text uses the claim "lost", which ${FILE} doesn't have. Mend the name, or write the claim.`,
    );
    expect(problems[1]?.message).toBe(
      `${FILE}:2: nothing uses the claim "b". Say it in ${DOCUMENT} with <Claim id="b" />, or remove it.`,
    );
  });

  it('are none where a chapter or a list of strengths uses it', () => {
    expect(check('<Claim id="a" /> <Strengths of="x" />', '<Claim id="b" />')).toEqual([]);
  });

  it('name the file that uses an unknown id', () => {
    const problems = check(
      '<Claim id="a" /> <Strengths of="x" />',
      '<Claim id="b" /> <Claim id="lost" />',
    );
    expect(problems.map(({ message }) => message)).toEqual([
      `${CHAPTER}:1: the text uses the claim "lost", which ${FILE} doesn't have. Mend the name, or write the claim.`,
    ]);
  });
});

describe('a broken expectation', () => {
  const three = race({ first: 100, second: 147, third: 147 });

  it('is a finding with id, file, line, expected, found and the two ways out', () => {
    const broken = decided('{in: io/100, compare: [first, second], on: wall, expect: more}', three);
    const [problem] = checkSupport([broken], 'a-session', true, reasonWords);
    expect(problem?.kind).toBe('finding');
    expect(problem?.message).toBe(
      `${FILE}:1: the data doesn't carry the claim "a-claim".\n` +
        '  expected: more\n' +
        '  found:    less-that-matters (session a-session)\n' +
        '  Either change the claim\'s "expect" and the text around it, or measure again and accept the new session: npm run measure -- --profile full',
    );
  });

  it('says why nothing was found', () => {
    const lost = race({ first: null, second: 100, third: 100 });
    const broken = decided('{in: io/100, compare: [first, second], on: wall, expect: more}', lost);
    expect(broken.holds).toBe(true);
    const open = decided('{in: io/100, best: wall, of: motor, expect: [first]}', lost);
    expect(checkSupport([open], 'a-session', true, reasonWords)[0]?.message).toContain(
      'found:    not-decided: no contestant has a result in all',
    );
  });

  it('is none where the claim asserts nothing', () => {
    expect(
      checkSupport(
        [decided('{in: io/100, compare: [first, second], on: wall}', three)],
        's',
        true,
        reasonWords,
      ),
    ).toEqual([]);
  });
});

describe('a claim that is wrong in itself', () => {
  const three = race({ first: 100, second: 147, third: 147 });

  it('is a mistake in usage, asserted or not', () => {
    const wrong = decided('{in: io/100, compare: [first, second], on: speed}', three);
    expect(checkSupport([wrong], 's', false, reasonWords)).toMatchObject([
      { kind: 'usage', id: 'a-claim' },
    ]);
  });

  it('may name a contestant that a lesser profile leaves out, but not one that nobody has', () => {
    const unknown = decided('{in: io/100, of: fourth}', three);
    expect(checkSupport([unknown], 's', false, reasonWords)).toEqual([]);
    expect(checkSupport([unknown], 's', true, reasonWords)).toMatchObject([{ kind: 'usage' }]);
  });
});
