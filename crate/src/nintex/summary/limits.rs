//! How much a summary holds: what is above says that it was cut.

/// Operations. The largest APIs that are published have a few thousand; an Xtension of so many is of no use.
pub(super) const ACTIONS: usize = 2000;

/// Inputs of one action, outputs, and fields of a connection.
pub(super) const FIELDS: usize = 100;

/// Properties of an object, or of the items of a list, that is one field.
pub(super) const INNER: usize = 20;

/// Inputs and outputs of all actions together, with what is in them.
pub(super) const ALL_FIELDS: usize = 10_000;

/// Objects within objects that are shown as fields.
pub(super) const DEPTH: usize = 8;

/// Options of a field.
pub(super) const OPTIONS: usize = 30;

/// Fields that an operation fills.
pub(super) const ASKERS: usize = 20;

/// Security definitions.
pub(super) const DEFINITIONS: usize = 20;

/// Addresses.
pub(super) const ADDRESSES: usize = 20;

/// Bytes of a text.
pub(super) const TEXT: usize = 500;

/// Values for the properties of one object that are looked through.
pub(super) const PRESETS: usize = 200;

/// Scopes.
pub(super) const SCOPES: usize = 100;
