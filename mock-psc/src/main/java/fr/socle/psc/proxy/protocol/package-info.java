/** The Proxy e-Santé on the wire, towards softwares and towards the services it calls. */
@NullMarked
package fr.socle.psc.proxy.protocol;

import org.jspecify.annotations.NullMarked;
