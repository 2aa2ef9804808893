/** What the lint takes for a comparison, and what it doesn't, word by word. */
import type { ComparingRule } from '../../../src/claims/lint/comparatives.ts';

const words = (text: string): string[] => text.trim().split(/\s+/);
/** Phrases, each on its own or behind a semicolon. */
const lines = (text: string): string[] =>
  text
    .split(/[;\n]/)
    .map((one) => one.trim())
    .filter(Boolean);
const before = (start: string, ends: readonly string[], end = ''): string[] =>
  ends.map((one) => `${start} ${one}${end}`);

const qualities = words(
  'fast quick quickly slow slowly light heavy small large big high low cheap expensive good bad lean efficient efficiently simple easy',
);
const superlatives = words(`
  fastest slowest quickest swiftest speediest lightest heaviest leanest slimmest smallest largest biggest highest lowest cheapest
  costliest best worst greatest shortest longest strongest weakest simplest easiest hardest fewest snappiest hungriest steepest`);
const smallNumbers = words(
  'two three four five six seven eight nine ten eleven twelve twenty thirty fifty hundred',
);
const counts = [...smallNumbers, ...lines('a hundred; a thousand; a dozen; many; several')];
const quantities = words('time memory size cost work CPU speed');
const properties = words(
  'time memory latency footprint throughput overhead cost costs usage size speed performance space',
);

/** Phrases that end with a whole word. */
export const phrases: Readonly<Record<ComparingRule, readonly string[]>> = {
  comparative: [
    ...words(`
      more less fewer faster slower quicker swifter speedier lighter heavier leaner slimmer smaller larger bigger higher lower cheaper
      dearer costlier better worse greater shorter longer stronger weaker simpler easier harder cleaner smoother tighter thinner fatter
      richer poorer safer snappier nimbler hungrier tougher busier steeper flatter closer quieter wider narrower`),
    ...before('as', [...qualities, 'much', 'little'], ' as'),
    ...before('so', qualities, ' as'),
    ...before('equally', qualities),
    ...lines('on par; on a par'),
    ...words('same similar comparable equal').flatMap((one) =>
      before(one, words('speed performance throughput latency footprint')),
    ),
    ...lines('same time as; same memory as; same amount of disk as'),
    ...words('difference gap').flatMap((one) => [
      ...before(`no ${one}`, words('between to in')),
      ...before('no', words('real visible measurable'), ` ${one} in`),
    ]),
    ...words('twice double triple').flatMap((one) => before(one, words('as the that'))),
    ...before('half', ['as', ...before('the', quantities)]),
    ...counts.flatMap((one) => [`${one} times as`, `${one} fold`, `${one}-fold`, `${one}fold`]),
    ...before('ten times', words('more less fewer the sooner')),
    ...lines('sooner than; over than; cut memory; lowered its memory'),
    ...lines('order of magnitude; orders of magnitude; unlike'),
    ...words('fraction third quarter fifth tenth').map((one) => `a ${one} as`),
    ...before('a third of the', quantities),
    ...lines('a small third as; a tiny third as'),
    ...lines('compared to; compared with; in comparison to; in comparison with'),
    ...lines('the gap between; on a level with; in half'),
    ...words('finishes finish ends starts completes').map((one) => `${one} before`),
    ...before('ends', words('well long just'), ' before'),
    ...before('reduces', properties),
    ...words('reduced cuts halves doubled tripled shrinks improves saves').map(
      (one) => `${one} its peak memory`,
    ),
  ],
  superlative: [
    ...superlatives,
    ...words('unmatched unbeatable unbeaten unrivalled unrivaled'),
    ...lines('second to none; the most; the least'),
    ...before('most', words('expensive recent elegant capable sensible graceful famous lively')),
    ...words('most least').flatMap((one) => before(one, quantities)),
  ],
  verdict: [
    ...words('win wins won winner winners winning loses loser losers beat beats beaten beating'),
    ...lines('lost to; clear choice; obvious choice; natural choice; right choice'),
    ...words('superior inferior advantage advantages disadvantage disadvantages survive survives'),
    ...lines('edge over; upper hand; no match for; hands down'),
    ...words('ahead lag lags lagging trails'),
    ...lines('in the lead; takes the lead; far behind; fall behind; falls behind'),
  ],
  judgement: [
    ...words('lightweight featherweight heavyweight instant instantly instantaneous tiny huge'),
    ...words(
      'massive enormous minimal negligible bloat bloated excellent superb terrible poor poorly',
    ),
    ...words('impractical unusable decisive decisively graceful gracefully effortlessly'),
    ...words('effortless inefficient blazing hopeless'),
    ...words('inefficiently blazingly sluggish wasteful hopelessly purpose-built exploding'),
    ...lines('right tool; ideal for; in no time; grow linearly; grows linearly'),
    ...before('is', qualities),
    ...words('are was were very too quite really extremely remain remains stay stays').map(
      (one) => `${one} fast`,
    ),
    ...words('scale scales').flatMap((one) =>
      before(one, words('to well badly poorly gracefully linearly up')),
    ),
    ...words('break breaks fall falls').flatMap((one) => before(one, words('down apart over'))),
    ...words('keep keeps keeping').flatMap((one) => before(one, words('up pace'))),
    ...words('struggle struggles'),
    ...words('run runs ran').map((one) => `${one} out of memory`),
    ...words('could can does do did').map((one) => `${one} cope`),
    ...lines("can complete; can finish; can not cope; couldn't cope; doesn’t cope; did ever cope"),
    ...before('cannot', words('complete cope finish')),
  ],
};

/** Phrases whose last word may go on. */
export const openEnded: Readonly<Partial<Record<ComparingRule, readonly string[]>>> = {
  verdict: words(
    'outperforms outpaces outscales outruns outdoes surpasses overtakes dominates excels outshines outperform',
  ),
  judgement: words('crashes crash'),
};

/** What has the words and compares nothing. */
export const harmless = [
  ...words('once no any or nothing one anything').map((one) => `${one} more`),
  'what is more',
  ...words('more fewer less').flatMap((one) =>
    before(`${one} than`, ['3.5', 'a', 'an', 'one', ...smallNumbers, 'once', 'twice', 'half']),
  ),
  ...lines('more or less; more about; more on; no less; none the less; nothing less'),
  ...lines('no longer; any longer; or higher; or lower; or better; or worse'),
  ...words('lower higher').flatMap((one) => [
    ...before(one, words('case end ends bound bounds order level limit limits')),
    `${one}-case`,
  ]),
  ...words('as at').flatMap((one) => before(one, words('best worst least most'))),
  ...lines('at least memory; at most memory; at most expensive; more than 3'),
  ...lines('for the most part; best variant; best practice; best effort; best variants'),
  ...lines('best practices; best efforts; largest process; largest processes; smallest median'),
  ...lines('huge page; huge pages; ahead of time; take advantage; takes advantage'),
  ...words('program example script container image').flatMap((one) => [
    `minimal ${one}`,
    `minimal ${one}s`,
  ]),
];

/** What looks like something harmless, with the word that is found in it. */
export const stillSaid: readonly [ComparingRule, string, string][] = [
  ['comparative', 'xonce more', 'more'],
  ['comparative', 'xfewer than one', 'xfewer than'],
  ['comparative', 'more than halfway', 'more'],
  ['comparative', 'more only', 'more'],
  ['comparative', 'a piano less', 'less'],
  ['comparative', 'a piano longer', 'longer'],
  ['comparative', 'for higher', 'higher'],
  ['comparative', 'lower ordering', 'lower'],
  ['superlative', 'that best', 'best'],
  ['superlative', 'best practiced', 'best'],
  ['superlative', 'largest processor', 'largest'],
  ['superlative', 'smallest medians', 'smallest'],
  ['judgement', 'huge pager', 'huge'],
  ['verdict', 'ahead of timers', 'ahead'],
  ['verdict', 'mistakes advantage', 'advantage'],
  ['verdict', 'takes advantages', 'advantages'],
  ['judgement', 'minimal programmers', 'minimal'],
  ['judgement', 'is fast assembly', 'is fast'],
];

/** What has no such word at all, though it looks alike. */
export const plain = [
  ...words('other rather later earlier further whether either older newer').map(
    (one) => `is ${one} than`,
  ),
  'an er than',
  'the most part',
  'reduces one of its memory',
  'is fast as it was',
  ...before('how', words('fast slow much large small heavy light')),
  ...[
    'aer than',
    'soon er thanks',
    'same amount of  as',
    'ten times er',
    'cuts  memory',
    'most ive',
  ],
];

export const outright = {
  said: [
    ...lines('it is more than that; as long as that; ten times as long; compared to that'),
    ...lines('compared with that; this vs. that; this vs that'),
    ...words('is are was were be as').flatMap((one) => [
      `they ${one} the fastest`,
      `they ${one} by far the most`,
    ]),
    'it is the least',
    ...before('it is the', superlatives),
  ],
  unsaid: [
    ...lines('it is more; more than one; the fastest; athan b; a thanb; as it was as; xas long as'),
    ...lines(
      'sometimes as long; compared onto; a vsx b; xvs b; as  as; ten times ask; uncompared to; compared together; as long asx; his the mostly',
    ),
    ...lines('this xis the most; it is the fastestx; at best as the rule'),
  ],
};
