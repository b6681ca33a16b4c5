//! The settings: `Leptos.toml`, and the environment variables that go before it.

mod retention;

use std::net::SocketAddr;
use std::num::NonZeroU32;
use std::path::{Path, PathBuf};

use app::Site;
use axum::http::HeaderName;
use toml::{Table, Value};

/// Everything an operator can set.
#[derive(Debug, Clone)]
pub(crate) struct Settings {
    /// Where the server listens.
    pub(crate) site_addr: SocketAddr,
    /// Where the built site lies.
    pub(crate) site_root: String,
    /// The network, as pages and letters name it.
    pub(crate) site: Site,
    /// The database's address.
    pub(crate) database_url: Secret,
    /// Where letters and the secret key are kept.
    pub(crate) data_folder: PathBuf,
    /// How letters leave.
    pub(crate) mail: Mail,
    /// What cookies are encrypted with; `None`: the data folder's own.
    pub(crate) secret_key: Option<Secret>,
    /// The header in which a proxy says who is asking.
    pub(crate) client_address_header: Option<HeaderName>,
    /// What one address may send in a minute.
    pub(crate) posts_per_minute: NonZeroU32,
    /// How many of those may be joins.
    pub(crate) joins_per_minute: NonZeroU32,
}

/// How letters leave.
#[derive(Debug, Clone)]
pub(crate) struct Mail {
    /// Into files, or to a relay.
    pub(crate) transport: MailTransport,
    /// Whom letters come from.
    pub(crate) from: String,
    /// What subject lines, and the name of the sender, call the network.
    pub(crate) subject_name: String,
}

/// Where letters go.
#[derive(Debug, Clone)]
pub(crate) enum MailTransport {
    /// Into the data folder.
    Files,
    /// To a relay, by its address.
    Smtp(Secret),
}

/// A setting that may hold a password: it is never printed.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Secret(String);

impl Secret {
    pub(crate) fn reveal(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("…")
    }
}

/// A setting that stops the start.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub(crate) enum SettingsError {
    #[error("{0} is not readable as settings: {1}")]
    File(String, String),
    #[error("The setting {0} is not known. The known ones are listed in the README.")]
    Unknown(String),
    #[error("The setting {name} ({variable}) is {value}: it takes {accepted}.")]
    Wrong { name: &'static str, variable: &'static str, value: String, accepted: &'static str },
}

impl Settings {
    /// Reads `file`, which may be missing, and the environment.
    pub(crate) fn load(
        file: &Path,
        environment: impl Fn(&str) -> Option<String>,
    ) -> Result<Self, SettingsError> {
        let text = match std::fs::read_to_string(file) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
            Err(error) => {
                return Err(SettingsError::File(file.display().to_string(), error.to_string()));
            }
        };
        let table = text.parse().map_err(|error: toml::de::Error| {
            SettingsError::File(file.display().to_string(), error.message().to_owned())
        })?;
        let mut source = Source { table, environment };
        let settings = source.settings()?;
        source.nothing_left()?;
        Ok(settings)
    }

    /// The same site with everything it keeps in `folder`, where nobody else's is: the register,
    /// the letters, the secret key.
    pub(crate) fn apart_in(self, folder: PathBuf) -> Self {
        Self {
            database_url: Secret(register_in(&folder)),
            mail: Mail { transport: MailTransport::Files, ..self.mail },
            secret_key: None,
            data_folder: folder,
            ..self
        }
    }
}

/// The register's address in a data folder.
fn register_in(folder: &Path) -> String {
    format!("sqlite:{}", folder.join("register.db").display())
}

/// The file and the environment, while they are read.
struct Source<E> {
    table: Table,
    environment: E,
}

/// A setting: its name in the file, its environment variable, and what it takes.
struct Setting {
    name: &'static str,
    variable: &'static str,
    default: &'static str,
    accepted: &'static str,
}

const fn setting(
    name: &'static str,
    variable: &'static str,
    default: &'static str,
    accepted: &'static str,
) -> Setting {
    Setting { name, variable, default, accepted }
}

const A_NUMBER: &str = "a whole number from 1 up";
const AN_ADDRESS: &str = "an e-mail address like membership@example.org";

impl<E: Fn(&str) -> Option<String>> Source<E> {
    fn settings(&mut self) -> Result<Settings, SettingsError> {
        let site_addr: SocketAddr = self.take(
            &setting(
                "leptos.site-addr",
                "LEPTOS_SITE_ADDR",
                "127.0.0.1:3000",
                "an address and a port, like 127.0.0.1:3000",
            ),
            |text| text.parse().ok(),
        )?;
        let site_root = self.take(
            &setting("leptos.site-root", "LEPTOS_SITE_ROOT", "target/site", "the path of a folder"),
            filled,
        )?;
        let site = self.site(site_addr)?;
        let data_folder = self.take(
            &setting("data.folder", "DATA_FOLDER", "data", "the path of a folder"),
            |text| filled(text).map(PathBuf::from),
        )?;
        let database_url = self.take(
            &setting(
                "database.url",
                "DATABASE_URL",
                "",
                "an address that starts with sqlite: or postgres://, or nothing",
            ),
            |text| match text {
                "" => Some(register_in(&data_folder)),
                _ => ["sqlite:", "postgres://", "postgresql://"]
                    .iter()
                    .any(|scheme| text.starts_with(scheme))
                    .then(|| text.to_owned()),
            },
        )?;
        let database_url = Secret(database_url);
        let mail = self.mail(&site)?;
        let secret_key = self.take(
            &setting("security.secret-key", "SECRET_KEY", "", "at least 64 characters, or nothing"),
            |text| match text.len() {
                0 => Some(None),
                64.. => Some(Some(Secret(text.to_owned()))),
                _ => None,
            },
        )?;
        let client_address_header = self.take(
            &setting(
                "security.client-address-header",
                "CLIENT_ADDRESS_HEADER",
                "",
                "the name of a header, or nothing",
            ),
            |text| if text.is_empty() { Some(None) } else { text.parse().ok().map(Some) },
        )?;
        let posts_per_minute = self.take(
            &setting("security.posts-per-minute", "POSTS_PER_MINUTE", "300", A_NUMBER),
            |text| text.parse().ok(),
        )?;
        let joins_per_minute = self.take(
            &setting("security.joins-per-minute", "JOINS_PER_MINUTE", "30", A_NUMBER),
            |text| text.parse().ok(),
        )?;
        Ok(Settings {
            site_addr,
            site_root,
            site,
            database_url,
            data_folder,
            mail,
            secret_key,
            client_address_header,
            posts_per_minute,
            joins_per_minute,
        })
    }

    fn site(&mut self, site_addr: SocketAddr) -> Result<Site, SettingsError> {
        let name = self.take(
            &setting(
                "site.name",
                "SITE_NAME",
                "Independent Mental Health Network",
                "the network's name",
            ),
            filled,
        )?;
        let short_name = self.take(
            &setting("site.short-name", "SITE_SHORT_NAME", "IMHN", "the network's name for short"),
            filled,
        )?;
        let contact = self.take(
            &setting("site.contact", "SITE_CONTACT", "membership@example.org", AN_ADDRESS),
            email,
        )?;
        let url = self.take(
            &setting("site.url", "SITE_URL", "", "an address that starts with https:// (or http:// on one's own machine), without a path"),
            |text| if text.is_empty() { Some(String::new()) } else { origin(text) },
        )?;
        let url = if url.is_empty() { format!("http://{site_addr}") } else { url };
        Ok(Site { name, short_name, contact, url, retention: self.retention()? })
    }

    fn mail(&mut self, site: &Site) -> Result<Mail, SettingsError> {
        let transport = self.take(
            &setting(
                "mail.transport",
                "MAIL_TRANSPORT",
                "files",
                "\"files\", or an address that starts with smtp:// or smtps://",
            ),
            |text| match text {
                "files" => Some(MailTransport::Files),
                _ if text.starts_with("smtp://") || text.starts_with("smtps://") => {
                    Some(MailTransport::Smtp(Secret(text.to_owned())))
                }
                _ => None,
            },
        )?;
        let from = self.take(&setting("mail.from", "MAIL_FROM", "", AN_ADDRESS), |text| {
            if text.is_empty() { Some(site.contact.clone()) } else { email(text) }
        })?;
        let subject_name = self.take(
            &setting("mail.subject", "MAIL_SUBJECT", "name", "\"name\" or \"short-name\""),
            |text| match text {
                "name" => Some(site.name.clone()),
                "short-name" => Some(site.short_name.clone()),
                _ => None,
            },
        )?;
        Ok(Mail { transport, from, subject_name })
    }

    /// The value of a setting, taken out of the file so that what is left over is unknown.
    fn take<T>(
        &mut self,
        setting: &Setting,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Result<T, SettingsError> {
        let Setting { name, variable, default, accepted } = *setting;
        let in_file = self.remove(name);
        let value = (self.environment)(variable).map(Value::String).or(in_file);
        let parsed = match &value {
            None => parse(default),
            Some(Value::String(text)) => parse(text.trim()),
            Some(Value::Integer(number)) => parse(&number.to_string()),
            Some(_) => None,
        };
        parsed.ok_or_else(|| {
            // A wrong address or key may still hold a password.
            let hidden = ["database.url", "mail.transport", "security.secret-key"].contains(&name);
            let shown = value.map_or_else(String::new, |value| value.to_string());
            let value = if hidden { "not right".to_owned() } else { shown };
            SettingsError::Wrong { name, variable, value, accepted }
        })
    }

    fn remove(&mut self, name: &str) -> Option<Value> {
        let (section, key) = name.split_once('.')?;
        self.table.get_mut(section)?.as_table_mut()?.remove(key)
    }

    fn nothing_left(&self) -> Result<(), SettingsError> {
        const SECTIONS: [&str; 7] =
            ["leptos", "site", "database", "data", "mail", "retention", "security"];
        for (section, value) in &self.table {
            match value.as_table() {
                Some(table) if SECTIONS.contains(&section.as_str()) => {
                    if let Some(key) = table.keys().next() {
                        return Err(SettingsError::Unknown(format!("{section}.{key}")));
                    }
                }
                _ => return Err(SettingsError::Unknown(section.clone())),
            }
        }
        Ok(())
    }
}

/// An address of nothing but a scheme, a host and perhaps a port.
fn origin(text: &str) -> Option<String> {
    let url = url::Url::parse(text).ok()?;
    let origin = url.origin().ascii_serialization();
    let plain = matches!(url.scheme(), "http" | "https") && format!("{origin}/") == url.as_str();
    plain.then_some(origin)
}

fn filled(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn email(text: &str) -> Option<String> {
    rules::EmailAddress::parse(text).ok().map(|address| address.as_str().to_owned())
}

#[cfg(test)]
#[path = "settings_tests.rs"]
mod tests;
