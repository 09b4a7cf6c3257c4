//! Lists of values that have keys, and lists of prompts. The keys are parts of message ids, the values of
//! form fields and what a plan file holds.

/// An enum whose values have keys: the last part of message ids and the values of form fields.
macro_rules! keyed {
    ($(#[$meta:meta])* $name:ident { $($(#[$mark:meta])* $value:ident = $key:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        pub enum $name { $($(#[$mark])* $value),+ }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(self.key())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let key = <String as serde::Deserialize>::deserialize(from)?;
                Self::from_key(&key).ok_or_else(|| serde::de::Error::custom("a key of another list"))
            }
        }

        impl $name {
            pub const ALL: &'static [$name] = &[$($name::$value),+];

            pub fn key(self) -> &'static str {
                match self { $(Self::$value => $key),+ }
            }

            pub fn from_key(key: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.key() == key)
            }
        }
    };
}

/// A list of prompts that are answered in words: keyed, with the first part of each one's message ids.
macro_rules! said {
    ($(#[$meta:meta])* $name:ident: $prefix:literal { $($value:ident = $key:literal),+ $(,)? }) => {
        keyed!($(#[$meta])* $name { $($value = $key),+ });

        impl $name {
            /// The first part of the ids of the prompt's messages.
            pub fn field(self) -> &'static str {
                match self { $(Self::$value => concat!($prefix, $key)),+ }
            }
        }

        impl crate::domain::plan::Keyed for $name {
            fn all() -> &'static [Self] {
                Self::ALL
            }

            fn key(self) -> &'static str {
                Self::key(self)
            }

            fn from_key(key: &str) -> Option<Self> {
                Self::from_key(key)
            }
        }
    };
}

/// What `Said` asks of a list of prompts.
pub trait Keyed: Copy + PartialEq + 'static {
    fn all() -> &'static [Self];
    fn key(self) -> &'static str;
    fn from_key(key: &str) -> Option<Self>;
}
