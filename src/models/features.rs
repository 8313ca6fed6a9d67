//! Features of one byte each: how they are declared and written into a row.

use super::trees::WIDTH;

/// How the values of a feature are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// More is more: counts, distances, whether or not.
    Ordinal,
    /// So many classes, from 0; which is greater says nothing.
    Nominal(u8),
}

/// Declares what a model sees as an enum `Feature`, whose members' numbers are their places in a row.
macro_rules! features {
    ($($(#[$doc:meta])* $name:ident: $scale:expr,)*) => {
        /// What the model sees; each feature's number is its place in a row.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Feature { $($(#[$doc])* $name,)* }

        impl Feature {
            /// All of them, in order.
            pub const ALL: &[Feature] = &[$(Feature::$name,)*];

            /// How its values are meant.
            #[cfg_attr(not(any(test, feature = "training")), allow(dead_code, reason = "only learning asks for it"))]
            pub const fn scale(self) -> $crate::models::features::Scale {
                use $crate::models::features::Scale::{Nominal, Ordinal};
                match self { $(Feature::$name => $scale,)* }
            }

            /// Its name.
            #[cfg_attr(not(any(test, feature = "training")), allow(dead_code, reason = "only learning and explaining print it"))]
            pub const fn name(self) -> &'static str {
                match self { $(Feature::$name => stringify!($name),)* }
            }
        }

        impl $crate::models::features::Place for Feature {
            fn place(self) -> usize {
                self as usize
            }
        }

        const _: () = assert!(Feature::ALL.len() <= $crate::models::trees::WIDTH);
    };
}

pub(crate) use features;

/// What has a place in a row.
pub(crate) trait Place {
    /// The place.
    fn place(self) -> usize;
}

/// Writes features into a row.
pub(crate) trait Row {
    /// Gives a feature its value.
    fn set(&mut self, feature: impl Place, value: impl Value);
}

impl Row for [u8; WIDTH] {
    fn set(&mut self, feature: impl Place, value: impl Value) {
        self[feature.place()] = value.byte();
    }
}

/// What becomes one byte.
pub(crate) trait Value {
    /// The byte.
    fn byte(self) -> u8;
}

impl Value for u8 {
    fn byte(self) -> u8 {
        self
    }
}

impl Value for bool {
    fn byte(self) -> u8 {
        self.into()
    }
}

/// Counts above this are not told apart.
const MANY: usize = 40;

impl Value for usize {
    fn byte(self) -> u8 {
        self.min(MANY) as u8
    }
}

/// A count of what may be missing: 1 more than it, since 0 says that there is nothing to count at all.
pub(crate) fn or_none(count: usize) -> u8 {
    1 + count.byte()
}
