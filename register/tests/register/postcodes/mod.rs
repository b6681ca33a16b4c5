//! The postcode directory: asked, and loaded anew.

mod asking;
mod loading;
