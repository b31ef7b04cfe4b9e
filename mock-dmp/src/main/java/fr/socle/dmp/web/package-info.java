/** TD0.9: the web site of the DMP, opened from a software for one patient (dmp.md 1.7, S:527). */
@NullMarked
package fr.socle.dmp.web;

import org.jspecify.annotations.NullMarked;
