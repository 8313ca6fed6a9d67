//! Fields of a record that its answer carries through.

use serde::de::{IgnoredAny, MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt;

/// The fields with their values as they were written. A field that the record lacks is `null`, so that all answers have the same ones.
#[derive(Clone, Default)]
pub struct Meta<'a>(Vec<(&'a str, Option<&'a RawValue>)>);

impl<'a> Meta<'a> {
    /// Reads the fields of these names from a JSON object.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn read(line: &'a [u8], names: &'a [String]) -> Result<Meta<'a>, String> {
        let mut meta = Meta(names.iter().map(|name| (name.as_str(), None)).collect());
        if !meta.is_empty() {
            let mut json = serde_json::Deserializer::from_slice(line);
            json.deserialize_map(Reader(&mut meta)).map_err(|error| format!("not a JSON object: {error}"))?;
        }
        Ok(meta)
    }

    /// Whether nothing is carried through.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for Meta<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        self.0.iter().try_for_each(|(name, value)| map.serialize_entry(name, value))?;
        map.end()
    }
}

struct Reader<'m, 'a>(&'m mut Meta<'a>);

impl<'a> Visitor<'a> for Reader<'_, 'a> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'a>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(Name(name)) = map.next_key::<Name>()? {
            match self.0.0.iter_mut().find(|(wanted, _)| *wanted == name) {
                Some((_, value)) => *value = Some(map.next_value()?),
                None => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(())
    }
}

/// A name, borrowed if it has no escapes.
#[derive(serde::Deserialize)]
#[serde(transparent)]
struct Name<'a>(#[serde(borrow)] Cow<'a, str>);
