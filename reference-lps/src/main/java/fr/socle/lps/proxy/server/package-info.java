/**
 * A Proxy e-Santé of this editor's own (psc.md 2.6, 2.7): softwares call it, it calls Pro Santé
 * Connect and the APIs for them.
 */
@NullMarked
package fr.socle.lps.proxy.server;

import org.jspecify.annotations.NullMarked;
