//! A plan file locked with a passphrase: Argon2id makes the key, XChaCha20-Poly1305 seals the text. The file
//! is one flat JSON object; all of it but the sealed text is authenticated with it.
//! Salt and nonce come from outside, fresh for each file. What a file may cost to open is checked before
//! anything is reserved for it. It knows nothing of what is locked.

use argon2::{Algorithm, Argon2, Block, Params, Version};
use base64ct::{Base64, Encoding};
use chacha20poly1305::aead::AeadInPlace;
use chacha20poly1305::{KeyInit, XChaCha20Poly1305};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::Error;

pub const FORMAT: &str = "personal-budget-planner/locked";
pub const VERSION: u64 = 1;
const KDF: &str = "argon2id";
const MOST_PASSPHRASE_BYTES: usize = 1_024;
/// A locked plan file is at most this long; the planner's own reader takes a little less.
const MOST_FILE_BYTES: usize = 2 * 1024 * 1024;
const TAG_BYTES: usize = 16;
const KEY_BYTES: usize = 32;

pub type Salt = [u8; 16];
pub type Nonce = [u8; 24];

/// What making the key costs: memory in KiB, passes over it, lanes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Cost {
    pub m: u32,
    pub t: u32,
    pub p: u32,
}

impl Cost {
    pub const OURS: Cost = Cost { m: 65_536, t: 3, p: 1 };

    /// A file may ask for no less than keeps it safe, and no more than a phone can give.
    fn is_allowed(self) -> bool {
        (19_456..=131_072).contains(&self.m) && (1..=6).contains(&self.t) && self.p == 1
    }
}

#[derive(Serialize)]
struct Header<'a> {
    format: &'a str,
    version: u64,
    kdf: &'a str,
    m: u32,
    t: u32,
    p: u32,
    salt: &'a str,
    nonce: &'a str,
}

/// The same with the sealed text. What is not in it could not be authenticated, so nothing else may be there.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    format: String,
    version: u64,
    kdf: String,
    m: u32,
    t: u32,
    p: u32,
    salt: String,
    nonce: String,
    data: String,
}

/// The text as a locked file.
pub fn lock(passphrase: &[u8], text: &[u8], salt: Salt, nonce: Nonce, cost: Cost) -> Result<Vec<u8>, Error> {
    check_passphrase(passphrase)?;
    let (salt_text, nonce_text) = (Base64::encode_string(&salt), Base64::encode_string(&nonce));
    let header = header(cost, &salt_text, &nonce_text)?;
    let key = key(passphrase, &salt, cost)?;
    // Sealed in place: no copy of the text is left behind.
    let mut sealed = Zeroizing::new(Vec::with_capacity(text.len() + TAG_BYTES));
    sealed.extend_from_slice(text);
    let cipher = XChaCha20Poly1305::new(key.as_slice().into());
    let tag = cipher
        .encrypt_in_place_detached(nonce.as_slice().into(), header.as_bytes(), &mut sealed)
        .map_err(|_| Error::TooLarge)?;
    sealed.extend_from_slice(&tag);
    let data = Base64::encode_string(&sealed);
    let file = format!("{},\"data\":\"{data}\"}}", header.trim_end_matches('}'));
    if file.len() > MOST_FILE_BYTES { Err(Error::TooLarge) } else { Ok(file.into_bytes()) }
}

/// The text out of a locked file.
pub fn unlock(passphrase: &[u8], file: &[u8]) -> Result<Vec<u8>, Error> {
    check_passphrase(passphrase)?;
    if file.len() > MOST_FILE_BYTES {
        return Err(Error::TooLarge);
    }
    let text = std::str::from_utf8(file).map_err(|_| Error::NotOpened)?;
    let text = text.trim_start_matches('\u{feff}').trim();
    let file: File = serde_json::from_str(text).map_err(|_| Error::NotOpened)?;
    let cost = Cost { m: file.m, t: file.t, p: file.p };
    if file.format != FORMAT || file.version != VERSION || file.kdf != KDF || !cost.is_allowed() {
        return Err(Error::NotOpened);
    }
    let (mut salt, mut nonce): (Salt, Nonce) = Default::default();
    decode(&file.salt, &mut salt)?;
    decode(&file.nonce, &mut nonce)?;
    let mut opened = Zeroizing::new(Base64::decode_vec(&file.data).map_err(|_| Error::NotOpened)?);
    let length = opened.len().checked_sub(TAG_BYTES).ok_or(Error::NotOpened)?;
    let tag: [u8; TAG_BYTES] = opened[length..].try_into().map_err(|_| Error::NotOpened)?;
    opened.truncate(length);
    let header = header(cost, &file.salt, &file.nonce)?;
    let key = key(passphrase, &salt, cost)?;
    let cipher = XChaCha20Poly1305::new(key.as_slice().into());
    cipher
        .decrypt_in_place_detached(
            nonce.as_slice().into(),
            header.as_bytes(),
            &mut opened,
            tag.as_slice().into(),
        )
        .map_err(|_| Error::NotOpened)?;
    Ok(std::mem::take(&mut *opened))
}

fn check_passphrase(passphrase: &[u8]) -> Result<(), Error> {
    let may = (1..=MOST_PASSPHRASE_BYTES).contains(&passphrase.len());
    if may { Ok(()) } else { Err(Error::Passphrase) }
}

/// Exactly these bytes are authenticated, whatever spaces or order the file has.
fn header(cost: Cost, salt: &str, nonce: &str) -> Result<String, Error> {
    let Cost { m, t, p } = cost;
    let header = Header { format: FORMAT, version: VERSION, kdf: KDF, m, t, p, salt, nonce };
    serde_json::to_string(&header).map_err(|_| Error::NotWritten)
}

/// Filled to the last byte, or refused.
fn decode<const N: usize>(text: &str, into: &mut [u8; N]) -> Result<(), Error> {
    let decoded = Base64::decode_vec(text).map_err(|_| Error::NotOpened)?;
    *into = decoded.try_into().map_err(|_| Error::NotOpened)?;
    Ok(())
}

fn key(passphrase: &[u8], salt: &Salt, cost: Cost) -> Result<Zeroizing<[u8; KEY_BYTES]>, Error> {
    let params = Params::new(cost.m, cost.t, cost.p, Some(KEY_BYTES)).map_err(|_| Error::NotOpened)?;
    let blocks = params.block_count();
    let mut memory: Zeroizing<Vec<Block>> = Zeroizing::new(Vec::new());
    memory.try_reserve_exact(blocks).map_err(|_| Error::NoMemory)?;
    memory.resize(blocks, Block::default());
    let mut key = Zeroizing::new([0; KEY_BYTES]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into_with_memory(passphrase, salt, &mut *key, memory.as_mut_slice())
        .map_err(|_| Error::NotOpened)?;
    Ok(key)
}
