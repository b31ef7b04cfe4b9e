/** Working behind the Proxy e-Santé (psc.md 2.7): its sessions, its calls, its refusals. */
@NullMarked
package fr.socle.lps.proxy;

import org.jspecify.annotations.NullMarked;
