//! Every test that reaches through the public surface: one binary, so that it links once.

#[cfg(not(target_arch = "wasm32"))]
mod json;
#[cfg(target_arch = "wasm32")]
mod wasm;
#[cfg(not(target_arch = "wasm32"))]
mod wire;
