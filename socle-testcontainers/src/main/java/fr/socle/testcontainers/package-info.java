/** The bench for tests in Java, in a container or in their own JVM. */
@NullMarked
package fr.socle.testcontainers;

import org.jspecify.annotations.NullMarked;
