import { colours } from '../measure/colours.ts';
import { withInterruption } from '../terminal/interruption.ts';
import { whoMeasures } from '../measure/lock.ts';
import type { FoundRuntime } from '../scenario/runtime.ts';
import type { Machine } from '../store/schema.ts';
import { lookAround, type Surrounded } from '../session/look-around.ts';
import type { Output } from '../terminal/output.ts';
import { checkNotInterrupted } from '../session/checks.ts';
import { findCommit, type Commit } from '../session/own-repository.ts';
import type { Places } from '../places.ts';
import type { Scope } from '../session/scope.ts';

/** One thing that was looked at. */
interface Finding {
  readonly subject: string;
  readonly fine: boolean;
  readonly found: string;
  /** What its lack costs, and what to do. */
  readonly otherwise?: string;
}

/** Says what is here, what is missing, what each lack costs and where to get it. Never fails for a lack. */
export async function doctor(places: Places, scope: Scope, output: Output): Promise<void> {
  await withInterruption((signal) => look(places, scope, output, signal));
}

async function look(
  places: Places,
  scope: Scope,
  output: Output,
  signal: AbortSignal,
): Promise<void> {
  const around = await lookAround(places, output, { signal });
  try {
    checkNotInterrupted(signal);
    const commit = commitFinding(await findCommit(places.root));
    const measuring = measuringFinding(await whoMeasures());
    const machine = machineFindings(around, scope);
    const findings = [...runtimeFindings(around), ...machine, commit, ...measuring];
    for (const finding of findings) show(finding, output);
    output.result(findings);
  } finally {
    around.close();
  }
}

function runtimeFindings(around: Surrounded): Finding[] {
  return around.definitions.flatMap((definition) => {
    const found = around.runtimes.get(definition.id);
    if (found?.available !== true) {
      const reason = found?.reason ?? 'not looked for';
      return [
        {
          subject: definition.title,
          fine: false,
          found: 'not here',
          otherwise: `${reason}${definition.homepage === undefined ? '' : ` See ${definition.homepage}.`} Its contestants are shown as unavailable.`,
        },
      ];
    }
    const version = `${found.label ?? found.version}, sha256 ${found.binarySha256.slice(0, 12)}, ${found.binary}`;
    const packages = Object.entries(found.missing).map(([name, reason]) => ({
      subject: `${definition.title}: ${name}`,
      fine: false,
      found: 'not here',
      otherwise: `${reason} Contestants that need it are shown as unavailable.`,
    }));
    return [
      { subject: definition.title, fine: true, found: version },
      ...packages,
      ...featureFindings(definition.title, found.features),
    ];
  });
}

/** What the build lacks that some contestant needs. */
function featureFindings(title: string, features: FoundRuntime['features'] = {}): Finding[] {
  return Object.entries(features).flatMap(([name, feature]) =>
    feature.there
      ? []
      : [
          {
            subject: `${title}: ${name}`,
            fine: false,
            found: 'not in this build',
            otherwise: `${feature.reason} Contestants that need it are shown as unavailable.`,
          },
        ],
  );
}

function machineFindings(around: Surrounded, scope: Scope): Finding[] {
  const { machine, world } = around;
  const hasLauncher = world.launcher.method === 'launcher';
  return [
    {
      subject: 'Machine',
      fine: true,
      found: `${machine.cpu}, ${machine.usableCores} usable cores, ${machine.memoryGiB} GiB, ${machine.os} ${machine.architecture}`,
    },
    {
      subject: 'Launcher',
      fine: hasLauncher,
      found:
        'reason' in world.launcher ? world.launcher.reason : 'compiled with cc, and it runs here',
      otherwise:
        'Without it programs are started by plain spawn: 1–3 ms longer, no memory, no affinity, no verdict under 50 ms; what leaves its process group is found by its environment on Linux, and not at all elsewhere.',
    },
    treeMemoryFinding(machine.treeMemory, scope),
    {
      subject: 'Confinement',
      fine: world.confined > 0,
      found:
        world.confined > 0
          ? `programs write into folders of their own only (Landlock ${world.confined})`
          : 'none: no Landlock in this kernel',
      otherwise:
        'A program could change what others find, and the records: measure only programs that you trust. It takes Linux 5.19 or newer and the launcher.',
    },
    {
      subject: 'CPU affinity',
      fine: machine.affinity.length > 0,
      found:
        machine.affinity.length > 0 ? `cores ${machine.affinity.join(', ')}` : 'can’t be read here',
      otherwise: 'The system decides where programs run; it is the same for all contestants.',
    },
    {
      subject: 'Descriptors',
      fine: machine.descriptors >= 20000,
      found: String(machine.descriptors),
      otherwise:
        'Cases with 10,000 connections need 20,000: raise the hard limit (ulimit -Hn) before measuring, else they are not attempted.',
    },
  ];
}

/** What memory is read from, and in whose scope. */
export function treeMemoryFinding(treeMemory: Machine['treeMemory'], scope: Scope): Finding {
  return {
    subject: 'Memory of the whole tree',
    fine: treeMemory.startsWith('cgroup'),
    found: `${treeMemory}${scope.state === 'inside' ? ', in a scope of systemd’s' : ''}`,
    otherwise: `Without a cgroup (root, or a scope of systemd’s) it is sampled in the memory scenario only, and no cap can be enforced: what needs one is not attempted.${whyNot(scope)}`,
  };
}

function whyNot(scope: Scope): string {
  if (scope.state === 'refused')
    return ` systemd gave no scope: ${scope.reason.replace(/\.$/, '')}.`;
  if (scope.state === 'not-needed') return '';
  return ' The scope of systemd’s doesn’t do either: it takes Linux 5.19 and the memory controller.';
}

/** Two at once would disturb each other. */
function measuringFinding(holder: string | undefined): Finding[] {
  if (holder === undefined) return [];
  const otherwise = 'Until it ends, "measure" ends with 3.';
  return [{ subject: 'Measuring', fine: false, found: `under way: ${holder}`, otherwise }];
}

function commitFinding(found: Commit): Finding {
  if (found.known) {
    const changes = found.dirty ? ', with changes that are not committed' : '';
    return { subject: 'Commit', fine: true, found: `${found.commit.slice(0, 12)}${changes}` };
  }
  return {
    subject: 'Commit',
    fine: false,
    found: 'not known',
    otherwise: `Sessions won't say at which commit they were measured, and "accept" will ask: ${found.reason}`,
  };
}

function show(finding: Finding, output: Output): void {
  const mark = finding.fine ? colours.green('✓') : colours.yellow('–');
  output.say(`${mark} ${colours.bold(finding.subject)}: ${finding.found}`);
  if (!finding.fine && finding.otherwise !== undefined) output.say(`  ${finding.otherwise}`);
}
