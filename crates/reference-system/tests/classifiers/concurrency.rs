//! Many changes at once: each is whole, and what must not be beside each other is not.

use rakis_reference_system::Running;
use serde_json::json;
use tokio::task::JoinSet;

use crate::scene::Scene;
use crate::support::service;

const CLIENTS: usize = 16;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_asked_at_once_is_done_once() {
    at_once(&service().await).await;
}

/// One code, one draft and one publication come of many.
pub(crate) async fn at_once(running: &Running) {
    let scene = Scene::new(running).await;
    let added = outcomes(&scene, async |scene: Scene| {
        scene.add(json!({"kood": "A", "nimetus": "Nimi A"})).await.brief()
    });
    assert_eq!(added.await, (1, "201".to_owned(), "409 KLA-030".to_owned()));
    let published = outcomes(&scene, async |scene: Scene| scene.publish().await.brief());
    assert_eq!(published.await, (1, "200".to_owned(), "409 KLA-020".to_owned()));
    let drafted = outcomes(&scene, async |scene: Scene| scene.draft("2026-04-01").await.brief());
    assert_eq!(drafted.await, (1, "201".to_owned(), "409 KLA-021".to_owned()));
    let taken = outcomes(&scene, async |scene: Scene| scene.take_over().await.brief());
    assert_eq!(taken.await.1, "200");
    assert_eq!(scene.on(&scene.star, "2026-03-02").await, "A Nimi A");
}

/// How many of the clients had the outcome that came least, that outcome, and the other.
async fn outcomes<F, W>(scene: &Scene, act: F) -> (usize, String, String)
where
    F: Fn(Scene) -> W,
    W: Future<Output = String> + Send + 'static,
{
    let mut clients = JoinSet::new();
    for _ in 0..CLIENTS {
        clients.spawn(act(scene.clone()));
    }
    let mut all: Vec<String> = clients.join_all().await;
    all.sort();
    let (first, last) = (all[0].clone(), all[CLIENTS - 1].clone());
    assert!(all.iter().all(|one| *one == first || *one == last), "{all:?}");
    (all.iter().filter(|one| **one == first).count(), first, last)
}
