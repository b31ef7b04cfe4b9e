/** Command line and assembly: the only package that knows every part. */
@NullMarked
package fr.socle.app;

import org.jspecify.annotations.NullMarked;
