//! Everything that is drawn at random: keys, references, numbers, tokens.

use rand::Rng;
use rand::seq::IndexedRandom;

/// Letters and figures that are not mistaken for one another when read aloud or copied by hand.
const CLEAR: &[u8] = b"23456789ABCDEFGHJKMNPQRSTVWXYZ";

/// `length` random characters that are easy to read out and to copy.
#[must_use]
pub fn readable(length: usize) -> String {
    let mut random = rand::rng();
    (0..length).filter_map(|_| CLEAR.choose(&mut random)).map(|byte| char::from(*byte)).collect()
}

/// Random bytes.
#[must_use]
pub fn bytes<const N: usize>() -> [u8; N] {
    rand::rng().random()
}

/// `bytes` random bytes, in hexadecimal.
#[must_use]
pub fn hexadecimal(bytes: usize) -> String {
    let mut random = rand::rng();
    (0..bytes).map(|_| format!("{:02x}", random.random::<u8>())).collect()
}
