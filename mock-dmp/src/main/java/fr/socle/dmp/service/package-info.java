/** State and rules of the DMP: who may do what to whose record. Knows no HTTP. */
@NullMarked
package fr.socle.dmp.service;

import org.jspecify.annotations.NullMarked;
