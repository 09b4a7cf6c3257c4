//! Pictures of every page in every state, for people to look at: target/look/.
//! At 256, 320 and 1280 px, light, dark and in forced colours, and printed. It checks only that they can be made.

use std::fs;
use std::path::Path;

use fantoccini::wd::PrintConfiguration;
use serde_json::json;

use crate::accessibility::{empty_folder, paint};
use crate::driver::Engine;
use crate::tour;
use crate::visit::{ALONE, Visit};

#[tokio::test]
async fn every_state_of_every_page_can_be_looked_at() {
    let visit = Visit::begin(Engine::Chromium, ALONE).await;
    visit.sealed().await;
    let folder = empty_folder("target/look");
    tour::every_state(&visit, async |visit, state| look(visit, &folder, state).await).await;
}

/// Whole-page pictures in each width and scheme, and the printed page.
async fn look(visit: &Visit, folder: &Path, name: &str) {
    for (width, scheme) in [(1280, "light"), (1280, "dark"), (320, "light"), (320, "forced"), (256, "light")]
    {
        paint(visit, scheme);
        let size =
            |height| json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        visit.browser.devtools("Emulation.setDeviceMetricsOverride", size(800));
        let height =
            visit.run("return Math.ceil(document.documentElement.getBoundingClientRect().height)", &[]).await;
        visit.browser.devtools(
            "Emulation.setDeviceMetricsOverride",
            size(height.as_u64().unwrap_or(800).clamp(400, 12_000)),
        );
        let picture = visit.browser.client.screenshot().await.unwrap();
        fs::write(folder.join(format!("{name}-{width}-{scheme}.png")), picture).unwrap();
        visit.browser.devtools("Emulation.clearDeviceMetricsOverride", json!({}));
    }
    paint(visit, "light");
    let printed = visit.browser.client.print(PrintConfiguration::default()).await.unwrap();
    fs::write(folder.join(format!("{name}-print.pdf")), printed).unwrap();
}
