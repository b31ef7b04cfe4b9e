/**
 * Context sharing between softwares of one professional ("copier-coller"): a proof of concept of
 * the ANS, not a national service (psc.md 2.8). Plain Java, no HTTP type.
 */
@NullMarked
package fr.socle.psc.sharing.service;

import org.jspecify.annotations.NullMarked;
