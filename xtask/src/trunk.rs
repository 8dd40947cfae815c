//! Trunk: the page's build and its server.

use std::{
    net::{Ipv4Addr, TcpListener, TcpStream},
    process::Command,
    thread,
    time::Duration,
};

use crate::{
    Outcome,
    console::say,
    process::run,
    programs::Programs,
    steps::Steps,
    tools::{self, rust},
    weight,
};

/// The port of Trunk, and the first that is tried.
const FIRST_PORT: u16 = 8080;

/// How many ports are tried, from [`FIRST_PORT`] on.
const PORTS: u16 = 20;

/// Builds the page into `dist/`; `arguments` go to Trunk.
///
/// # Errors
///
/// Where a tool is missing or the build fails.
pub(crate) fn publish(steps: &mut Steps, arguments: &[String]) -> Outcome {
    let programs = tools::get(steps)?;
    release(steps, &programs, arguments)?;
    steps.take("Weigh the page", || weight::of_page().map(|page| say(&page.table())))
}

/// Builds the page into `dist/` with the tools that are there.
///
/// # Errors
///
/// Where the build fails.
pub(crate) fn release(steps: &mut Steps, programs: &Programs, arguments: &[String]) -> Outcome {
    steps.take("Build the page", || run(command(programs, "build")?.arg("--release").args(arguments)))
}

/// Builds the page, serves it on this machine and rebuilds it when a file changes, until it is stopped.
///
/// # Errors
///
/// Where a tool is missing, no port is free, or the server ends by itself.
pub(crate) fn serve(steps: &mut Steps, arguments: &[String]) -> Outcome {
    let programs = tools::get(steps)?;
    let (port, arguments) = port_of(arguments)?;
    steps.take("Serve the page", || {
        thread::spawn(move || announce(port));
        run(command(&programs, "serve")?
            // A folder of its own, so that what is ready for publication stays as it is.
            .args(["--dist", "target/serve", "--address", "127.0.0.1", "--port", &port.to_string()])
            .args(arguments))
    })
}

fn command(programs: &Programs, subcommand: &str) -> Outcome<Command> {
    let mut trunk = programs.command("trunk")?;
    // Trunk takes the usual NO_COLOR=1 for a bad value of its option, which wants `true` or `false`.
    // The backtrace of a failed hook is one of Trunk itself, which buries the hook's own words.
    trunk.env_remove("NO_COLOR").env("RUST_BACKTRACE", "0").args([subcommand, "--offline", "--locked"]);
    rust::without_own_paths(&mut trunk)?;
    Ok(trunk)
}

/// The port that the arguments name, else a free one; and the other arguments.
fn port_of(arguments: &[String]) -> Outcome<(u16, Vec<&String>)> {
    let mut others = Vec::new();
    let mut named = None;
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        if argument == "--port" {
            named = Some(rest.next().ok_or("`--port` wants a number after it")?);
        } else {
            others.push(argument);
        }
    }
    let port = match named {
        Some(port) => port.parse().map_err(|_| format!("`{port}` is not a port: a number from 1 to 65535"))?,
        None => free_port()?,
    };
    Ok((port, others))
}

fn free_port() -> Outcome<u16> {
    (FIRST_PORT..FIRST_PORT + PORTS)
        .find(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok())
        .ok_or_else(|| format!("none of the {PORTS} ports from {FIRST_PORT} on is free: choose one with `--port N`"))
}

/// Says where the page is as soon as it can be opened there: after the first build.
fn announce(port: u16) {
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        thread::sleep(Duration::from_millis(100));
    }
    say(&format!("\n    The page is at http://127.0.0.1:{port}/ (Ctrl+C stops the server)\n"));
}

#[cfg(test)]
mod tests {
    use super::port_of;

    #[test]
    fn the_port_is_taken_out_of_the_arguments() {
        let arguments = ["--release", "--port", "9000", "--open"].map(str::to_owned);
        assert_eq!(port_of(&arguments), Ok((9000, vec![&arguments[0], &arguments[3]])));
    }

    #[test]
    fn a_port_that_is_no_number_is_named() {
        let arguments = ["--port", "home"].map(str::to_owned);
        assert!(port_of(&arguments).is_err_and(|error| error.contains("`home`")));
    }

    #[test]
    fn a_port_that_is_not_there_is_missed() {
        assert!(port_of(&["--port".to_owned()]).is_err());
    }
}
