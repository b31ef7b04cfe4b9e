/**
 * What a service implements to speak a protocol of lines over one connection, such as mail: the
 * bench frames, captures, journals and disturbs; the service answers.
 */
@NullMarked
package fr.socle.bench.session;

import org.jspecify.annotations.NullMarked;
