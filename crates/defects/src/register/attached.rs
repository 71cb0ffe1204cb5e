//! Files kept with defects: their bytes are in a table of their own, their hashes in the log.

use jiff::Timestamp;
use sqlx::Row as _;

use super::{
    Register,
    change::take,
    rules,
    table::{Cell, Row, Work},
};
use crate::{
    Actor, Procedure, RegisterError, canonical,
    defect::{AttachmentNote, Defect},
    event::What,
};

/// At most this many bytes an attachment may have.
pub const ATTACHMENT_LIMIT: usize = 10 * 1024 * 1024;

impl Register {
    /// Keeps a file with a defect. The same file again changes nothing.
    ///
    /// # Errors
    /// When it has no name, is larger than [`ATTACHMENT_LIMIT`], or another one has its name.
    #[expect(clippy::too_many_arguments, reason = "a file is a name, a type and bytes")]
    pub async fn attach(
        &self,
        id: &str,
        name: &str,
        media_type: &str,
        content: &[u8],
        procedure: &Procedure,
        actor: &Actor,
        now: Timestamp,
    ) -> Result<Defect, RegisterError> {
        self.within(async {
            let note = self.attachment_note(name, media_type, content)?;
            let role = rules::roles(procedure, actor)?[0];
            let mut change = self.change(actor, now, &[id]).await?;
            let there = &change.defect(id)?.attachments;
            if let Some(same) = there.iter().find(|one| one.name == note.name) {
                if *same == note {
                    return take(change.commit().await?, id);
                }
                return Err(RegisterError::AnotherAttachment(note.name));
            }
            write(&mut change.work, id, &note, content).await?;
            change.happen(id, role, What::Attached(note));
            take(change.commit().await?, id)
        })
        .await
    }

    fn attachment_note(
        &self,
        name: &str,
        media_type: &str,
        content: &[u8],
    ) -> Result<AttachmentNote, RegisterError> {
        if content.len() > ATTACHMENT_LIMIT {
            let size = content.len();
            return Err(RegisterError::TooLarge { size, limit: ATTACHMENT_LIMIT });
        }
        let name = self.text(Some(name.to_owned()));
        Ok(AttachmentNote {
            name: name.ok_or(RegisterError::Empty("register-empty-name"))?,
            media_type: media_type.to_owned(),
            size: i64::try_from(content.len()).unwrap_or(i64::MAX),
            sha256: canonical::sha256(content),
        })
    }

    /// The content of an attachment; none when the defect has none of that name.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn attachment(&self, id: &str, name: &str) -> Result<Option<Vec<u8>>, RegisterError> {
        self.within(async {
            let query = sqlx::query(CONTENT).bind(id.to_owned()).bind(name.to_owned());
            let row = query.fetch_optional(&self.pool).await?;
            Ok(row.map(|row| row.try_get(0)).transpose()?)
        })
        .await
    }
}

const CONTENT: &str = "SELECT content FROM attachments WHERE defect = $1 AND name = $2";

async fn write(
    work: &mut Work,
    id: &str,
    note: &AttachmentNote,
    content: &[u8],
) -> Result<(), sqlx::Error> {
    let sql = "INSERT INTO attachments (defect, name, media_type, size, sha256, content) \
               VALUES ($1, $2, $3, $4, $5, $6)";
    let query = sqlx::query(sql)
        .bind(id.to_owned())
        .bind(note.name.clone())
        .bind(note.media_type.clone())
        .bind(note.size)
        .bind(note.sha256.clone())
        .bind(content.to_vec());
    query.execute(&mut **work).await.map(drop)
}

/// The row of an attachment, without its content.
pub(super) fn row(id: &str, note: &AttachmentNote) -> Row {
    vec![
        id.into(),
        (&note.name).into(),
        (&note.media_type).into(),
        note.size.into(),
        (&note.sha256).into(),
    ]
}

/// The content that belongs to a row.
pub(super) async fn content(
    work: &mut Work,
    row: &[Cell],
) -> Result<Option<Vec<u8>>, RegisterError> {
    let text = |at: usize| row.get(at).and_then(Cell::text).unwrap_or_default();
    let query = sqlx::query(CONTENT).bind(text(0)).bind(text(1));
    let found = query.fetch_optional(&mut **work).await?;
    Ok(found.map(|row| row.try_get(0)).transpose()?)
}
