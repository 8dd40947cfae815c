// Draws the icons of the installed page from the one of its tab: `cargo xtask screenshots` runs this.

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { newPage } from "./browser.mjs";

const SIGN = new URL("../../www/icon.svg", import.meta.url);
const FOLDER = new URL("../../www/icons/", import.meta.url);
const SIZES = [192, 512];
/** How much of a maskable icon the sign takes: systems cut such icons to circles of four fifths, and to other shapes. */
const MASKABLE = 0.84;

const USUAL = { width: 512, height: 512, scale: 1, scheme: "light", touch: false, forcedColors: false, reducedMotion: true };

export async function drawIcons() {
  const sign = await readFile(SIGN, "utf8");
  const [, colour] = /<rect[^>]* fill="(#\w+)"/.exec(sign);
  await mkdir(FOLDER, { recursive: true });
  const { page, context } = await newPage(USUAL, { origin: "http://127.0.0.1", downloads: "." });
  for (const size of SIZES) {
    const draw = async (name, ground, share) => {
      await page.setViewport({ width: size, height: size, deviceScaleFactor: 1 });
      const side = Math.round(size * share);
      await page.setContent(`<style>
        body { margin: 0; width: ${size}px; height: ${size}px; display: grid; place-items: center; background: ${ground} }
        svg { width: ${side}px; height: ${side}px }
      </style>${sign}`);
      await writeFile(new URL(`${name}.png`, FOLDER), await page.screenshot({ omitBackground: true }));
    };
    await draw(`${size}`, "transparent", 1);
    await draw(`maskable-${size}`, colour, MASKABLE);
  }
  await context.close();
}
