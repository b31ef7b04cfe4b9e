/** Documents as a registry describes them: submissions, searches, updates. */
@NullMarked
package fr.socle.lps.dmp.ebxml;

import org.jspecify.annotations.NullMarked;
