//! Local authorities, by the codes that the Office for National Statistics gives them.

use std::fmt;
use std::hash::{Hash, Hasher};

/// A local authority. Its code alone says which one it is; its name changes, and is not known
/// everywhere.
#[derive(Debug, Clone)]
pub struct LocalAuthority {
    code: String,
    name: Option<String>,
}

/// The text is no code of a local authority.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LocalAuthorityError;

impl LocalAuthority {
    /// Reads a code like `E06000023`, in any case. What stands for the Channel Islands and the
    /// Isle of Man, which have none, is no code.
    ///
    /// # Errors
    /// When the text is no such code.
    pub fn parse(text: &str) -> Result<Self, LocalAuthorityError> {
        let code = text.trim().to_ascii_uppercase();
        match code.as_bytes() {
            [first, number @ ..]
                if first.is_ascii_uppercase()
                    && number.len() == 8
                    && number.iter().all(u8::is_ascii_digit)
                    && number != b"99999999" =>
            {
                Ok(Self { code, name: None })
            }
            _ => Err(LocalAuthorityError),
        }
    }

    /// The same one, with what it is called.
    #[must_use]
    pub fn named(self, name: &str) -> Self {
        Self { name: Some(name.to_owned()), ..self }
    }

    /// Its code.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.code
    }

    /// What it is called; its code where nobody has said.
    #[must_use]
    pub fn name(&self) -> &str {
        self.name.as_deref().unwrap_or(&self.code)
    }
}

impl PartialEq for LocalAuthority {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl Eq for LocalAuthority {}

impl Hash for LocalAuthority {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.code.hash(state);
    }
}

impl fmt::Display for LocalAuthority {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.code)
    }
}
