/**
 * The Proxy e-Santé: softwares, sessions, tokens kept for them, traces (psc.md 2.7). Plain Java, no
 * HTTP type.
 */
@NullMarked
package fr.socle.psc.proxy.service;

import org.jspecify.annotations.NullMarked;
