/**
 * The documents of a DMP: what may be submitted, found, read and changed, by whom. Plain Java and
 * SQL, no HTTP type.
 */
@NullMarked
package fr.socle.dmp.registry.service;

import org.jspecify.annotations.NullMarked;
