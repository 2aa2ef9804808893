/** Words that compare. Each list is a pattern; what isn't meant is taken out before it is applied. */

const comparatives =
  'more|less|fewer|faster|slower|quicker|swifter|speedier|lighter|heavier|leaner|slimmer|smaller|larger|bigger|higher|lower|cheaper|' +
  'dearer|costlier|better|worse|greater|shorter|longer|stronger|weaker|simpler|easier|harder|cleaner|smoother|tighter|thinner|fatter|' +
  'richer|poorer|safer|snappier|nimbler|hungrier|tougher|busier|steeper|flatter|closer|quieter|wider|narrower';
const superlatives =
  'fastest|slowest|quickest|swiftest|speediest|lightest|heaviest|leanest|slimmest|smallest|largest|biggest|highest|lowest|cheapest|' +
  'costliest|best|worst|greatest|shortest|longest|strongest|weakest|simplest|easiest|hardest|fewest|snappiest|hungriest|steepest';
const qualities =
  'fast|quick|quickly|slow|slowly|light|heavy|small|large|big|high|low|cheap|expensive|good|bad|lean|efficient|efficiently|simple|easy';
const smallNumbers =
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|fifty|hundred';
const counts = `${smallNumbers}|a hundred|a thousand|a dozen|many|several`;
const quantities = '(?:time|memory|size|cost|work|CPU|speed)';
const properties =
  '(?:time|memory|latency|footprint|throughput|overhead|costs?|usage|size|speed|performance|space)';
const not = "(?: not|n't|n’t)?";

const lists = {
  comparative: [
    `\\b(?:${comparatives})\\b`,
    '\\b(?!other|rather|later|earlier|further|whether|either|older|newer)\\w{2,}er than\\b',
    `\\b(?:as|so) (?:${qualities}|much|little) as\\b`,
    `\\bequally (?:${qualities})\\b`,
    '\\bon (?:a )?par\\b',
    '\\b(?:same|similar|comparable|equal) (?:speed|performance|throughput|latency|footprint)\\b',
    '\\bsame (?:time|memory|amount of \\w+) as\\b',
    '\\bno (?:real |visible |measurable )?(?:difference|gap) (?:between|to|in)\\b',
    '\\b(?:twice|double|triple) (?:as|the|that)\\b',
    `\\bhalf (?:as|the ${quantities})\\b`,
    `\\b(?:${counts}) times (?:as|more|less|the|\\w+er)\\b`,
    `\\b(?:${counts})[- ]?fold\\b`,
    '\\borders? of magnitude\\b',
    `\\ba (?:small |tiny )?(?:fraction|third|quarter|fifth|tenth) (?:as|of the ${quantities})\\b`,
    '\\bunlike\\b',
    '\\b(?:compared|in comparison) (?:to|with)\\b|\\bthe gap between\\b|\\bon a level with\\b|\\bin half\\b',
    '\\b(?:finish|end|start|complet)\\w* (?:well |long |just )?before\\b',
    `\\b(?:reduc|cut|lower|halv|doubl|tripl|shrink|improv|sav)\\w* (?:\\w+ ){0,2}${properties}\\b`,
  ],
  superlative: [
    `\\b(?:${superlatives}|unmatched|unbeatable|unbeaten|unrivall?ed|second to none)\\b`,
    '\\bthe (?:most|least)\\b(?! part)',
    '\\bmost \\w+(?:ive|ent|ant|able|ible|ful|ous|ly)\\b',
    `\\b(?:most|least) ${quantities}\\b`,
  ],
  verdict: [
    '\\b(?:wins?|won|winners?|winning|loses|losers?|lost to|beats?|beaten|beating)\\b',
    '\\b(?:outperform|outpace|outscale|outrun|outdo|surpass|overtak|dominat|excel|outshine)\\w*',
    '\\b(?:(?:clear|obvious|natural|right) choice|superior|inferior|advantages?|disadvantages?|edge over|upper hand|no match for|hands down|survives?)\\b',
    '\\b(?:ahead|in the lead|takes the lead|far behind|falls? behind|lags?|lagging|trails)\\b',
  ],
  judgement: [
    '\\b(?:lightweight|featherweight|heavyweight|instant|instantly|instantaneous|tiny|huge|massive|enormous|minimal|negligible|bloat\\w*)\\b',
    '\\b(?:excellent|superb|terrible|poor|poorly|impractical|unusable|decisive|decisively|graceful|gracefully|effortless\\w*)\\b',
    '\\b(?:inefficient\\w*|blazing\\w*|sluggish|wasteful|hopeless\\w*|purpose-built|right tool|ideal for|in no time|explod\\w*|grows? linearly)\\b',
    `\\b(?:is|are|was|were|very|too|quite|really|extremely|remains?|stays?) (?:${qualities})\\b(?! as\\b)`,
    '\\bscales? (?:to|well|badly|poorly|gracefully|linearly|up)\\b',
    '\\b(?:break|fall)s? (?:down|apart|over)\\b|\\bkeep(?:s|ing)? (?:up|pace)\\b|\\bstruggles?\\b|\\b(?:runs?|ran) out of memory\\b|\\bcrash\\w*',
    `\\b(?:could|can|does|do|did)${not} (?:ever )?(?:complete|cope|finish)\\b|\\bcannot (?:complete|cope|finish)\\b`,
  ],
} as const;

export type ComparingRule = keyof typeof lists;

/** What has the words and compares nothing. */
const harmless: readonly RegExp[] = [
  /\b(?:once|no|any|or|nothing|one|anything|what is) more\b/gi,
  new RegExp(
    `\\b(?:more|fewer|less) than (?:\\d[\\d.,]*|a|an|one|${smallNumbers}|once|twice|half)\\b`,
    'gi',
  ),
  /\bmore (?:or less|about|on)\b|\b(?:no|none the|nothing) less\b|\b(?:no|any) longer\b/gi,
  /\bor (?:higher|lower|better|worse)\b/gi,
  /\b(?:lower|higher)[- ](?:case|ends?|bounds?|order|level|limits?)\b/gi,
  /\b(?:as|at) (?:best|worst|least|most)\b/gi,
  /\bbest (?:variants?|practices?|efforts?)\b|\blargest process(?:es)?\b|\bsmallest median\b/gi,
  /\bhuge pages?\b|\bahead of time\b|\btakes? advantage\b/gi,
  /\bminimal (?:program|example|script|container|image)s?\b/gi,
];

const patterns = Object.fromEntries(
  Object.entries(lists).map(([rule, words]) => [rule, new RegExp(words.join('|'), 'i')]),
) as Readonly<Record<ComparingRule, RegExp>>;

/** The first word of this kind in a sentence; undefined where there is none. */
export function comparingWord(sentence: string, rule: ComparingRule): string | undefined {
  return patterns[rule].exec(withoutHarmless(sentence))?.[0];
}

/** Sets one thing against another outright: "… than …", "as … as", "the best of …". */
export function isOutright(sentence: string): boolean {
  const rest = withoutHarmless(sentence);
  const setsAgainst = /\bthan\b|\bas \w+ as\b|\btimes as\b|\bcompared (?:to|with)\b|\bvs\.?\b/i;
  const crowns = new RegExp(
    `\\b(?:is|are|was|were|be|as) (?:by far )?the (?:most|least|${superlatives})\\b`,
    'i',
  );
  return setsAgainst.test(rest) || crowns.test(rest);
}

function withoutHarmless(sentence: string): string {
  return harmless.reduce((text, pattern) => text.replace(pattern, '_'), sentence);
}
