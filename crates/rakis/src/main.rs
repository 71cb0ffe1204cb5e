//! The entrance: everything else is a library that returns an exit code.

fn main() -> std::process::ExitCode {
    rakis::start(std::env::args_os())
}
