//! Every test that reaches through the public surface: one binary, so that it links once.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "in a test, a panic is how something is said to be wrong"
)]

#[cfg(target_arch = "wasm32")]
mod wasm;

#[cfg(not(target_arch = "wasm32"))]
mod causes;
#[cfg(all(not(target_arch = "wasm32"), feature = "cli"))]
mod clock;
#[cfg(all(not(target_arch = "wasm32"), feature = "cli"))]
mod command_line;
#[cfg(not(target_arch = "wasm32"))]
mod coverage;
#[cfg(not(target_arch = "wasm32"))]
mod damage;
#[cfg(not(target_arch = "wasm32"))]
mod dictionary;
#[cfg(all(not(target_arch = "wasm32"), feature = "cli"))]
mod difficult;
#[cfg(all(not(target_arch = "wasm32"), feature = "cli"))]
mod fix_all;
#[cfg(all(not(target_arch = "wasm32"), feature = "cli"))]
mod found;
#[cfg(all(not(target_arch = "wasm32"), feature = "cli"))]
mod growth;
#[cfg(not(target_arch = "wasm32"))]
mod helpers;
#[cfg(all(not(target_arch = "wasm32"), feature = "cli"))]
mod holds;
#[cfg(all(not(target_arch = "wasm32"), feature = "cli"))]
mod hostile;
#[cfg(all(not(target_arch = "wasm32"), feature = "cli"))]
mod json;
#[cfg(not(target_arch = "wasm32"))]
mod kinds;
#[cfg(not(target_arch = "wasm32"))]
mod language;
#[cfg(all(not(target_arch = "wasm32"), feature = "cli"))]
mod openapi3;
#[cfg(not(target_arch = "wasm32"))]
mod providers;
#[cfg(all(not(target_arch = "wasm32"), feature = "cli"))]
mod reference;
#[cfg(not(target_arch = "wasm32"))]
mod repair;
#[cfg(all(not(target_arch = "wasm32"), feature = "cli"))]
mod reports;
#[cfg(not(target_arch = "wasm32"))]
mod schemas;
#[cfg(all(not(target_arch = "wasm32"), feature = "cli"))]
mod secrets;
#[cfg(not(target_arch = "wasm32"))]
mod silence;
#[cfg(all(not(target_arch = "wasm32"), feature = "cli"))]
mod sizes;
#[cfg(not(target_arch = "wasm32"))]
mod summary;
#[cfg(not(target_arch = "wasm32"))]
mod supply;
#[cfg(not(target_arch = "wasm32"))]
mod thread;
#[cfg(not(target_arch = "wasm32"))]
mod tidy;
#[cfg(not(target_arch = "wasm32"))]
mod traps;
#[cfg(all(not(target_arch = "wasm32"), feature = "cli"))]
mod unicode;
#[cfg(not(target_arch = "wasm32"))]
mod wire;
#[cfg(not(target_arch = "wasm32"))]
mod xtensions;
