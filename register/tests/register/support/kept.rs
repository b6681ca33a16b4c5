//! What is kept, against what counting gives.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc, Weekday};
use chrono_tz::Europe::London;

use super::database::TestDatabase;

/// Numbers by what they are of.
type Numbers = BTreeMap<String, i64>;

impl TestDatabase {
    /// Fails when a number that is kept is not the number there is.
    pub(crate) async fn assert_counts_are_right(&self) {
        self.assert_current_counts_are_right().await;
        assert_eq!(self.kept_joins("day").await, self.counted_joins(|day| day).await);
        let monday = |day: NaiveDate| day.week(Weekday::Mon).first_day();
        assert_eq!(self.kept_joins("week").await, self.counted_joins(monday).await);
    }

    /// As [`Self::assert_counts_are_right`], but for the joins by day, which stay with the branch
    /// that was joined.
    pub(crate) async fn assert_current_counts_are_right(&self) {
        let kept = "SELECT coalesce(slug, 'none') || ' ' || kind, members FROM counters \
             LEFT JOIN branches ON branches.id = counters.branch_id WHERE members <> 0 \
             UNION ALL SELECT slug || ' in ' || district, members FROM members_by_district \
             JOIN branches ON branches.id = branch_id WHERE members <> 0 \
             UNION ALL SELECT area || ' offers ' || district, offers FROM offers_by_district \
             WHERE offers <> 0";
        let counted = "SELECT coalesce(slug, 'none') || ' ' || what, count(*) FROM (\
             SELECT branch_id, class AS what FROM memberships \
             WHERE started_at IS NOT NULL AND ended_at IS NULL \
             UNION ALL SELECT branch_id, 'waiting' FROM memberships WHERE started_at IS NULL \
             UNION ALL SELECT branch_id, 'group' FROM groups WHERE ended_at IS NULL \
             UNION ALL SELECT branch_id, state FROM seats \
             JOIN groups ON groups.id = group_id WHERE ended_at IS NULL \
             UNION ALL SELECT branch_id, evidence.state FROM evidence \
             JOIN seats ON seats.id = seat_id JOIN groups ON groups.id = group_id \
             WHERE ended_at IS NULL AND evidence.state = 'supplied' \
             UNION ALL SELECT branch_id, 'in ' || district FROM memberships \
             JOIN people ON people.id = person_id WHERE district IS NOT NULL \
             AND branch_id IS NOT NULL AND started_at IS NOT NULL AND ended_at IS NULL) AS there \
             LEFT JOIN branches ON branches.id = branch_id GROUP BY slug, what \
             UNION ALL SELECT rtrim(substr(district, 1, 2), '0123456789') || ' offers ' \
             || district, count(*) FROM help_offers GROUP BY district";
        assert_eq!(self.numbers(kept).await, self.numbers(counted).await);
    }

    async fn kept_joins(&self, length: &str) -> Numbers {
        let mut joins = Numbers::new();
        let kept = format!("SELECT branch_id, {length}, kind, joins FROM joins_by_{length}");
        for row in self.rows(&kept).await {
            let (branch, day): (Option<i64>, NaiveDate) =
                (row.try_get_by_index(0).unwrap(), row.try_get_by_index(1).unwrap());
            let kind: String = row.try_get_by_index(2).unwrap();
            joins.insert(format!("{branch:?} {day} {kind}"), row.try_get_by_index(3).unwrap());
        }
        joins
    }

    async fn counted_joins(&self, of: impl Fn(NaiveDate) -> NaiveDate) -> Numbers {
        let mut joins = Numbers::new();
        let started = "SELECT branch_id, started_at, class FROM memberships \
             WHERE started_at IS NOT NULL \
             UNION ALL SELECT branch_id, joined_at, 'group' FROM groups";
        for row in self.rows(started).await {
            let (branch, at): (Option<i64>, DateTime<Utc>) =
                (row.try_get_by_index(0).unwrap(), row.try_get_by_index(1).unwrap());
            let kind: String = row.try_get_by_index(2).unwrap();
            let day = of(at.with_timezone(&London).date_naive());
            *joins.entry(format!("{branch:?} {day} {kind}")).or_default() += 1;
        }
        joins
    }

    async fn numbers(&self, sql: &str) -> Numbers {
        let rows = self.rows(sql).await;
        rows.iter()
            .map(|row| (row.try_get_by_index(0).unwrap(), row.try_get_by_index(1).unwrap()))
            .collect()
    }
}
