//! The WebAssembly entry point: it brings the islands along, and nothing else.

// Named so that it is linked: the islands in it are called by the page alone.
use app as _;

/// Called once by the page's loader when the module has arrived.
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
