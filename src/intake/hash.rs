//! What a file's bytes are known by later: their hash, made while their rows are read.

use std::io::{self, Read};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use sha2::{Digest, Sha256};

use super::encoding::Content;

/// What is shorter is hashed before a thread would have started.
const SHORT: u64 = 1 << 20;

/// Does the work with a file, and meanwhile hashes its bytes. The hash is not waited for where
/// the work comes to nothing.
pub(super) fn while_hashing<T, E>(
    content: &Content,
    work: impl FnOnce() -> Result<Option<T>, E>,
) -> (Result<Option<T>, E>, io::Result<String>) {
    let is_idle = AtomicBool::new(false);
    if content.length().is_some_and(|length| length < SHORT) {
        return (work(), sha256(content, &is_idle));
    }
    thread::scope(|scope| {
        let hashing = scope.spawn(|| sha256(content, &is_idle));
        let done = work();
        is_idle.store(!matches!(done, Ok(Some(_))), Ordering::Relaxed);
        match hashing.join() {
            Ok(hash) => (done, hash),
            Err(panic) => std::panic::resume_unwind(panic),
        }
    })
}

/// The SHA-256 of all bytes, in hexadecimal, unless it is found to be idle before.
fn sha256(content: &Content, is_idle: &AtomicBool) -> io::Result<String> {
    let mut bytes = content.open()?;
    let mut hash = Sha256::new();
    let mut chunk = vec![0; 256 * 1024];
    while !is_idle.load(Ordering::Relaxed) {
        match bytes.read(&mut chunk) {
            Ok(0) => break,
            Ok(read) => hash.update(&chunk[..read]),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(hexadecimal(&hash.finalize()))
}

/// Bytes in hexadecimal.
pub(super) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_by_the_hash_of_its_bytes() {
        for (times, expected) in [(1, "ba7816bf8f01cfea"), (SHORT as usize, "")] {
            let content = Content::Bytes(b"abc".repeat(times));
            let (done, hash) = while_hashing(&content, || Ok::<_, ()>(Some(1)));
            assert_eq!(done, Ok(Some(1)));
            let at_once = sha256(&content, &AtomicBool::new(false)).unwrap();
            let hash = hash.unwrap();
            assert_eq!(hash, at_once);
            assert!(hash.starts_with(expected));
        }
    }
}
