//! The plain pages for partners, in Chromium: accessible, narrow and wide, light and dark, and pictures of
//! them in target/look-partners/. Their words are checked natively (tests/it/partners.rs).

use std::fs;

use serde_json::json;
use xtask::bundle;

use crate::accessibility::{AXE, empty_folder, load, paint, texts};
use crate::driver::{Engine, Setup};
use crate::visit::Visit;

#[tokio::test]
async fn the_pages_for_partners_can_be_read_by_anybody() {
    let visit = Visit::prepare(Engine::Chromium, Setup::default(), bundle::DIST, Vec::new()).await;
    let folder = empty_folder("target/look-partners");
    for page in ["partners", "accessibility", "privacy", "assessments"] {
        let address = format!("{}/{page}.html", visit.server.outer_origin());
        visit.browser.client.goto(&address).await.unwrap();
        load(&visit, "axe-core/axe.min.js", "axe").await;
        for (width, scheme) in [(320, "light"), (1280, "light"), (1280, "dark")] {
            paint(&visit, scheme);
            let size =
                |height| json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            visit.browser.devtools("Emulation.setDeviceMetricsOverride", size(800));
            let fits = "return document.documentElement.scrollWidth <= document.documentElement.clientWidth";
            assert_eq!(visit.run(fits, &[]).await, json!(true), "{page} scrolls sideways at {width}");
            let found = visit.browser.client.execute_async(AXE, Vec::new()).await.unwrap();
            assert_eq!(texts(&found).collect::<Vec<_>>(), [""; 0], "{page} {width} {scheme}");
            let height = visit.run("return document.documentElement.scrollHeight", &[]).await;
            let height = height.as_u64().unwrap_or(800).clamp(400, 12_000);
            visit.browser.devtools("Emulation.setDeviceMetricsOverride", size(height));
            let picture = visit.browser.client.screenshot().await.unwrap();
            fs::write(folder.join(format!("{page}-{width}-{scheme}.png")), picture).unwrap();
            visit.browser.devtools("Emulation.clearDeviceMetricsOverride", json!({}));
        }
    }
}
