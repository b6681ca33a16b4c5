//! Which part of the country a district is in.

/// The letters that a district, or an area that a branch claims, starts with: `BS` of `BS5`.
pub(crate) fn postcode_area(text: &str) -> &str {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    text.get(..letters).unwrap_or_default()
}
