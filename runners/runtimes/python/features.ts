/** What not every build of Python can do. */
import type { Feature, Host } from 'steelyard';
import type { Interpreter } from './interpreter.ts';

/** The variable that turns the JIT compiler on, as a contestant of the feature `jit` sets it. */
const ON = { PYTHON_JIT: '1' };
const QUESTION = 'import sys; sys.exit(0 if sys._jit.is_enabled() else 1)';

/** Whether the build's JIT compiler is on where the variable asks for it: tried, not believed. */
export async function inspectJit(host: Host, interpreter: Interpreter): Promise<Feature> {
  const name = `Python ${interpreter.version}`;
  if (!interpreter.hasJit) {
    const reason = `${name} was built without a JIT compiler: it takes a build with --enable-experimental-jit.`;
    return { there: false, reason };
  }
  const said = await host.run(interpreter.executable, ['-c', QUESTION], { env: ON, timeoutS: 30 });
  if (said.exitCode === 0) return { there: true };
  return {
    there: false,
    reason: `${name} has a JIT compiler, but PYTHON_JIT=1 doesn't turn it on.`,
  };
}
