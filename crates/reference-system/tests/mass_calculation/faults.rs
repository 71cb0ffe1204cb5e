//! Every fault shows where it should, and only there.

use rakis_reference_system::{Fault, faults};

use crate::probes::observe;
use crate::support::{Caller, faulty, service};

pub(crate) fn own() -> Vec<&'static Fault> {
    faults().iter().filter(|fault| fault.area == "mass_calculation").collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_fault_can_be_seen() {
    let right = service().await;
    let caller = Caller::new(&right);
    assert!(own().len() >= 18);
    for fault in own() {
        let wrong = faulty(fault.name).await;
        let other = Caller::new(&wrong);
        let (expected, seen) =
            tokio::join!(observe(fault.name, &caller), observe(fault.name, &other));
        assert_ne!(seen, expected, "{}", fault.name);
        wrong.stop().await;
    }
    right.stop().await;
}
