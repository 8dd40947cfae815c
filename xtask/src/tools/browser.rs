//! The browsers of the tests: Chromium or Chrome with the `chromedriver` that drives it, and Firefox, which needs none.

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

/// Keeps the browser quiet and alive in a container: no graphics card, no sandbox (which root may not have), no shared
/// memory (of which containers have little), no talk of its own with the network.
const ARGUMENTS: &str = include_str!("../../../tests/page/chromium-flags.txt");

/// The capabilities that wasm-bindgen's test runner asks the driver for.
const CAPABILITIES: &str = "target/xtask/webdriver.json";

/// The browsers, and the driver of the first.
pub(crate) struct Browsers {
    /// Chromium's executable file.
    pub(crate) chromium: PathBuf,
    /// The executable file of Chromium's driver.
    pub(crate) driver: PathBuf,
    /// Firefox's executable file.
    pub(crate) firefox: PathBuf,
    /// The file of the capabilities to ask the driver for.
    pub(crate) capabilities: PathBuf,
}

/// Finds the browsers; installs Debian's where they are missing and apt and its rights are there.
///
/// `BROWSER_PATH`, `CHROMEDRIVER` and `FIREFOX_PATH` in the environment come before everything that is found.
///
/// # Errors
///
/// Where one is missing and cannot be installed: what a person has to install.
pub(crate) fn get(programs: &Programs) -> Outcome<Browsers> {
    let (chromium, driver) = chromium(programs)?;
    let firefox = found_or_installed(programs, find_firefox, &["firefox-esr"], MISSING_FIREFOX)?;
    say(&format!("    Chromium: {}", chromium.display()));
    say(&format!("    its driver: {}", driver.display()));
    say(&format!("    Firefox: {}", firefox.display()));
    let capabilities = env::current_dir().map_err(|error| error.to_string())?.join(CAPABILITIES);
    project::write(&capabilities, &capabilities_for(&chromium))?;
    Ok(Browsers { chromium, driver, firefox, capabilities })
}

/// Finds Chromium alone; installs it as [`get`] does.
///
/// # Errors
///
/// Where it is missing and cannot be installed: what a person has to install.
pub(crate) fn get_chromium(programs: &Programs) -> Outcome<PathBuf> {
    found_or_installed(programs, find_chromium, &["chromium"], MISSING_CHROMIUM)
}

fn chromium(programs: &Programs) -> Outcome<(PathBuf, PathBuf)> {
    let both = |programs: &Programs| Some((find_chromium(programs)?, find_driver(programs)?));
    found_or_installed(programs, both, &["chromium", "chromium-driver"], MISSING_CHROMIUM)
}

fn found_or_installed<T>(
    programs: &Programs,
    find: impl Fn(&Programs) -> Option<T>,
    packages: &[&str],
    missing: &str,
) -> Outcome<T> {
    if let Some(found) = find(programs) {
        return Ok(found);
    }
    install(programs, packages, missing)?;
    find(programs).ok_or_else(|| missing.to_owned())
}

const MISSING_CHROMIUM: &str = "Chromium or Chrome was not found: install it and the ChromeDriver of the same version \
    (https://googlechromelabs.github.io/chrome-for-testing), both on the PATH, or name their files in the variables \
    BROWSER_PATH and CHROMEDRIVER";

const MISSING_FIREFOX: &str = "the tests of the page need Firefox as well, and it was not found: install it, or name its \
    file in the variable FIREFOX_PATH";

fn find_chromium(programs: &Programs) -> Option<PathBuf> {
    const NAMES: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
    named_by("BROWSER_PATH")
        .or_else(|| NAMES.iter().find_map(|name| programs.find(name)))
        .or_else(|| usual_places(&CHROMIUM).into_iter().find(|file| file.is_file()))
}

fn find_firefox(programs: &Programs) -> Option<PathBuf> {
    named_by("FIREFOX_PATH")
        .or_else(|| ["firefox-esr", "firefox"].iter().find_map(|name| programs.find(name)))
        .or_else(|| usual_places(&FIREFOX).into_iter().find(|file| file.is_file()))
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

/// Where installers put a browser on the systems that have no PATH for applications.
struct Places {
    mac: &'static [&'static str],
    windows: &'static [&'static str],
}

const CHROMIUM: Places = Places {
    mac: &[
        "Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "Applications/Chromium.app/Contents/MacOS/Chromium",
    ],
    windows: &[r"Google\Chrome\Application\chrome.exe", r"Chromium\Application\chrome.exe"],
};

const FIREFOX: Places =
    Places { mac: &["Applications/Firefox.app/Contents/MacOS/firefox"], windows: &[r"Mozilla Firefox\firefox.exe"] };

fn usual_places(places: &Places) -> Vec<PathBuf> {
    let below = |variable: &str, path: &str| env::var_os(variable).map(|folder| Path::new(&folder).join(path));
    if cfg!(target_os = "macos") {
        let everyone = places.mac.iter().map(|path| Path::new("/").join(path));
        everyone.chain(places.mac.iter().filter_map(|path| below("HOME", path))).collect()
    } else if cfg!(windows) {
        ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"]
            .iter()
            .flat_map(|variable| places.windows.iter().filter_map(move |path| below(variable, path)))
            .collect()
    } else {
        Vec::new()
    }
}

fn install(programs: &Programs, packages: &[&str], missing: &str) -> Outcome {
    if programs.find("apt-get").is_none() || !is_root(programs) {
        return Err(missing.to_owned());
    }
    run(programs.command("apt-get")?.arg("update"))?;
    run(programs
        .command("apt-get")?
        .args(["install", "-y", "--no-install-recommends"])
        .args(packages)
        .env("DEBIAN_FRONTEND", "noninteractive"))
}

fn is_root(programs: &Programs) -> bool {
    programs.command("id").and_then(|mut id| output(id.arg("-u"))).is_ok_and(|user| user.trim() == "0")
}

fn capabilities_for(browser: &Path) -> String {
    let arguments: Vec<_> = ["--headless=new"].into_iter().chain(ARGUMENTS.lines()).map(quoted).collect();
    let arguments = arguments.join(", ");
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
