//! What requirements and scenarios say of each other: gaps, unknown ids, suspects.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use rakis_gherkin::Parsed;
use rakis_model::{Diagnostic, Message, Place, Source, messages::Tag, suggest};

use crate::{
    linked::{self, CRITERION, Linked, NO_REQUIREMENT, REQUIREMENT, WITHDRAWN},
    place::line_text,
    requirement::{Criterion, Requirement},
    specification::{Specification, Status},
    stamp::{Stamp, Stamps},
};

/// A requirement no scenario stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequirementGap {
    /// Its id.
    pub requirement: String,
    /// Is its specification agreed (`kinnitatud`)?
    pub agreed: bool,
    /// Where the requirement stands.
    pub place: Place,
}

/// A criterion no scenario stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UncoveredCriterion {
    /// Id of its requirement.
    pub requirement: String,
    /// Its id.
    pub criterion: String,
    /// Is its specification agreed (`kinnitatud`)?
    pub agreed: bool,
    /// Where the criterion stands.
    pub place: Place,
}

/// A scenario that stands for no requirement and does not say so (`@no-story-or-req`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScenarioGap {
    /// Its name.
    pub name: String,
    /// Where it stands.
    pub place: Place,
}

/// A tag that names a requirement or a criterion that is nowhere specified.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownTag {
    /// The tag, with `@`.
    pub tag: String,
    /// The nearest tag that would be known.
    pub nearest: Option<String>,
    /// Where it stands.
    pub place: Place,
}

/// A requirement whose text changed since this feature was derived or reviewed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suspect {
    /// Id of the requirement.
    pub requirement: String,
    /// The feature's path.
    pub feature: String,
    /// Its revision when the feature was stamped.
    pub stamped_revision: i64,
    /// Its revision now.
    pub revision: i64,
    /// Where the feature first stands for it.
    pub place: Place,
    /// Where the requirement stands.
    pub specified: Place,
}

/// Everything that does not meet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trace {
    /// Requirements in force without a scenario.
    pub requirements_without_scenario: Vec<RequirementGap>,
    /// Criteria without a scenario, where the requirement has others.
    pub uncovered_criteria: Vec<UncoveredCriterion>,
    /// Scenarios without a requirement.
    pub scenarios_without_requirement: Vec<ScenarioGap>,
    /// Changed requirements, by feature.
    pub suspect: Vec<Suspect>,
    /// Tags of requirements that are nowhere specified.
    pub unknown_requirement_tags: Vec<UnknownTag>,
    /// Tags of criteria that their requirement does not have.
    pub unknown_criterion_tags: Vec<UnknownTag>,
}

impl Trace {
    /// Ids of the suspect requirements.
    pub fn suspects(&self) -> BTreeSet<String> {
        self.suspect.iter().map(|one| one.requirement.clone()).collect()
    }

    /// The findings for people: unknown tags are errors, and so is what an agreed specification
    /// asks for and no scenario stands for, since a run without it must not pass; everything else
    /// is a warning.
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        let gaps = self.requirements_without_scenario.iter().map(|gap| {
            let message = Message::new("spec-requirement-gap").with("id", &gap.requirement);
            weighed(gap.agreed, message)
                .at(gap.place.clone())
                .hint(Message::new("spec-requirement-gap-hint").with("id", &gap.requirement))
        });
        let criteria = self.uncovered_criteria.iter().map(|gap| {
            let message = Message::new("spec-criterion-gap")
                .with("id", &gap.requirement)
                .with("criterion", &gap.criterion);
            weighed(gap.agreed, message)
                .at(gap.place.clone())
                .hint(Message::new("spec-criterion-gap-hint").with("criterion", &gap.criterion))
        });
        let scenarios = self.scenarios_without_requirement.iter().map(|gap| {
            Diagnostic::warning(Message::new("spec-scenario-gap").with("name", &gap.name))
                .at(gap.place.clone())
                .hint(Message::new("spec-scenario-gap-hint"))
        });
        let suspect = self.suspect.iter().map(Suspect::diagnostic);
        let requirements = self
            .unknown_requirement_tags
            .iter()
            .map(|one| one.diagnostic("spec-unknown-requirement-tag"));
        let unknown = self
            .unknown_criterion_tags
            .iter()
            .map(|one| one.diagnostic("spec-unknown-criterion-tag"));
        requirements
            .chain(unknown)
            .chain(gaps)
            .chain(criteria)
            .chain(scenarios)
            .chain(suspect)
            .collect()
    }
}

fn weighed(agreed: bool, message: Message) -> Diagnostic {
    if agreed { Diagnostic::error(message) } else { Diagnostic::warning(message) }
}

impl UnknownTag {
    fn diagnostic(&self, key: &'static str) -> Diagnostic {
        let diagnostic =
            Diagnostic::error(Message::new(key).with("tag", &self.tag)).at(self.place.clone());
        match &self.nearest {
            Some(near) => diagnostic.hint(Message::new("did-you-mean").with("word", near)),
            None => diagnostic.hint(Message::new("spec-unknown-tag-hint")),
        }
    }
}

impl Suspect {
    fn diagnostic(&self) -> Diagnostic {
        let message = Message::new("spec-suspect").with("id", &self.requirement);
        let changed = if self.stamped_revision == self.revision {
            Message::new("spec-suspect-same-revision").with("revision", self.revision)
        } else {
            Message::new("spec-suspect-here")
                .with("old", self.stamped_revision)
                .with("new", self.revision)
        };
        Diagnostic::warning(message)
            .at(self.place.clone())
            .related(self.specified.clone(), changed)
            .hint(Message::new("spec-suspect-hint").with("id", &self.requirement))
    }
}

/// Compares specifications and features. Scenarios tagged `@kehtetu` count for nothing and are
/// not asked for anything; a withdrawn specification needs no scenarios.
pub fn trace(
    specs: &[Specification],
    features: &[(Arc<Source>, Parsed)],
    stamps: &Stamps,
) -> Trace {
    let mut tracer =
        Tracer { known: BTreeMap::new(), covered: BTreeSet::new(), trace: Trace::default() };
    for spec in specs {
        for requirement in &spec.requirements {
            tracer.known.entry(&requirement.id).or_insert((spec, requirement));
        }
    }
    for (source, parsed) in features {
        tracer.feature(source, parsed, stamps);
    }
    tracer.gaps(specs);
    tracer.trace
}

struct Tracer<'t> {
    known: BTreeMap<&'t str, (&'t Specification, &'t Requirement)>,
    /// Requirement and, where it is told, criterion of each scenario in force.
    covered: BTreeSet<(&'t str, Option<&'t str>)>,
    trace: Trace,
}

impl<'t> Tracer<'t> {
    fn feature(&mut self, source: &Arc<Source>, parsed: &'t Parsed, stamps: &Stamps) {
        let Some(feature) = &parsed.document.feature else { return };
        // A tag of a rule reaches many scenarios; it is told once.
        let mut told: BTreeSet<&str> = BTreeSet::new();
        let mut first: BTreeMap<&str, Place> = BTreeMap::new();
        for scenario in linked::scenarios(feature) {
            if scenario.has(WITHDRAWN) {
                continue;
            }
            let place = || line_text(source, scenario.scenario.location.line);
            let requirements = scenario.requirements();
            if requirements.is_empty() && !scenario.has(NO_REQUIREMENT) {
                let name = scenario.scenario.name.clone();
                self.trace.scenarios_without_requirement.push(ScenarioGap { name, place: place() });
            }
            for id in requirements {
                first.entry(id).or_insert_with(place);
                self.covered.insert((id, None));
            }
            self.unknown_tags(source, &scenario, &mut told);
            self.criterion(source, &scenario);
        }
        for (id, place) in first {
            self.suspect(source, id, place, stamps);
        }
    }

    fn unknown_tags(
        &mut self,
        source: &Arc<Source>,
        scenario: &Linked<'t>,
        told: &mut BTreeSet<&'t str>,
    ) {
        for tag in scenario.tags() {
            let Some(id) = tag.name.strip_prefix(REQUIREMENT) else { continue };
            if self.known.contains_key(id) || !told.insert(tag.id.as_str()) {
                continue;
            }
            let nearest = suggest::nearest(id, self.known.keys().copied());
            self.trace.unknown_requirement_tags.push(UnknownTag {
                tag: tag.name.clone(),
                nearest: nearest.map(|near| format!("{REQUIREMENT}{near}")),
                place: tag_place(source, tag),
            });
        }
    }

    /// A criterion belongs to any requirement the scenario stands for.
    fn criterion(&mut self, source: &Arc<Source>, scenario: &Linked<'t>) {
        let requirements = scenario.requirements();
        let known = requirements.iter().filter_map(|id| self.known.get(id));
        let known: Vec<&str> = known
            .flat_map(|(_, requirement)| &requirement.criteria)
            .map(|criterion| criterion.id.as_str())
            .collect();
        for tag in &scenario.scenario.tags {
            let Some(criterion) = tag.name.strip_prefix(CRITERION) else { continue };
            self.covered.extend(requirements.iter().map(|id| (*id, Some(criterion))));
            // Where the requirement itself is unknown, that has been told.
            if known.is_empty() || known.contains(&criterion) {
                continue;
            }
            let nearest = suggest::nearest(criterion, known.iter().copied());
            self.trace.unknown_criterion_tags.push(UnknownTag {
                tag: tag.name.clone(),
                nearest: nearest.map(|near| format!("{CRITERION}{near}")),
                place: tag_place(source, tag),
            });
        }
    }

    fn suspect(&mut self, source: &Arc<Source>, id: &str, place: Place, stamps: &Stamps) {
        let Some((spec, requirement)) = self.known.get(id) else { return };
        let stamp = stamps.get(&source.name).and_then(|one| one.requirements.get(id));
        let Some(stamp) = stamp.filter(|stamp| **stamp != Stamp::of(requirement)) else { return };
        self.trace.suspect.push(Suspect {
            requirement: id.to_owned(),
            feature: source.name.clone(),
            stamped_revision: stamp.revision,
            revision: requirement.revision,
            place,
            specified: spec.requirement_place(requirement),
        });
    }

    fn gaps(&mut self, specs: &[Specification]) {
        let in_force = specs.iter().filter(|spec| spec.status != Status::Withdrawn);
        for (spec, requirement) in
            in_force.flat_map(|spec| spec.requirements.iter().map(move |one| (spec, one)))
        {
            if !self.covered.contains(&(requirement.id.as_str(), None)) {
                self.trace.requirements_without_scenario.push(RequirementGap {
                    requirement: requirement.id.clone(),
                    agreed: spec.status == Status::Approved,
                    place: spec.requirement_place(requirement),
                });
                continue;
            }
            for criterion in &requirement.criteria {
                self.criterion_gap(spec, requirement, criterion);
            }
        }
    }

    fn criterion_gap(
        &mut self,
        spec: &Specification,
        requirement: &Requirement,
        criterion: &Criterion,
    ) {
        let covered = self.covered.contains(&(requirement.id.as_str(), Some(&criterion.id)));
        if !covered {
            self.trace.uncovered_criteria.push(UncoveredCriterion {
                agreed: spec.status == Status::Approved,
                requirement: requirement.id.clone(),
                criterion: criterion.id.clone(),
                place: spec.criterion_place(requirement, criterion),
            });
        }
    }
}

fn tag_place(source: &Arc<Source>, tag: &Tag) -> Place {
    let start = source.offset(tag.location.line, tag.location.column.unwrap_or(1));
    Place::new(Arc::clone(source), start..(start + tag.name.len()).min(source.text.len()))
}
