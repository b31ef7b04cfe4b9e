/** WireMock stubs that users put in front of the services. */
@NullMarked
package fr.socle.bench.stub;

import org.jspecify.annotations.NullMarked;
