//! One walk over a document by the vocabulary: what its shape gets wrong, and which object of the format stands where.

mod problem;
mod repair;
mod repeated;
mod slip;
mod strings;
#[cfg(test)]
mod tests;
mod walk;

pub use problem::{Fault, Problem, Slip};
pub use repair::repair;
pub use repeated::{are_equal, repeated};
pub use strings::is_well_formed;
pub use walk::{Extension, Place, ReferenceSite, Shape, Sibling, shape};
