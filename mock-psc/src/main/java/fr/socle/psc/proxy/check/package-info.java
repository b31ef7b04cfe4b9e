/** What is demanded of a software that calls the proxy, of an editor's proxy, and of an API. */
@NullMarked
package fr.socle.psc.proxy.check;

import org.jspecify.annotations.NullMarked;
