//! The beginning of a record: features, scenarios, definitions, what the run is about.

use std::{collections::BTreeSet, io};

use rakis_model::{
    messages::{
        Attachment, Envelope, Location, Meta, PickleStep, Product, SourceReference, SourceText,
        StepDefinition, StepDefinitionPattern, TestCase, TestRunStarted, TestStep,
    },
    record::RUN_INFO_MEDIA_TYPE,
};

use crate::{
    Catalogue, Plan, Planned, RunMeta,
    teller::{Clock, RUN_ID, json},
};

/// What stands in the record before the first scenario begins.
pub(crate) fn head<W>(
    plan: &Plan<W>,
    catalogue: &Catalogue<W>,
    clock: &Clock,
    meta: &RunMeta<'_>,
    emit: &mut dyn FnMut(Envelope) -> io::Result<()>,
) -> io::Result<()> {
    emit(Envelope::Meta(this_program(&meta.info.version)))?;
    for feature in &plan.features {
        emit(Envelope::Source(SourceText {
            uri: feature.source.name.clone(),
            data: feature.source.text.clone(),
            media_type: "text/x.cucumber.gherkin+plain".to_owned(),
        }))?;
        emit(Envelope::GherkinDocument(feature.document.clone()))?;
        for pickle in &feature.pickles {
            emit(Envelope::Pickle(pickle.clone()))?;
        }
    }
    for index in used_definitions(plan) {
        emit(Envelope::StepDefinition(definition(catalogue, index)))?;
    }
    emit(Envelope::TestRunStarted(TestRunStarted {
        timestamp: clock.now(),
        id: Some(RUN_ID.to_owned()),
    }))?;
    emit(Envelope::Attachment(Attachment {
        body: json(&meta.info),
        content_encoding: "IDENTITY".to_owned(),
        media_type: RUN_INFO_MEDIA_TYPE.to_owned(),
        test_run_started_id: Some(RUN_ID.to_owned()),
        ..Attachment::default()
    }))?;
    for (number, planned) in plan.scenarios.iter().enumerate() {
        emit(Envelope::TestCase(test_case(plan, number, planned)))?;
    }
    Ok(())
}

fn this_program(version: &str) -> Meta {
    let product = |name: &str, version: Option<&str>| Product {
        name: name.to_owned(),
        version: version.map(str::to_owned),
    };
    Meta {
        protocol_version: "32.0.0".to_owned(),
        implementation: product("rakis", Some(version)),
        runtime: product("rust", None),
        os: product(std::env::consts::OS, None),
        cpu: product(std::env::consts::ARCH, None),
    }
}

fn used_definitions<W>(plan: &Plan<W>) -> BTreeSet<usize> {
    plan.scenarios
        .iter()
        .flat_map(|planned| planned.steps.iter().map(|step| step.definition))
        .collect()
}

fn definition<W>(catalogue: &Catalogue<W>, index: usize) -> StepDefinition {
    let known = &catalogue.definitions()[index];
    StepDefinition {
        id: format!("definition-{index}"),
        pattern: StepDefinitionPattern {
            source: known.sentence.clone(),
            pattern_type: "CUCUMBER_EXPRESSION".to_owned(),
        },
        source_reference: SourceReference {
            uri: Some(known.file.clone()),
            location: Some(Location { line: known.line, column: None }),
        },
    }
}

pub(crate) fn step_id(case: usize, step: usize) -> String {
    format!("case-{case}-step-{step}")
}

fn test_case<W>(plan: &Plan<W>, number: usize, planned: &Planned<W>) -> TestCase {
    let pickle = plan.pickle(planned);
    let step = |(index, step): (usize, &PickleStep)| TestStep {
        id: step_id(number, index),
        pickle_step_id: Some(step.id.clone()),
        step_definition_ids: Some(
            planned
                .steps
                .get(index)
                .map(|known| format!("definition-{}", known.definition))
                .into_iter()
                .collect(),
        ),
    };
    TestCase {
        id: format!("case-{number}"),
        pickle_id: pickle.id.clone(),
        test_steps: pickle.steps.iter().enumerate().map(step).collect(),
        test_run_started_id: Some(RUN_ID.to_owned()),
    }
}
