/**
 * The people of a space, all synthetic: patients with their identity and what INSi answers for
 * them, professionals with what Pro Santé Connect says of them.
 */
package fr.socle.bench.world;
