import { canMakeCgroup } from '../measure/cgroup-try.ts';
import {
  SCOPE_VARIABLE,
  settleInScope,
  startAgainInScope,
  whyNoScope,
} from '../measure/systemd-scope.ts';
import { setting } from '../scenario/setting.ts';

/** Whether this process stands in a scope of systemd's, and why not where it would need one. */
export type Scope =
  | { readonly state: 'not-needed' }
  | { readonly state: 'inside' }
  | { readonly state: 'refused'; readonly reason: string };

/** How it is found out, and done. */
export interface Means {
  readonly platform: string;
  /** The scope that this process was started in. */
  readonly unit: string | undefined;
  canMakeCgroup(): Promise<boolean>;
  whyNoScope(): Promise<string | undefined>;
  /** Doesn't return, but for a test's. */
  startAgain(): void;
  settle(unit: string): Promise<boolean>;
}

const reallyHere = (): Means => ({
  platform: process.platform,
  unit: setting(SCOPE_VARIABLE),
  canMakeCgroup,
  whyNoScope,
  startAgain: startAgainInScope,
  settle: settleInScope,
});

/**
 * Where an ordinary user can make no cgroup, starts this process again in a scope of systemd's, in
 * which it can. Where that isn't needed it takes a few milliseconds.
 */
export async function enterScope(means: Means = reallyHere()): Promise<Scope> {
  if (means.platform !== 'linux') return { state: 'not-needed' };
  if (means.unit !== undefined) {
    // Not for what this process starts: that may need a scope of its own.
    delete process.env[SCOPE_VARIABLE];
    if (await means.settle(means.unit)) return { state: 'inside' };
    return {
      state: 'refused',
      reason: `no group can be made in "${means.unit}", which ${SCOPE_VARIABLE} names`,
    };
  }
  if (await means.canMakeCgroup()) return { state: 'not-needed' };
  const reason = await means.whyNoScope();
  if (reason !== undefined) return { state: 'refused', reason };
  means.startAgain();
  return { state: 'inside' };
}
