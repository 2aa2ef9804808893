import { hostname, userInfo, homedir } from 'node:os';
import { describe, expect, test } from 'vitest';
import { describeMachine, machineKey } from '../../src/measure/machine.ts';
import { linuxNameIn, macNameFor } from '../../src/measure/os-name.ts';
import { chosenIn } from '../../src/measure/settings.ts';
import type { World } from '../../src/measure/invoke.ts';

const world: World = {
  launcher: { method: 'spawn', sha256: '0'.repeat(64), metric: 1, reason: '' },
  tree: { kind: 'none', reason: '' },
  scratch: '/nowhere',
  usableCores: 3,
  affinity: [0, 2, 5],
  descriptors: 1000,
  confined: 0,
  memoryBytes: 8 * 2 ** 30,
  watched: [],
};

/** A container's user may have none. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'nobody';
  }
}

describe('a machine', () => {
  test('is described by what programs may use of it', () => {
    const machine = describeMachine(world);
    expect(machine).toMatchObject({
      usableCores: 3,
      affinity: [0, 2, 5],
      descriptors: 1000,
      memoryGiB: 8,
      treeMemory: 'none',
    });
    expect(machine.key).toMatch(/^[0-9a-f]{64}$/);
    expect(machine.cpu).not.toBe('');
  });

  test('does not give away its name, its user or a home folder', () => {
    // Short names may be part of other words: whole values only.
    const { settings, ...facts } = describeMachine(world);
    const values = [...Object.values(facts), ...Object.values(settings)].map(String);
    for (const secret of [hostname(), userName(), homedir()]) expect(values).not.toContain(secret);
    if (homedir().length > 1) expect(values.join('\n')).not.toContain(homedir());
  });

  test('has a key of five facts, whatever their order', () => {
    const facts = { cpu: 'A', usableCores: 2, memoryGiB: 24, architecture: 'x64', os: 'Debian 12' };
    // sha256 of {"architecture":"x64","cpu":"A","memoryGiB":24,"os":"Debian 12","usableCores":2}, by sha256sum.
    expect(machineKey(facts)).toBe(
      'ec3757c5f9c1c3836e9759d88ae438a28e26fadf5cb41ace48704827a90967b3',
    );
    expect(machineKey({ ...facts, usableCores: 4 })).not.toBe(machineKey(facts));
  });
});

describe('the name of the operating system', () => {
  test('has no patch level', () => {
    expect(linuxNameIn('NAME="Debian GNU/Linux"\nVERSION_ID="12"\n')).toBe('Debian GNU/Linux 12');
    expect(linuxNameIn('NAME="Ubuntu"\nVERSION_ID="24.04"\n')).toBe('Ubuntu 24.04');
    expect(linuxNameIn('NAME="Alpine Linux"\nVERSION_ID=3.22.1\n')).toBe('Alpine Linux 3.22');
    expect(linuxNameIn('NAME="Arch Linux"\n')).toBe('Arch Linux');
    expect(linuxNameIn('')).toBe('Linux');
  });

  test('of macOS comes from its Darwin release', () => {
    expect(macNameFor('20.6.0')).toBe('macOS 11');
    expect(macNameFor('24.1.0')).toBe('macOS 15');
    expect(macNameFor('25.0.0')).toBe('macOS 26');
    expect(macNameFor('?')).toBe('macOS');
  });
});

test('a setting is the marked one of its values, or the whole text', () => {
  expect(chosenIn('always [madvise] never')).toBe('madvise');
  expect(chosenIn('32768\t60999')).toBe('32768 60999');
});
