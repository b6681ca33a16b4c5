//! The branches that a new installation starts with.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let bristol = (1..=16).collect();
        let north_somerset = (20..=25).chain([29, 48, 49]).collect();
        branch(manager, "bristol", "Bristol", bristol).await?;
        branch(manager, "north-somerset", "North Somerset", north_somerset).await
    }
}

/// An active branch that claims these districts of BS.
async fn branch(
    manager: &SchemaManager<'_>,
    slug: &'static str,
    name: &'static str,
    districts: Vec<u8>,
) -> Result<(), DbErr> {
    let branch = Query::insert()
        .into_table("branches")
        .columns(["slug", "name", "status"])
        .values_panic([slug.into(), name.into(), "active".into()])
        .take();
    manager.execute(branch).await?;
    let claim = |district: u8| {
        Query::select()
            .column("id")
            .expr(Expr::value(format!("BS{district}")))
            .expr(Expr::value("district"))
            .from("branches")
            .and_where(Expr::col("slug").eq(slug))
            .take()
    };
    for district in districts {
        let mut area = Query::insert();
        area.into_table("areas").columns(["branch_id", "area", "kind"]);
        area.select_from(claim(district)).map_err(|_| DbErr::Migration("areas".to_owned()))?;
        manager.execute(area).await?;
    }
    Ok(())
}
