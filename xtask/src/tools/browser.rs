//! Chromium or Chrome, and the `chromedriver` that drives it.

use std::{
    env,
    path::{Path, PathBuf},
};

use crate::{
    Outcome,
    console::say,
    process::{output, run},
    programs::{Programs, program_in},
    project,
};

/// Keeps the browser quiet and alive in a container: no window, no graphics card, no sandbox (which root may not
/// have), no shared memory (of which containers have little), no talk of its own with the network.
const ARGUMENTS: [&str; 9] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
];

/// The capabilities that wasm-bindgen's test runner asks the driver for.
const CAPABILITIES: &str = "target/xtask/webdriver.json";

/// A browser and its driver.
pub(crate) struct Browser {
    /// The browser's executable file.
    pub(crate) file: PathBuf,
    /// The driver's executable file.
    pub(crate) driver: PathBuf,
    /// The file of the capabilities to ask the driver for.
    pub(crate) capabilities: PathBuf,
}

/// Finds the browser and its driver; installs Debian's where they are missing and apt and its rights are there.
///
/// `BROWSER_PATH` and `CHROMEDRIVER` in the environment come before everything that is found.
///
/// # Errors
///
/// Where one is missing and cannot be installed: what a person has to install.
pub(crate) fn get(programs: &Programs) -> Outcome<Browser> {
    let (file, driver) = if let Some(both) = find(programs) {
        both
    } else {
        install(programs)?;
        find(programs).ok_or(MISSING)?
    };
    say(&format!("    browser: {}", file.display()));
    say(&format!("    driver: {}", driver.display()));
    let capabilities = env::current_dir().map_err(|error| error.to_string())?.join(CAPABILITIES);
    project::write(&capabilities, &capabilities_for(&file))?;
    Ok(Browser { file, driver, capabilities })
}

const MISSING: &str = "the tests of the page need a browser, and none was found: install Chrome or Chromium and the \
    ChromeDriver of the same version (https://googlechromelabs.github.io/chrome-for-testing), both on the PATH, or \
    name their files in the variables BROWSER_PATH and CHROMEDRIVER";

fn find(programs: &Programs) -> Option<(PathBuf, PathBuf)> {
    Some((find_browser(programs)?, find_driver(programs)?))
}

fn find_browser(programs: &Programs) -> Option<PathBuf> {
    const NAMES: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
    named_by("BROWSER_PATH")
        .or_else(|| NAMES.iter().find_map(|name| programs.find(name)))
        .or_else(|| usual_places().into_iter().find(|file| file.is_file()))
}

fn find_driver(programs: &Programs) -> Option<PathBuf> {
    named_by("CHROMEDRIVER")
        // The runners of GitHub name the driver's folder.
        .or_else(|| program_in(Path::new(&env::var_os("CHROMEWEBDRIVER")?), "chromedriver"))
        .or_else(|| programs.find("chromedriver"))
}

fn named_by(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).map(PathBuf::from)
}

/// Where the installers of Chrome and Chromium put them on the systems that have no PATH for applications.
fn usual_places() -> Vec<PathBuf> {
    let below = |variable: &str, path: &str| env::var_os(variable).map(|folder| Path::new(&folder).join(path));
    if cfg!(target_os = "macos") {
        const MAC: [&str; 2] = [
            "Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "Applications/Chromium.app/Contents/MacOS/Chromium",
        ];
        let everyone = MAC.iter().map(|path| Path::new("/").join(path));
        everyone.chain(MAC.iter().filter_map(|path| below("HOME", path))).collect()
    } else if cfg!(windows) {
        const WINDOWS: [&str; 2] = [r"Google\Chrome\Application\chrome.exe", r"Chromium\Application\chrome.exe"];
        ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"]
            .iter()
            .flat_map(|variable| WINDOWS.iter().filter_map(move |path| below(variable, path)))
            .collect()
    } else {
        Vec::new()
    }
}

fn install(programs: &Programs) -> Outcome {
    if programs.find("apt-get").is_none() || !is_root(programs) {
        return Err(MISSING.to_owned());
    }
    run(programs.command("apt-get")?.arg("update"))?;
    run(programs
        .command("apt-get")?
        .args(["install", "-y", "--no-install-recommends", "chromium", "chromium-driver"])
        .env("DEBIAN_FRONTEND", "noninteractive"))
}

fn is_root(programs: &Programs) -> bool {
    programs.command("id").and_then(|mut id| output(id.arg("-u"))).is_ok_and(|user| user.trim() == "0")
}

fn capabilities_for(browser: &Path) -> String {
    let arguments = ARGUMENTS.map(quoted).join(", ");
    let binary = quoted(&browser.to_string_lossy());
    format!("{{ \"goog:chromeOptions\": {{ \"args\": [{arguments}], \"binary\": {binary} }} }}\n")
}

/// `text` as a JSON string. A path has no control characters.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', r"\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::capabilities_for;

    #[test]
    fn a_path_of_windows_stays_a_json_string() {
        assert!(capabilities_for(Path::new(r"C:\chrome.exe")).contains(r#""binary": "C:\\chrome.exe""#));
    }
}
