//! The secret key: set by the operator, or drawn once and kept in the data folder.

use std::io::Write;
use std::path::Path;

use crate::settings::Secret;

/// Why there is no key.
#[derive(Debug, thiserror::Error)]
#[error(
    "The secret key cannot be kept in {path}: {error}. Set data.folder to a folder the server may write, or set security.secret-key."
)]
pub(crate) struct SecretKeyError {
    path: String,
    error: std::io::Error,
}

/// The key that cookies are encrypted with.
pub(crate) fn secret_key(
    setting: Option<&Secret>,
    data_folder: &Path,
) -> Result<Vec<u8>, SecretKeyError> {
    if let Some(secret) = setting {
        return Ok(secret.reveal().as_bytes().to_vec());
    }
    let path = data_folder.join("secret-key");
    kept_or_drawn(&path).map_err(|error| SecretKeyError { path: path.display().to_string(), error })
}

fn kept_or_drawn(path: &Path) -> std::io::Result<Vec<u8>> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let drawn = app::draw::hexadecimal(64);
    // Written whole beside it first, then put in its place only if there is none: a server that
    // starts at the same moment reads the same key.
    let beside = path.with_extension(app::draw::hexadecimal(4));
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    if !path.exists() {
        let mut file = options.open(&beside)?;
        file.write_all(drawn.as_bytes())?;
        file.sync_all()?;
        let placed = std::fs::hard_link(&beside, path);
        std::fs::remove_file(&beside)?;
        match placed {
            Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => return Err(error),
            _ => {}
        }
    }
    std::fs::read(path)
}
