//! The migrations, oldest first. One that has been released is never changed.

mod columns;
mod m0001_branches;
mod m0002_people;
mod m0003_groups;
mod m0004_consents;
mod m0005_letters;
mod m0006_records;
mod m0007_first_branches;
mod m0008_accounts;
mod m0009_roles;
mod m0010_letter_kinds;
mod m0011_sealed_log;
mod m0020_counters;
mod m0021_kept_counts;
mod m0030_listings;
mod m0031_search_words;
mod m0032_placings;
mod m0033_notes;
mod m0034_rolls;
mod m0040_areas_by_status;
mod m0050_evidence;
mod m0051_evidence_letters;
mod m0052_counted_evidence;
mod m0060_declared_consents;
mod m0061_lists;
mod m0070_postcodes;
mod m0071_authority_areas;
mod m0080_telling_indexes;
mod m0090_log_start;
mod m0091_erased_evidence;
mod m0092_retention_indexes;
mod m0093_few_by_name;
mod m0100_class_changes;
mod m0101_email_changes;
mod m0102_of_age;
mod m0110_own_indexes;
mod m0111_goodbyes;
mod m0112_news_links;
mod m0130_seats_and_agreements;
mod m0140_ended_roles;
mod m0150_email_change_keys;

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod upgrading;

use sea_orm_migration::prelude::*;

/// Brings the schema to the newest state.
pub(crate) struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_branches::Migration),
            Box::new(m0002_people::Migration),
            Box::new(m0003_groups::Migration),
            Box::new(m0004_consents::Migration),
            Box::new(m0005_letters::Migration),
            Box::new(m0006_records::Migration),
            Box::new(m0007_first_branches::Migration),
            Box::new(m0008_accounts::Migration),
            Box::new(m0009_roles::Migration),
            Box::new(m0010_letter_kinds::Migration),
            Box::new(m0011_sealed_log::Migration),
            Box::new(m0020_counters::Migration),
            Box::new(m0021_kept_counts::Migration),
            Box::new(m0030_listings::Migration),
            Box::new(m0031_search_words::Migration),
            Box::new(m0032_placings::Migration),
            Box::new(m0033_notes::Migration),
            Box::new(m0034_rolls::Migration),
            Box::new(m0040_areas_by_status::Migration),
            Box::new(m0050_evidence::Migration),
            Box::new(m0051_evidence_letters::Migration),
            Box::new(m0052_counted_evidence::Migration),
            Box::new(m0060_declared_consents::Migration),
            Box::new(m0061_lists::Migration),
            Box::new(m0070_postcodes::Migration),
            Box::new(m0071_authority_areas::Migration),
            Box::new(m0080_telling_indexes::Migration),
            Box::new(m0090_log_start::Migration),
            Box::new(m0091_erased_evidence::Migration),
            Box::new(m0092_retention_indexes::Migration),
            Box::new(m0093_few_by_name::Migration),
            Box::new(m0100_class_changes::Migration),
            Box::new(m0101_email_changes::Migration),
            Box::new(m0102_of_age::Migration),
            Box::new(m0110_own_indexes::Migration),
            Box::new(m0111_goodbyes::Migration),
            Box::new(m0112_news_links::Migration),
            Box::new(m0130_seats_and_agreements::Migration),
            Box::new(m0140_ended_roles::Migration),
            Box::new(m0150_email_change_keys::Migration),
        ]
    }
}
