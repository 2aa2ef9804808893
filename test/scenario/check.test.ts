import { describe, expect, it } from 'vitest';
import { checkScenario } from '../../src/scenario/check.ts';
import { Problem } from '../../src/scenario/problem.ts';
import type { ScenarioInput } from '../../src/scenario/schema.ts';
import { aScenario } from '../fixtures/scenario.ts';

/** What the check says of a file. */
function complaint(value: unknown): string {
  try {
    checkScenario(value, 'scenarios/wait.ts');
  } catch (error) {
    expect(error).toBeInstanceOf(Problem);
    expect((error as Problem).kind).toBe('usage');
    return (error as Problem).message;
  }
  throw new Error('the check found nothing');
}

const [firstCase, secondCase] = aScenario().cases as [
  ScenarioInput['cases'][0],
  ScenarioInput['cases'][0],
];

describe('a scenario file', () => {
  it('without a mistake is taken, with what it leaves out filled in', () => {
    const scenario = checkScenario(aScenario(), 'scenarios/wait.ts');
    expect(scenario.contestants[0]).toEqual({
      id: 'threads',
      runtime: 'one',
      program: 'threads.txt',
      helpers: [],
      needs: [],
      features: [],
      tuned: false,
      exitCodes: [0],
    });
    expect(scenario.cases[0]).toMatchObject({ once: [], addresses: 1 });
    expect(scenario).toMatchObject({ growth: [], verdicts: true });
  });

  it('with a wrong field is told the file, the field and where to read what it may hold', () => {
    const message = complaint(aScenario({ cases: [{ ...firstCase, timeoutS: -1 }] }));
    expect(message).toContain('scenarios/wait.ts');
    expect(message).toContain('cases[0].timeoutS');
    expect(message).toContain('docs/scenarios.md');
  });

  it('with a misspelt field is told its name, so that it is not ignored', () => {
    expect(complaint({ ...aScenario(), titel: 'Waiting' })).toContain('titel');
  });

  it('with a misspelt field in each case is told so once, with what was probably meant', () => {
    const { timeoutS, ...others } = firstCase;
    const cases = ['1', '2', '3'].map((id) => ({ ...others, id, timeOutS: timeoutS }));
    const message = complaint({ ...aScenario(), cases });
    expect(message).toContain(
      '✖ there is no field "timeOutS": did you mean "timeoutS"?\n  → at cases[0], and in 2 more\n',
    );
    expect(message.match(/timeOutS/g)).toHaveLength(1);
    expect(message).toContain('✖ expected number, found nothing\n  → at cases[0].timeoutS');
  });

  it.each([
    [
      { stdout: { number: '(\\d+) lines', is: 3, within: '1%' } },
      'expected number, found string\n  → at check.stdout.within',
    ],
    [{ stdout: { is: 3 } }, 'expected string, found number\n  → at check.stdout.is'],
    [
      { agree: { after: ['trimm'] } },
      'there is no "trimm": did you mean "trim"?; known are: trim,',
    ],
    [
      { agree: { on: 'file' } },
      'there is no "file": did you mean "files"?; known are: stdout, files',
    ],
    [{ stdout: 'three' }, '✖ expected object\n  → at check.stdout'],
  ])('that may have several shapes is told what the nearest one lacks: %j', (check, expected) => {
    expect(complaint({ ...aScenario(), answer: undefined, check })).toContain(expected);
  });

  it('may state a right value by itself', () => {
    const short = checkScenario({ ...aScenario(), answer: { waited: 20 }, floorNs: 5 }, 'x');
    const long = checkScenario(
      { ...aScenario(), answer: { waited: { is: 20 } }, floorNs: { is: 5 } },
      'x',
    );
    expect(short).toEqual(long);
  });

  it('with an id that is no name is shown a name', () => {
    expect(complaint(aScenario({ id: 'Wait Long' }))).toContain('"io-tls"');
  });

  it.each(['/etc/passwd', '../other/x.sh', 'a/../../x.sh'])(
    'whose program is %s is told to stay below its folder',
    (program) => {
      const contestants = [{ id: 'threads', runtime: 'one', program }];
      expect(complaint(aScenario({ contestants }))).toContain('a file below its folder');
    },
  );

  it('that states what matters in another unit is told the ways to state it, with the place', () => {
    const measures = [{ ...aScenario().measures[0]!, matters: '5 MB' }];
    const message = complaint(aScenario({ measures }));
    expect(message).toContain('"5 MB" is in another unit than the measure');
    expect(message).toContain('write a percentage, an amount, or both');
    expect(message).toContain('measures[0].matters');
  });

  it('whose growth matters by no amount is told what an amount is', () => {
    const growth = [{ of: 'wall', matters: 'much' }];
    expect(complaint(aScenario({ growth }))).toContain(
      '"much" is no amount: write a number with its unit',
    );
  });

  it.each(['3.14.', 'v3', '3.14rc1', '03.1', '>=3', ''])(
    'whose contestant is "since" %j is shown a version',
    (since) => {
      const contestants = [{ id: 'threads', runtime: 'one', program: 'threads.txt', since }];
      expect(complaint(aScenario({ contestants }))).toContain('for example "3.14"');
    },
  );

  it.each(['PATH', 'HOME', 'TMPDIR', 'mode'])(
    'that sets %s is told which variables it may set',
    (name) => {
      const environment = { [name]: '/' };
      const contestants = [{ id: 'threads', runtime: 'one', program: 'threads.txt', environment }];
      expect(complaint(aScenario({ contestants }))).toContain('none of PATH, HOME and TMPDIR');
    },
  );

  it.each([undefined, null, 'wait', []])('that exports %j is no scenario', (value) => {
    expect(complaint(value)).toContain('scenarios/wait.ts has a mistake');
  });
});

describe('a scenario that contradicts itself', () => {
  const program = { runtime: 'one', program: 'threads.txt' };
  const wall = aScenario().measures[0]!;

  it.each<[string, Partial<ScenarioInput>, string]>([
    [
      'a contestant twice',
      {
        contestants: [
          { id: 'threads', ...program },
          { id: 'threads', ...program },
        ],
      },
      'the contestant "threads" stands there twice',
    ],
    ['a case twice', { cases: [firstCase, firstCase] }, 'the case "10" stands there twice'],
    [
      'a measure twice',
      { measures: [wall, wall], floorNs: { is: 1 } },
      'the measure "wall" stands there twice',
    ],
    [
      'an unknown contestant of a case',
      { cases: [{ ...firstCase, contestants: ['fibres'] }] },
      'case "10" names the contestant "fibres"',
    ],
    [
      'an unknown case of a contestant',
      { contestants: [{ id: 'threads', ...program, cases: ['10', '11'] }] },
      'the contestant "threads" names the case "11", which the scenario hasn\'t',
    ],
    [
      'a case of a contestant that names only others',
      {
        contestants: [
          { id: 'threads', ...program, cases: ['10'] },
          { id: 'tasks', ...program },
        ],
        cases: [{ ...firstCase, contestants: ['tasks'] }],
      },
      'the contestant "threads" names the case "10", which names only others',
    ],
    [
      'a contestant that runs once in a case that it takes no part in',
      {
        contestants: [{ id: 'threads', ...program, cases: ['100'] }],
        cases: [{ ...firstCase, once: ['threads'] }, secondCase],
      },
      'case "10" names the contestant "threads", which takes no part in it',
    ],
    [
      'an unknown contestant that runs once',
      { cases: [{ ...firstCase, once: ['fibres'] }] },
      'names the contestant "fibres"',
    ],
    [
      'an unknown control',
      { cases: [{ ...firstCase, control: { of: 'fibres', profiles: ['full'] } }] },
      'names the contestant "fibres"',
    ],
    [
      'a control that takes no part',
      {
        cases: [
          { ...firstCase, contestants: ['tasks'], control: { of: 'threads', profiles: ['full'] } },
        ],
      },
      'names the contestant "threads", which takes no part in it',
    ],
    [
      'growth of an unknown measure',
      { growth: [{ of: 'height', matters: '1 ns' }] },
      'growth of "height", which is no measure',
    ],
    [
      'growth without a scale',
      { growth: [{ of: 'wall', matters: '1 ns' }], scale: undefined },
      'growth of "wall" without a "scale"',
    ],
    [
      'growth that matters in another unit',
      { growth: [{ of: 'wall', matters: '1 kB' }] },
      'growth of "wall" states what matters in bytes, and not in ns',
    ],
    [
      'full rounds that make no three blocks',
      { cases: [{ ...firstCase, rounds: { full: 20 } }] },
      'case "10": 20 rounds don\'t make three equal blocks: let "full" be 18 or 21',
    ],
    [
      'fewer full rounds than blocks',
      { cases: [{ ...firstCase, rounds: { full: 2 } }] },
      'case "10": 2 rounds don\'t make three equal blocks: let "full" be 3',
    ],
    [
      'a launcher measure that the launcher has not',
      { measures: [{ ...wall, id: 'height' }] },
      'the measure "height" is not one of the launcher\'s',
    ],
    [
      'overhead without a floor',
      { floorNs: undefined },
      'the measure "overhead" is above a floor, but there is no "floorNs"',
    ],
    [
      'a quotient of something unknown',
      {
        measures: [
          { ...wall, id: 'perSheep', source: { from: 'quotient', of: 'wall', by: 'sheep' } },
        ],
      },
      'the measure "perSheep" is made from "sheep"',
    ],
    [
      'a quotient of itself',
      {
        measures: [{ ...wall, id: 'odd', source: { from: 'quotient', of: 'odd', by: 'workers' } }],
      },
      'made from "odd"',
    ],
    [
      'an answer that multiplies an unknown parameter',
      { answer: { waited: { times: ['sheep'] } } },
      'case "10": "times" names the parameter "sheep"',
    ],
    ...[
      ['cores', 'what Steelyard itself hands over'],
      ['scratch', 'what Steelyard itself hands over'],
      ['addresses', 'what Steelyard itself hands over'],
      ['wall', 'a measure that is taken of each run'],
      ['peakTree', 'a measure that is taken of each run'],
      ['overhead', 'a measure of the scenario'],
    ].map(([name = '', what]): [string, Partial<ScenarioInput>, string] => [
      `a parameter "${name}", which means something else`,
      { cases: [{ ...firstCase, parameters: { workers: 10, [name]: 4 } }] },
      `case "10" has a parameter "${name}", which is ${what} already: give it another name`,
    ]),
    [
      'a parameter of the service by a name that is taken',
      { service: { program: 'server.txt', parameters: { cores: 4 } } },
      'has a parameter "cores", which is what Steelyard itself hands over already',
    ],
    [
      'a measure of its own by a name of the launcher',
      { measures: [{ ...wall, source: { from: 'program' } }] },
      'the measure "wall" bears a name of the launcher\'s',
    ],
    [
      'a time of the launcher in bytes',
      { measures: [{ ...wall, unit: 'bytes' }] },
      'the launcher\'s measure "wall" is in ns, and not in bytes',
    ],
    [
      'a size of the launcher in ns',
      { measures: [{ ...wall, id: 'peakTree' }] },
      'the launcher\'s measure "peakTree" is in bytes, and not in ns',
    ],
    [
      'a measure that no program can report',
      { measures: [{ ...wall, id: 'used', unit: 'cores', source: { from: 'program' } }] },
      'the measure "used" is in cores, which a program can\'t report',
    ],
    [
      'a reported time that is compared and has no words',
      {
        measures: [wall, { ...wall, id: 'serve', source: { from: 'program' }, matters: '2%' }],
      },
      'the measure "serve" is compared and has no words, which sentences about it are made of: state its "words"',
    ],
    [
      'a rate that is compared and has no words',
      {
        measures: [
          {
            ...wall,
            id: 'speed',
            unit: 'count/s',
            better: 'more',
            source: { from: 'quotient', of: 'workers', by: 'wall' },
            matters: '2%',
          },
        ],
      },
      'the measure "speed" is compared and has no words',
    ],
    [
      'a remainder of a time that no program reports',
      { measures: [wall, { ...wall, id: 'rest', source: { from: 'floor', of: 'wall' } }] },
      'the measure "rest" is what remains of "wall", which is no time that the program reports',
    ],
    [
      'a rate that is divided by no time',
      {
        measures: [
          {
            ...wall,
            id: 'speed',
            unit: 'count/s',
            source: { from: 'quotient', of: 'workers', by: 'peakTree' },
          },
        ],
      },
      'the measure "speed" is in count/s, but "peakTree", which it is divided by, is no time',
    ],
    [
      'a contestant that bears the name of a control',
      {
        contestants: [
          { id: 'threads', ...program },
          { id: 'threads-again', ...program },
        ],
        cases: [{ ...firstCase, control: { of: 'threads', profiles: ['full'] } }],
      },
      'repeats "threads" as "threads-again", which is a contestant already',
    ],
    [
      'an answer that would be rounded',
      { answer: { sum: { is: 2 ** 53 } } },
      'sum = 9007199254740992 is a whole number above 2^53',
    ],
    [
      'a product that would be rounded',
      { answer: { sum: { times: ['workers', 2 ** 52] } } },
      'is a whole number above 2^53',
    ],
    [
      'a parameter that would be rounded',
      { cases: [{ ...firstCase, parameters: { workers: 10, seed: 2 ** 60 } }] },
      'has the parameter seed = 1152921504606847000',
    ],
    [
      'a case without the scale',
      { cases: [firstCase, { ...secondCase, parameters: {} }], answer: {}, floorNs: { is: 1 } },
      'case "100" has no number "workers"',
    ],
  ])('with %s is told so', (_, changes, expected) => {
    expect(complaint(aScenario(changes))).toContain(expected);
  });

  it('is told all its contradictions at once', () => {
    const message = complaint(
      aScenario({ floorNs: undefined, cases: [{ ...firstCase, rounds: { full: 20 } }] }),
    );
    expect(message.match(/^✖/gm)).toHaveLength(2);
  });

  it('is not blamed for rounds of other profiles', () => {
    const cases = [{ ...firstCase, rounds: { smoke: 1, quick: 8, full: 12 } }];
    expect(checkScenario(aScenario({ cases }), 'x').cases[0]?.rounds).toEqual({
      smoke: 1,
      quick: 8,
      full: 12,
    });
  });

  it('may divide a measure by a parameter, or by one that only the launcher has', () => {
    const source = { from: 'quotient', of: 'cpuTime', by: 'workers' } as const;
    const measures = [
      { id: 'cpuPerWorker', title: 'CPU time a worker', unit: 'ns' as const, source },
    ];
    expect(checkScenario(aScenario({ measures }), 'x').measures[0]?.id).toBe('cpuPerWorker');
  });
});
