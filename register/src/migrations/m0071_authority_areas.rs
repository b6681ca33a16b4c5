//! An area of a branch can be a local authority.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{ConnectionTrait, DbBackend};

use super::columns::{check, id, index, length, number, one_of, text, unique};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

const COPY: &str = "INSERT INTO wider_areas (id, branch_id, branch_status, area, kind) \
    SELECT id, branch_id, branch_status, area, kind FROM areas";

/// SQLite cannot change a check: the table is made anew, as it was made before. Nothing refers to
/// it.
#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let areas = Table::create()
            .table("wider_areas")
            .col(id())
            .col(number("branch_id").not_null())
            // Follows the branch's own.
            .col(text("branch_status").not_null())
            .col(text("area").not_null())
            .col(text("kind").not_null())
            .check(length("area", 9))
            .check(check("area = upper(area)"))
            .check(one_of("kind", &["postcode-area", "district", "sector", "local-authority"]))
            .check(check("(kind = 'local-authority') = (length(area) = 9)"))
            .foreign_key(
                ForeignKey::create()
                    .from_col("branch_id")
                    .from_col("branch_status")
                    .to_tbl("branches")
                    .to_col("id")
                    .to_col("status")
                    .on_update(ForeignKeyAction::Cascade)
                    .on_delete(ForeignKeyAction::Cascade),
            )
            .take();
        manager.create_table(areas).await?;
        let connection = manager.get_connection();
        connection.execute_unprepared(COPY).await?;
        manager.drop_table(Table::drop().table("areas").take()).await?;
        manager.rename_table(Table::rename().table("wider_areas", "areas").take()).await?;
        if manager.get_database_backend() == DbBackend::Postgres {
            // What was copied brought its numbers along.
            let count_on = "SELECT setval(pg_get_serial_sequence('areas', 'id'), \
                            (SELECT coalesce(max(id), 0) + 1 FROM areas), false)";
            connection.execute_unprepared(count_on).await?;
        }
        let mut active = unique("areas", &["area"]);
        active.name("areas_active").and_where(check("branch_status = 'active'"));
        manager.create_index(active).await?;
        manager.create_index(index("areas", &["area"])).await?;
        manager.create_index(index("areas", &["kind"])).await?;
        manager.create_index(unique("areas", &["branch_id", "area"])).await
    }
}
