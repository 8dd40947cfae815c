/** The sentences and labels of what the page loads after its first check, one section for each part of it. */

export {};
