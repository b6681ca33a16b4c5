//! The membership rules of the network, as pure code.
//!
//! Nothing here reads a clock, draws a random number or touches the outside: the browser and the
//! server run the same functions and so give the same answers. The rules are numbered R1 to R12
//! as in ARCHITECTURE.md, which quotes the sentence of the membership page each of them reads.

mod age;
mod answers;
mod area;
mod authority;
mod branch_name;
mod change;
mod class;
mod consent;
mod coverage;
mod decision;
mod directory;
mod draft;
mod email;
mod ending;
mod field;
mod form;
mod group;
mod join;
mod kept;
mod list;
mod name;
mod phone;
mod postcode;
mod retention;
mod roll;
mod standing;
mod step;
mod table;
mod text;
mod way;
mod website;

pub use age::{BirthMonth, BirthMonthError, adult_by, comes_of_age_on};
pub use answers::{Age, BranchChoice, Experience, GroupKind, Who};
pub use area::{Area, AreaError};
pub use authority::{LocalAuthority, LocalAuthorityError};
pub use branch_name::BranchName;
pub use change::{AgeNow, ClassChange};
pub use class::{Class, Eligibility, Reason, Rights, eligibility};
pub use consent::{ConsentKind, ConsentText};
pub use coverage::{Branch, Branches, Coverage};
pub use decision::{Choices, Outcome, decide};
pub use directory::{Directory, Listed, Listing};
pub use draft::{Context, Draft, Refused};
pub use email::{EmailAddress, EmailError};
pub use ending::EndReason;
pub use field::{Field, FieldError, Problem};
pub use group::{Representative, SEATS};
pub use join::{GroupJoin, Guardian, Home, IndividualJoin, Join};
pub use list::{
    ColumnsError, JoinedError, LIST_DECLARATION, ListColumn, ListColumns, ListProblem, ListRow,
    ListedMember, RowShape,
};
pub use name::{Name, NameError};
pub use phone::{PhoneError, PhoneNumber};
pub use postcode::{Postcode, PostcodeError};
pub use retention::{Period, Retention};
pub use roll::on_the_roll;
pub use standing::{Standing, may_say, standing};
pub use step::Step;
pub use table::{Cell, Row, decision_table};
pub use website::{Website, WebsiteError};
