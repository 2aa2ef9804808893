/** Settings of the system that may matter to a number. */
import { existsSync, readFileSync } from 'node:fs';

const settingFiles: Readonly<Record<string, string>> = {
  transparentHugePages: '/sys/kernel/mm/transparent_hugepage/enabled',
  somaxconn: '/proc/sys/net/core/somaxconn',
  ephemeralPorts: '/proc/sys/net/ipv4/ip_local_port_range',
  tcpTimeWaitReuse: '/proc/sys/net/ipv4/tcp_tw_reuse',
  overcommitMemory: '/proc/sys/vm/overcommit_memory',
  pidMax: '/proc/sys/kernel/pid_max',
  governor: '/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor',
  clockSource: '/sys/devices/system/clocksource/clocksource0/current_clocksource',
};

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}

/** The kernel marks the chosen one of several values: "always [madvise] never". */
export function chosenIn(text: string): string {
  return (/\[([^\]]+)\]/.exec(text)?.[1] ?? text).replace(/\s+/g, ' ');
}

/** "container" where a usual sign of one is there; the absence of a sign proves nothing. */
function containerSign(): string | undefined {
  const isContainer = existsSync('/.dockerenv') || existsSync('/run/.containerenv');
  return isContainer ? 'container' : undefined;
}

function virtualSign(): string | undefined {
  const flags = /^flags\s*:.*$/m.exec(readText('/proc/cpuinfo') ?? '')?.[0];
  return flags?.split(' ').includes('hypervisor') === true ? 'virtual machine' : undefined;
}

/** Reads what this system tells; what it doesn't tell is absent. */
export function readSettings(): Record<string, string> {
  const settings: Record<string, string> = {};
  for (const [name, file] of Object.entries(settingFiles)) {
    const text = readText(file);
    if (text !== undefined && text !== '') settings[name] = chosenIn(text);
  }
  const signs = [virtualSign(), containerSign()].filter((sign) => sign !== undefined);
  if (signs.length > 0) settings['runsIn'] = signs.join(', ');
  return settings;
}
