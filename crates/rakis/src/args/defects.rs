//! What is typed after `rakis defects`, `rakis procedure` and `rakis review`.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Subcommand, ValueEnum};

/// Who acts, in which role, on which register: of every command that may change something.
#[derive(Debug, Default, ClapArgs)]
pub(crate) struct Acting {
    #[arg(long, value_name = "NAME", global = true)]
    pub(crate) who: Option<String>,
    #[arg(long, value_name = "ROLE", global = true)]
    pub(crate) role: Option<String>,
    #[arg(long, value_name = "URL", global = true)]
    pub(crate) register: Option<String>,
    #[arg(long, global = true)]
    pub(crate) json: bool,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Defects {
    #[command(flatten)]
    pub(crate) acting: Acting,
    #[command(subcommand)]
    pub(crate) what: DefectsWhat,
}

#[derive(Debug, Subcommand)]
pub(crate) enum DefectsWhat {
    List(Filter),
    Show(Show),
    Move(Move),
    Assign(Assign),
    Edit(Edit),
    Waive(Waive),
    Merge(Merge),
    Split(Split),
    Retire(Retire),
    Comment(Comment),
    Attach(Attach),
    Record(Record),
    Export(Export),
    Trend(Trend),
    Verify(Verify),
}

#[derive(Debug, Default, ClapArgs)]
pub(crate) struct Filter {
    #[arg(long, value_name = "STATE")]
    pub(crate) state: Vec<String>,
    #[arg(long)]
    pub(crate) open: bool,
    #[arg(long)]
    pub(crate) overdue: bool,
    #[arg(long, value_name = "SEVERITY")]
    pub(crate) severity: Option<String>,
    #[arg(long, value_name = "PARTY")]
    pub(crate) party: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub(crate) assignee: Option<String>,
    #[arg(long, value_name = "ID")]
    pub(crate) req: Option<String>,
    #[arg(long, value_name = "AREA")]
    pub(crate) area: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub(crate) delivery: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(crate) text: Option<String>,
    #[arg(long, value_name = "N")]
    pub(crate) limit: Option<u32>,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Show {
    #[arg(value_name = "ID")]
    pub(crate) id: String,
    #[arg(long, conflicts_with = "attachment")]
    pub(crate) markdown: bool,
    #[arg(long, value_name = "FILE")]
    pub(crate) attachment: Option<String>,
    #[arg(long, value_name = "FILE", requires = "attachment")]
    pub(crate) out: Option<PathBuf>,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Move {
    #[arg(value_name = "ID")]
    pub(crate) id: String,
    #[arg(value_name = "STATE")]
    pub(crate) state: String,
    #[arg(long, value_name = "TEXT")]
    pub(crate) why: Option<String>,
    #[arg(long, value_name = "SEVERITY")]
    pub(crate) severity: Option<String>,
    #[arg(long, value_name = "PRIORITY")]
    pub(crate) priority: Option<String>,
    #[arg(long, value_name = "PARTY")]
    pub(crate) party: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub(crate) assignee: Option<String>,
    #[arg(long, value_name = "BUILD")]
    pub(crate) fixed_in: Option<String>,
    #[arg(long, value_name = "CAUSE")]
    pub(crate) cause: Option<String>,
    #[arg(long, value_name = "TEXT", requires = "cause")]
    pub(crate) cause_text: Option<String>,
    #[arg(long, value_name = "ID")]
    pub(crate) duplicate_of: Option<String>,
    #[arg(long)]
    pub(crate) dry_run: bool,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Assign {
    #[arg(value_name = "ID")]
    pub(crate) id: String,
    #[arg(long, value_name = "PARTY", required_unless_present = "assignee")]
    pub(crate) party: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub(crate) assignee: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(crate) why: Option<String>,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Edit {
    #[arg(value_name = "ID")]
    pub(crate) id: String,
    #[arg(long, value_name = "TEXT")]
    pub(crate) title: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(crate) description: Option<String>,
    #[arg(long, value_name = "SEVERITY")]
    pub(crate) severity: Option<String>,
    #[arg(long, value_name = "PRIORITY")]
    pub(crate) priority: Option<String>,
    #[arg(long, value_name = "CAUSE")]
    pub(crate) cause: Option<String>,
    #[arg(long, value_name = "TEXT", requires = "cause")]
    pub(crate) cause_text: Option<String>,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Waive {
    #[arg(value_name = "ID")]
    pub(crate) id: String,
    #[arg(long, value_name = "DATE", required_unless_present = "withdraw")]
    pub(crate) until: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(crate) why: String,
    #[arg(long, conflicts_with = "until")]
    pub(crate) withdraw: bool,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Merge {
    #[arg(value_name = "ID")]
    pub(crate) id: String,
    #[arg(value_name = "INTO")]
    pub(crate) into: String,
    #[arg(long, value_name = "TEXT")]
    pub(crate) why: Option<String>,
    #[arg(long)]
    pub(crate) dry_run: bool,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Split {
    #[arg(value_name = "ID")]
    pub(crate) id: String,
    #[arg(value_name = "FINGERPRINT")]
    pub(crate) fingerprint: String,
    #[arg(long, value_name = "TEXT")]
    pub(crate) why: Option<String>,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Retire {
    #[arg(value_name = "ID")]
    pub(crate) id: String,
    #[arg(value_name = "SCENARIO")]
    pub(crate) scenario: String,
    #[arg(long, value_name = "TEXT")]
    pub(crate) why: String,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Comment {
    #[arg(value_name = "ID")]
    pub(crate) id: String,
    #[arg(value_name = "TEXT")]
    pub(crate) text: String,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Attach {
    #[arg(value_name = "ID")]
    pub(crate) id: String,
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Record {
    #[arg(value_name = "RUN")]
    pub(crate) run: Option<String>,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Export {
    #[command(flatten)]
    pub(crate) filter: Filter,
    #[arg(long, value_name = "xlsx|csv|json|md", value_enum)]
    pub(crate) format: Option<Format>,
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Xlsx,
    Csv,
    Json,
    Md,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Trend {
    #[arg(long, value_name = "day|delivery", value_enum, default_value = "day")]
    pub(crate) by: TrendBy,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TrendBy {
    Day,
    Delivery,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Verify {
    #[arg(long, value_name = "RUN")]
    pub(crate) run: Option<String>,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Procedure {
    #[arg(long, global = true)]
    pub(crate) json: bool,
    #[command(subcommand)]
    pub(crate) what: ProcedureWhat,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ProcedureWhat {
    Check,
    Diagram(Diagram),
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Diagram {
    #[arg(long)]
    pub(crate) mermaid: bool,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Review {
    #[command(flatten)]
    pub(crate) acting: Acting,
    #[arg(value_name = "SNAPSHOT")]
    pub(crate) names: Vec<String>,
    #[arg(long)]
    pub(crate) list: bool,
    #[arg(long, conflicts_with = "reject", requires = "why")]
    pub(crate) approve: bool,
    #[arg(long, requires = "why")]
    pub(crate) reject: bool,
    #[arg(long, value_name = "TEXT")]
    pub(crate) why: Option<String>,
    #[arg(long, conflicts_with_all = ["approve", "reject", "list"])]
    pub(crate) obsolete: bool,
    #[arg(long, requires = "obsolete")]
    pub(crate) delete: bool,
}
