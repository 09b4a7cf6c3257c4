//! Documents in a worker: a wasm that imports nothing, so that it can reach nothing. It makes an editable
//! file, locks a plan file with a passphrase, and unlocks it. The script around it (www/documents.js)
//! writes the bytes of a job where `input` says, asks for the work, and reads the answer where `output`
//! says. An instance does one job and is thrown away, and its memory with it.
//! What it does stands in src/bin/documents/; natively tests call that.

fn main() {}

#[cfg(target_arch = "wasm32")]
mod exports {
    use std::cell::RefCell;

    use documents::{Error, MOST_BYTES, locked, make};
    use zeroize::Zeroize;

    #[global_allocator]
    static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

    struct Desk {
        input: Vec<u8>,
        output: Vec<u8>,
    }

    thread_local! {
        static DESK: RefCell<Desk> = const { RefCell::new(Desk { input: Vec::new(), output: Vec::new() }) };
    }

    /// Does a piece of work on what was written. How many bytes the answer has; below nought, the number of
    /// what went wrong.
    fn work(work: impl FnOnce(&[u8]) -> Result<Vec<u8>, Error>) -> i32 {
        DESK.with_borrow_mut(|desk| {
            let done = work(&desk.input);
            desk.input.zeroize();
            desk.output.zeroize();
            match done {
                Ok(output) => {
                    desk.output = output;
                    i32::try_from(desk.output.len()).unwrap_or(-Error::TooLarge.number())
                }
                Err(error) => -error.number(),
            }
        })
    }

    /// Where so many bytes of a job are to be written, or nought where that is too many.
    // Each of these names must be the only one of its kind in the program: that is all the `unsafe` here.
    #[unsafe(no_mangle)]
    pub extern "C" fn input(bytes: usize) -> *mut u8 {
        if bytes > MOST_BYTES {
            return std::ptr::null_mut();
        }
        DESK.with_borrow_mut(|desk| {
            desk.input.zeroize();
            desk.input = vec![0; bytes];
            desk.input.as_mut_ptr()
        })
    }

    /// The input is a document; the answer is a .docx.
    #[unsafe(no_mangle)]
    pub extern "C" fn make_docx() -> i32 {
        work(make)
    }

    /// The input is a salt, a nonce, a passphrase of so many bytes, and a plan file; the answer is it locked.
    #[unsafe(no_mangle)]
    pub extern "C" fn lock(passphrase: usize) -> i32 {
        work(|input| {
            let (salt, rest) = input.split_first_chunk().ok_or(Error::NotAJob)?;
            let (nonce, rest) = rest.split_first_chunk().ok_or(Error::NotAJob)?;
            let (passphrase, text) = rest.split_at_checked(passphrase).ok_or(Error::NotAJob)?;
            locked::lock(passphrase, text, *salt, *nonce, locked::Cost::OURS)
        })
    }

    /// The input is a passphrase of so many bytes, and a locked file; the answer is the plan file in it.
    #[unsafe(no_mangle)]
    pub extern "C" fn unlock(passphrase: usize) -> i32 {
        work(|input| {
            let (passphrase, file) = input.split_at_checked(passphrase).ok_or(Error::NotAJob)?;
            locked::unlock(passphrase, file)
        })
    }

    /// Where the answer is.
    #[unsafe(no_mangle)]
    pub extern "C" fn output() -> *const u8 {
        DESK.with_borrow(|desk| desk.output.as_ptr())
    }
}
