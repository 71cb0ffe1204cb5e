//! A temporary folder that only this user may read, removed when its owner is dropped.

use std::path::{Path, PathBuf};

/// The folder; dropping it removes it with everything inside.
#[derive(Debug)]
pub(crate) struct TemporaryFolder {
    path: PathBuf,
}

impl TemporaryFolder {
    /// Makes a new folder with a random name in the system's temporary folder.
    pub(crate) fn new() -> std::io::Result<Self> {
        let path = std::env::temp_dir().join(format!("rakis-reference-{}", random_hex()?));
        let mut builder = std::fs::DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&path)?;
        Ok(Self { path })
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for TemporaryFolder {
    fn drop(&mut self) {
        // Nothing sensible can be done when it fails: the folder holds synthetic data only.
        let _ = std::fs::remove_dir_all(&self.path);
    }
}

/// 128 random bits as 32 hexadecimal digits.
pub(crate) fn random_hex() -> std::io::Result<String> {
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes).map_err(std::io::Error::other)?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

#[cfg(test)]
mod tests {
    use super::TemporaryFolder;

    #[test]
    fn the_folder_and_what_is_in_it_go_with_their_owner() {
        let folder = TemporaryFolder::new().unwrap();
        let path = folder.path().to_owned();
        std::fs::write(path.join("andmed.sqlite"), "õ").unwrap();
        drop(folder);
        assert!(!path.exists());
    }
}
