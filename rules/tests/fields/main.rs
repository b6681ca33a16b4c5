//! Each field by examples: what people type, and what is made of it.

mod births;
mod emails;
mod names;
mod phones;
mod postcodes;
mod websites;
