// The worker of the simulation: one script by itself, which may fetch nothing. The page sends it the compiled
// module once, then jobs as words; it answers "ready", then how far it is, then the outcome's words.
// It works in short slices, so that it hears when it is to stop. It knows nothing of what the words mean.
// Started by boot.js before the page is sealed; src/bin/simulation.rs is the module.

(() => {
  const SLICE_MS = 12;
  const TELL_MS = 100;
  const YEARS = 250;

  let kernel = null;
  /** The number of the job that is on, or nought. */
  let current = 0;
  let told = 0;

  // Timers are slowed down when one follows another; messages are not.
  const next = new MessageChannel();
  next.port1.onmessage = () => current && slice();

  function begin(job, words) {
    const at = kernel.input(words.length);
    if (!at) throw new RangeError("too long");
    new BigInt64Array(kernel.memory.buffer, at, words.length).set(words);
    if (!kernel.begin()) throw new RangeError("not a job");
    current = job;
    told = performance.now();
    slice();
  }

  /** Keeps nothing of a job that is over. */
  function end() {
    current = 0;
    kernel.input(0);
    kernel.begin();
  }

  function slice() {
    const from = performance.now();
    let length = 0;
    let done = 0;
    do {
      done = kernel.advance(YEARS);
      length = kernel.finish();
    } while (!length && performance.now() - from < SLICE_MS);
    const job = current;
    if (length) {
      const words = new BigInt64Array(kernel.memory.buffer, kernel.output(), length).slice();
      end();
      postMessage({ job, words }, [words.buffer]);
      return;
    }
    if (performance.now() - told >= TELL_MS) {
      told = performance.now();
      postMessage({ job, done });
    }
    next.port2.postMessage(0);
  }

  onmessage = async ({ data }) => {
    if (data.module) {
      kernel = (await WebAssembly.instantiate(data.module, {})).exports;
      postMessage("ready");
    } else if (data.words) {
      begin(data.job, data.words);
    } else if (data.stop === current) {
      end();
    }
  };
})();
