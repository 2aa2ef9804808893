import type { Host } from 'steelyard';

export interface Interpreter {
  /** The real interpreter, absolute: no shim, no symbolic link, no virtual environment. */
  readonly executable: string;
  readonly version: string;
  /** The shared library that holds the interpreter, where it is linked to one; absolute. */
  readonly library: string | undefined;
  /** Built without the global lock (PEP 703); whether that is off now is in the facts. */
  readonly isFreeThreaded: boolean;
  /** Built with a JIT compiler, on or off. */
  readonly hasJit: boolean;
  readonly facts: Readonly<Record<string, string>>;
}

/** Asks the interpreter itself: shims start it, so only it knows where it really stands. */
const QUESTIONS = `
import json, multiprocessing, os, platform, sys, sysconfig
base = os.path.realpath(getattr(sys, "_base_executable", None) or sys.executable)
# Some are small stubs that load the interpreter from a library; others ship that library unused.
stub = os.path.getsize(base) < 1_000_000
library = None
if not stub:
    pass
elif sysconfig.get_config_var("Py_ENABLE_SHARED") and sysconfig.get_config_var("INSTSONAME"):
    library = os.path.join(sysconfig.get_config_var("LIBDIR"), sysconfig.get_config_var("INSTSONAME"))
elif sysconfig.get_config_var("PYTHONFRAMEWORKPREFIX"):
    library = os.path.join(sysconfig.get_config_var("PYTHONFRAMEWORKPREFIX"), sysconfig.get_config_var("INSTSONAME"))
if library is not None:
    library = os.path.realpath(library)
    library = library if os.path.isfile(library) else None
# Only options that bear on speed or memory, and hold no path. A distribution may optimise without them.
speed = ("--enable-optimizations", "--with-lto", "--enable-bolt", "--enable-shared", "--disable-gil", "--enable-experimental-jit", "--with-tail-call-interp", "--with-pydebug")
options = [option.strip("'").split("=")[0] for option in (sysconfig.get_config_var("CONFIG_ARGS") or "").split()]
gil = getattr(sys, "_is_gil_enabled", lambda: True)()
jit = getattr(sys, "_jit", None)
has_jit = jit is not None and jit.is_available()
print(json.dumps({
    "executable": base,
    "version": platform.python_version(),
    "library": library,
    "isFreeThreaded": bool(sysconfig.get_config_var("Py_GIL_DISABLED")),
    "hasJit": has_jit,
    "facts": {
        "implementation": platform.python_implementation(),
        "compiler": platform.python_compiler(),
        "gil": "on" if gil else "off",
        "jit": "not built in" if not has_jit else "on" if jit.is_enabled() else "off unless a program asks for it",
        "configured": " ".join(option for option in speed if option in options) or "with no option of speed",
        "sharedLibrary": "yes" if library else "no",
        "startMethod": "fork, set by the programs" if sys.platform == "linux" else multiprocessing.get_start_method(),
    },
}))
`;

/** What an interpreter says of itself, or undefined where it doesn't run. */
export async function inspectInterpreter(
  host: Host,
  command: string,
): Promise<Interpreter | undefined> {
  // -I: a person's own modules and variables have no say in this.
  const said = await host.run(command, ['-I', '-c', QUESTIONS], { timeoutS: 30 });
  if (said.exitCode !== 0) return undefined;
  try {
    const answer = JSON.parse(said.stdout) as Omit<Interpreter, 'library'> & {
      library: string | null;
    };
    return { ...answer, library: answer.library ?? undefined };
  } catch {
    return undefined;
  }
}
