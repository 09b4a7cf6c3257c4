// The worker of documents: one script by itself, which may fetch nothing. The page sends it the compiled
// module once, then jobs: a document to be made into a file, a plan file to be locked with a passphrase, a
// locked one to be opened. It answers "ready", then for each job its bytes, or the number of what went wrong
// (0 where the module broke off; the others stand in src/bin/documents/lib.rs).
// Each job has an instance of its own, whose memory goes with it. Started by boot.js before the page is sealed.

(() => {
  const SALT = 16;
  const NONCE = 24;
  const encoder = new TextEncoder();
  let module = null;

  /** What was typed may reach us in more than one form; only one of them opens the file. */
  const secret = (passphrase) => encoder.encode(passphrase.normalize("NFC"));

  /** Hands the parts in one after the other. The answer's bytes, or a number. */
  async function work(parts, ask) {
    const { exports } = await WebAssembly.instantiate(module, {});
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    let at = exports.input(length);
    if (!at) return 4;
    for (const part of parts) {
      new Uint8Array(exports.memory.buffer, at, part.length).set(part);
      at += part.length;
      part.fill(0);
    }
    const answer = ask(exports);
    if (answer <= 0) return -answer;
    return new Uint8Array(exports.memory.buffer, exports.output(), answer).slice();
  }

  function make(json) {
    return work([encoder.encode(json)], (exports) => exports.make_docx());
  }

  function lock({ passphrase, text }) {
    // Fresh for every file.
    const [salt, nonce] = [SALT, NONCE].map((length) => crypto.getRandomValues(new Uint8Array(length)));
    const key = secret(passphrase);
    return work([salt, nonce, key, encoder.encode(text)], (exports) => exports.lock(key.length));
  }

  function unlock({ passphrase, text }) {
    const key = secret(passphrase);
    return work([key, encoder.encode(text)], (exports) => exports.unlock(key.length));
  }

  async function answer(data) {
    if (data.make !== undefined) return make(data.make);
    if (data.lock) return lock(data.lock);
    return unlock(data.unlock);
  }

  onmessage = async ({ data }) => {
    if (data.module) {
      module = data.module;
      // What cannot be started is known now, and not when somebody needs it.
      await WebAssembly.instantiate(module, {});
      postMessage("ready");
    } else if (data.job) {
      const done = await answer(data).catch(() => 0);
      if (typeof done === "number") postMessage({ job: data.job, failed: done });
      else postMessage({ job: data.job, bytes: done }, [done.buffer]);
    }
  };
})();
