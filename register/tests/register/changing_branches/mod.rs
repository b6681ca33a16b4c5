//! Branches become active, get and lose areas, and close; whoever lives there is placed anew.

mod at_once;
mod authorities;
mod closing;
mod failing;
mod like_the_look;
mod placing;
mod support;
