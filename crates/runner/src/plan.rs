//! The plan: every step of every selected scenario resolved before anything runs.

use std::{collections::BTreeMap, sync::Arc};

use cucumber::step;
use rakis_model::{
    Diagnostic, Message, Place, Problems, Source,
    messages::{FeatureChild, GherkinDocument, Pickle, PickleStep, RuleChild, Step as AstStep},
};

use crate::{
    Catalogue, Selection,
    catalogue::Match,
    definition::{Body, Definition},
    phrase,
};

/// Phrases made of phrases may be this deep; deeper is a circle or not readable any more.
const DEEPEST_PHRASE: usize = 10;

/// A feature file that was read without errors.
#[derive(Clone, Debug)]
pub struct FeatureFile {
    /// Its text.
    pub source: Arc<Source>,
    /// Its tree.
    pub document: GherkinDocument,
    /// Its scenarios, examples filled in.
    pub pickles: Vec<Pickle>,
}

/// Why a selected scenario is not carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SkipReason {
    /// `@manual`: a person does it.
    Manual,
    /// `@noauto`: not to be automated.
    NoAuto,
    /// `@needs-decision`: the requirement is not decided.
    NeedsDecision,
    /// `@kehtetu`: its criterion was withdrawn.
    Withdrawn,
}

impl SkipReason {
    fn of(pickle: &Pickle) -> Option<Self> {
        pickle.tags.iter().find_map(|tag| match tag.name.as_str() {
            "@manual" => Some(Self::Manual),
            "@noauto" => Some(Self::NoAuto),
            "@needs-decision" => Some(Self::NeedsDecision),
            "@kehtetu" => Some(Self::Withdrawn),
            _ => None,
        })
    }

    /// Its words.
    pub const fn message(self) -> Message {
        Message::new(match self {
            Self::Manual => "plan-skip-manual",
            Self::NoAuto => "plan-skip-noauto",
            Self::NeedsDecision => "plan-skip-decision",
            Self::Withdrawn => "plan-skip-withdrawn",
        })
    }
}

/// One act of a step: a function with its values.
pub(crate) struct Action<W> {
    pub(crate) function: step::Step<W>,
    pub(crate) context: step::Context,
    /// Index of its definition in the catalogue; for a phrase, that of the part.
    pub(crate) definition: usize,
    /// The sentence, when it is a part of a phrase.
    pub(crate) part: Option<String>,
}

/// A step with what it does.
pub(crate) struct PlannedStep<W> {
    /// Index of the definition in the catalogue.
    pub(crate) definition: usize,
    pub(crate) actions: Vec<Action<W>>,
}

/// A scenario that can be carried out, or that is skipped for a reason.
pub struct Planned<W> {
    /// Index of its feature in the plan.
    pub(crate) feature: usize,
    /// Index of its pickle in the feature.
    pub(crate) pickle: usize,
    pub(crate) steps: Vec<PlannedStep<W>>,
    pub(crate) skip: Option<SkipReason>,
}

/// What will run: features with their selected pickles only.
pub struct Plan<W> {
    /// The features.
    pub features: Vec<FeatureFile>,
    pub(crate) scenarios: Vec<Planned<W>>,
}

impl<W> std::fmt::Debug for Plan<W> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Plan({} features, {} scenarios)", self.features.len(), self.scenarios.len())
    }
}

impl<W> Plan<W> {
    /// How many scenarios there are, examples each by itself.
    pub const fn len(&self) -> usize {
        self.scenarios.len()
    }

    /// Was nothing selected?
    pub const fn is_empty(&self) -> bool {
        self.scenarios.is_empty()
    }

    /// Every use of a Rust step: index of the definition, the sentence, and where it stands. Uses
    /// that differ only by the example they stem from are there once.
    pub fn uses(&self) -> Vec<(usize, &str, Place)> {
        let mut uses: BTreeMap<(usize, &str, usize, usize), Place> = BTreeMap::new();
        for planned in &self.scenarios {
            let source = &self.features[planned.feature].source;
            for action in planned.steps.iter().flat_map(|step| &step.actions) {
                let step = &action.context.step;
                let key =
                    (action.definition, step.value.as_str(), planned.feature, step.position.line);
                uses.entry(key)
                    .or_insert_with(|| sentence_place(source, step.position.line, &step.keyword));
            }
        }
        uses.into_iter().map(|((definition, text, ..), place)| (definition, text, place)).collect()
    }

    /// Every value that fills a hole of this name (`hetktõmmis`), without its quotes, with its
    /// place; examples each by itself. Scenarios that are left out are told too: what they name is
    /// in use.
    pub fn filled(&self, catalogue: &Catalogue<W>, hole: &str) -> Vec<Filled> {
        let mut filled = Vec::new();
        for planned in &self.scenarios {
            let source = &self.features[planned.feature].source;
            let example = self.pickle(planned).location.as_ref().map_or(0, |place| place.line);
            let left_out = self.left_out(planned, catalogue);
            let carried_out = planned.steps.iter().flat_map(|step| &step.actions);
            for action in carried_out.chain(&left_out) {
                let definition = &catalogue.definitions()[action.definition];
                let Some(group) = definition.group_of(hole) else { continue };
                let Some((_, value)) = action.context.matches.get(group) else { continue };
                let step = &action.context.step;
                filled.push(Filled {
                    value: value.trim_matches('"').to_owned(),
                    scenario: example,
                    place: sentence_place(source, step.position.line, &step.keyword),
                });
            }
        }
        filled
    }

    /// What a scenario that is left out would do, as far as its steps are known ones.
    fn left_out(&self, planned: &Planned<W>, catalogue: &Catalogue<W>) -> Vec<Action<W>> {
        let mut actions = Vec::new();
        if planned.skip.is_none() {
            return actions;
        }
        let pickle = self.pickle(planned);
        let line = pickle.location.as_ref().map_or(1, |place| place.line);
        for step in &pickle.steps {
            let bare = rakis_gherkin::to_cucumber_step(step, "", line);
            // An unknown step of a scenario that is left out is no error.
            let _ = resolve(catalogue, &step.text, &bare, 0, &mut actions);
        }
        actions
    }

    pub(crate) fn pickle(&self, planned: &Planned<W>) -> &Pickle {
        &self.features[planned.feature].pickles[planned.pickle]
    }
}

/// A value that fills a hole of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled {
    /// The value, without its quotes.
    pub value: String,
    /// Line of the scenario, or of the example's row.
    pub scenario: usize,
    /// The sentence.
    pub place: Place,
}

/// Resolves the selected scenarios; every step that is no known step, or more than one, is noted
/// once, however many examples it has.
pub fn plan<W>(
    features: Vec<FeatureFile>,
    catalogue: &Catalogue<W>,
    selection: &Selection,
    problems: &mut Problems,
) -> Plan<W> {
    let mut plan = Plan { features: Vec::new(), scenarios: Vec::new() };
    for mut feature in features {
        let (file, document) = (&feature.source.name, &feature.document);
        feature.pickles.retain(|pickle| selection.wants(file, document, pickle));
        if feature.pickles.is_empty() {
            continue;
        }
        let steps = ast_steps(&feature.document);
        let mut resolver = Resolver { catalogue, source: &feature.source, steps, told: Vec::new() };
        for (index, pickle) in feature.pickles.iter().enumerate() {
            let skip = SkipReason::of(pickle);
            let steps = match skip {
                Some(_) => Vec::new(),
                None => resolver.scenario(pickle, problems),
            };
            plan.scenarios.push(Planned {
                feature: plan.features.len(),
                pickle: index,
                steps,
                skip,
            });
        }
        plan.features.push(feature);
    }
    plan
}

/// Steps of the tree by id.
pub(crate) fn ast_steps(document: &GherkinDocument) -> BTreeMap<&str, &AstStep> {
    let mut steps: Vec<&AstStep> = Vec::new();
    for child in document.feature.iter().flat_map(|feature| &feature.children) {
        match child {
            FeatureChild::Background(background) => steps.extend(&background.steps),
            FeatureChild::Scenario(scenario) => steps.extend(&scenario.steps),
            FeatureChild::Rule(rule) => {
                for child in &rule.children {
                    match child {
                        RuleChild::Background(background) => steps.extend(&background.steps),
                        RuleChild::Scenario(scenario) => steps.extend(&scenario.steps),
                    }
                }
            }
        }
    }
    steps.into_iter().map(|step| (step.id.as_str(), step)).collect()
}

struct Resolver<'p, W> {
    catalogue: &'p Catalogue<W>,
    source: &'p Arc<Source>,
    steps: BTreeMap<&'p str, &'p AstStep>,
    /// Places already told of.
    told: Vec<Place>,
}

impl<W> Resolver<'_, W> {
    fn scenario(&mut self, pickle: &Pickle, problems: &mut Problems) -> Vec<PlannedStep<W>> {
        pickle.steps.iter().filter_map(|step| self.step(step, problems)).collect()
    }

    fn step(&mut self, step: &PickleStep, problems: &mut Problems) -> Option<PlannedStep<W>> {
        let node = step.ast_node_ids.first().and_then(|id| self.steps.get(id.as_str()));
        let (keyword, line) =
            node.map_or(("", 1), |node| (node.keyword.as_str(), node.location.line));
        let bare = rakis_gherkin::to_cucumber_step(step, keyword, line);
        let mut actions = Vec::new();
        match resolve(self.catalogue, &step.text, &bare, 0, &mut actions) {
            Ok(definition) => Some(PlannedStep { definition, actions }),
            Err(diagnostic) => {
                let place = sentence_place(self.source, line, keyword);
                if !self.told.contains(&place) {
                    self.told.push(place.clone());
                    problems.push(diagnostic.at(place));
                }
                None
            }
        }
    }
}

/// Tries the parts of every phrase with sample values, so that a wrong phrase is told even while
/// no feature uses it.
pub fn check_phrases<W>(catalogue: &Catalogue<W>, problems: &mut Problems) {
    let bare = rakis_gherkin::to_cucumber_step(&PickleStep::default(), "", 1);
    for definition in catalogue.definitions() {
        let (Body::Phrase { parts, samples }, Some(place)) = (&definition.body, &definition.place)
        else {
            continue;
        };
        let holes = samples.iter().enumerate();
        let captures: Vec<_> =
            holes.map(|(n, sample)| (Some(format!("hole{}", n + 1)), sample.clone())).collect();
        let wrong = parts.iter().find_map(|template| {
            let part = phrase::fill(template, &captures);
            resolve(catalogue, &part, &bare, 1, &mut Vec::new()).err()
        });
        problems.extend(wrong.map(|diagnostic| Diagnostic {
            place: Some(place.clone()),
            related: None,
            ..*diagnostic
        }));
    }
}

/// Adds what a sentence does to `actions`; the index of its definition, or what is wrong.
pub(crate) fn resolve<W>(
    catalogue: &Catalogue<W>,
    text: &str,
    step: &cucumber::gherkin::Step,
    depth: usize,
    actions: &mut Vec<Action<W>>,
) -> Result<usize, Box<Diagnostic>> {
    let (index, definition, captures) = match catalogue.find(text) {
        Match::One(index, definition, captures) => (index, definition, captures),
        Match::None => return Err(Box::new(undefined(text, &catalogue.nearest(text)))),
        Match::Several(definitions) => return Err(Box::new(ambiguous(text, &definitions))),
    };
    match &definition.body {
        Body::Native(function) => {
            let step = cucumber::gherkin::Step { value: text.to_owned(), ..step.clone() };
            let context = step::Context { step, matches: captures };
            let part = (depth > 0).then(|| text.to_owned());
            actions.push(Action { function: *function, context, definition: index, part });
        }
        Body::Phrase { .. } if depth == DEEPEST_PHRASE => {
            let circle = Message::new("plan-phrase-circle");
            let circle = circle.with("sentence", &definition.sentence);
            return Err(Box::new(Diagnostic::error(circle)));
        }
        Body::Phrase { parts, .. } => {
            for template in parts.iter() {
                let part = phrase::fill(template, &captures);
                resolve(catalogue, &part, step, depth + 1, actions)
                    .map_err(|diagnostic| Box::new(in_phrase(*diagnostic, definition)))?;
            }
        }
    }
    Ok(index)
}

/// The sentence of a step, without its keyword.
fn sentence_place(source: &Arc<Source>, line: usize, keyword: &str) -> Place {
    let mut range = source.line_range(line);
    let text = &source.text[range.clone()];
    let indent = text.len() - text.trim_start().len();
    range.start = (range.start + indent + keyword.len()).min(range.end);
    Place::new(Arc::clone(source), range)
}

fn undefined<W>(text: &str, nearest: &[&Definition<W>]) -> Diagnostic {
    let diagnostic = Diagnostic::error(Message::new("plan-step-undefined").with("step", text));
    if nearest.is_empty() {
        return diagnostic.hint(Message::new("plan-step-search"));
    }
    nearest.iter().fold(diagnostic, |diagnostic, definition| {
        diagnostic.hint(Message::new("plan-step-near").with("sentence", &definition.sentence))
    })
}

fn ambiguous<W>(text: &str, definitions: &[&Definition<W>]) -> Diagnostic {
    let diagnostic = Diagnostic::error(Message::new("plan-step-ambiguous").with("step", text))
        .hint(Message::new("plan-step-ambiguous-hint"));
    definitions.iter().fold(diagnostic, |diagnostic, definition| {
        diagnostic.hint(
            Message::new("plan-step-candidate")
                .with("sentence", &definition.sentence)
                .with("file", &definition.file)
                .with("line", definition.line),
        )
    })
}

fn in_phrase<W>(diagnostic: Diagnostic, phrase: &Definition<W>) -> Diagnostic {
    match (&phrase.place, &diagnostic.related) {
        (Some(place), None) => diagnostic.related(place.clone(), Message::new("plan-in-phrase")),
        _ => diagnostic,
    }
}
