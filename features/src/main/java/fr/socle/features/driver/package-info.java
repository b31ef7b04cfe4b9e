/** How a scenario makes the software under test act: the driver contract and its forms. */
@NullMarked
package fr.socle.features.driver;

import org.jspecify.annotations.NullMarked;
