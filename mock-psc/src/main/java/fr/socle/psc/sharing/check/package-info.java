/** What is demanded of a software that shares a context. */
@NullMarked
package fr.socle.psc.sharing.check;

import org.jspecify.annotations.NullMarked;
