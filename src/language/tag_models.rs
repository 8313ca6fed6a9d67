//! What was learned for tagging: classes of words, and two sequence models.

use super::labels::{ENTITY_LABELS, PARTS_OF_SPEECH};
use super::word_classes::WordClasses;
use crate::models::sequence::SequenceModel;

/// The models of the tagger.
pub(crate) struct TagModels {
    /// Classes of words that are used alike.
    pub classes: WordClasses,
    /// Labels tokens with their parts of speech.
    pub parts_of_speech: SequenceModel<'static, PARTS_OF_SPEECH>,
    /// Labels tokens with the names that they belong to.
    pub entities: SequenceModel<'static, ENTITY_LABELS>,
}

impl TagModels {
    /// Reads the models from their files; `None` if one is broken.
    pub fn read(classes: &'static [u8], parts_of_speech: &'static [u8], entities: &'static [u8]) -> Option<TagModels> {
        Some(TagModels {
            classes: WordClasses::read(classes),
            parts_of_speech: SequenceModel::read(parts_of_speech)?.0,
            entities: SequenceModel::read(entities)?.0,
        })
    }
}
