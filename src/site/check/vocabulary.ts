/** What the text of a report may be made of. */

/** What an attribute holds: a text, a number in braces, nothing, or one of these words. */
export type AttributeKind = 'text' | 'number' | 'flag' | readonly string[];

export interface Component {
  readonly required?: Readonly<Record<string, AttributeKind>>;
  readonly optional?: Readonly<Record<string, AttributeKind>>;
}

/** The components of docs/writing.md, with their attributes. */
export const COMPONENTS: Readonly<Record<string, Component>> = {
  Advice: { required: { of: 'text' } },
  Audit: {},
  Believe: {},
  Benches: {},
  Cited: { required: { href: 'text' } },
  Claim: { required: { id: 'text' }, optional: { as: ['short'] } },
  ClaimCounts: {},
  Controls: {},
  Derived: {
    required: {
      ...{ work: 'text', unit: 'text', units: 'number', noun: 'text' },
      ...{ growth: 'text', container: 'text', start: 'text', job: 'text' },
    },
  },
  EveryRun: {},
  Family: {},
  Figure: { required: { case: 'text' }, optional: { measures: 'text', title: 'text' } },
  Growth: { required: { scenario: 'text', measure: 'text', title: 'text' } },
  GrowthTable: { required: { scenario: 'text', measure: 'text' } },
  Machine: {},
  Models: { required: { scenario: 'text', memoryScenario: 'text', memoryMeasure: 'text' } },
  Note: { required: { title: 'text' } },
  Opinion: {},
  Plot: { required: { spec: 'text', title: 'text', description: 'text' } },
  Programs: { required: { scenario: 'text' }, optional: { only: 'text' } },
  Section: { required: { id: 'text', title: 'text' }, optional: { evidence: 'flag' } },
  ServiceChecks: {},
  Setting: { required: { case: 'text' } },
  Strengths: { required: { of: 'text' } },
  Verdicts: {},
  WhichToUse: {},
};

/** Elements of HTML that a text may hold besides: all of them may stand in a preview too. */
export const ELEMENTS: ReadonlySet<string> = new Set(
  `section article aside div p span hr br h2 h3 h4 h5 h6 ol ul li dl dt dd
  figure figcaption blockquote pre details summary
  abbr b cite code del dfn em i ins kbd mark q s small strong sub sup time var samp wbr
  table caption colgroup col thead tbody tfoot tr th td
  svg g path line rect circle text tspan title desc`.split(/\s+/),
);

/** Written as Markdown, they get the right address; as HTML they wouldn't. */
export const IN_MARKDOWN: Readonly<Record<string, string>> = {
  a: '[words](address)',
  img: '![what it shows](picture.png)',
};
